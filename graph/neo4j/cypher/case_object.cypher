MATCH (c:CaseObject {id: $id}) WHERE c.marking IN $sight
RETURN properties(c) AS object
