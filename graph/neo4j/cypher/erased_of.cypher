UNWIND $ids AS id MATCH (e:Erased {id: id}) WHERE e.owner = $owner RETURN e.id AS id
