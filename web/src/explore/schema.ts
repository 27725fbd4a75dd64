/** What the explorer asks of the schema, itself a question of the API. */
export const schemaDocument = `query Schema { __schema { types {
  name kind description
  fields { name description args { name description type { ...T } } type { ...T } }
  inputFields { name description type { ...T } }
  enumValues { name description }
} } }
fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name kind } } } }`

export interface TypeRef {
  name: string | null
  kind: string
  ofType?: TypeRef | null
}

export interface SchemaField {
  name: string
  description: string | null
  type?: TypeRef
  args?: SchemaField[]
}

export interface SchemaType {
  name: string
  kind: string
  description: string | null
  fields: SchemaField[] | null
  inputFields: SchemaField[] | null
  enumValues: SchemaField[] | null
}

/** A type as it is written: [Record!]! */
export function written(type: TypeRef): string {
  const inner = type.ofType ? written(type.ofType) : (type.name ?? '')
  if (type.kind === 'NON_NULL') return `${inner}!`
  return type.kind === 'LIST' ? `[${inner}]` : inner
}

/** A field with its arguments and type, as it is written. */
export function signature(field: SchemaField): string {
  const args = (field.args ?? []).map(signature).join(', ')
  return field.name + (args && `(${args})`) + (field.type ? `: ${written(field.type)}` : '')
}

/** All that a type holds, whatever its kind. */
export function membersOf(type: SchemaType): SchemaField[] {
  return [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])]
}

/** The types whose name, or a member's, holds the text; the schema's own left out. Without a text: the roots. */
export function found(types: readonly SchemaType[], text: string): SchemaType[] {
  const own = types.filter((t) => !t.name.startsWith('__'))
  const wanted = text.trim().toLowerCase()
  if (!wanted) return own.filter((t) => ['Query', 'Mutation', 'Subscription'].includes(t.name))
  const has = (name: string) => name.toLowerCase().includes(wanted)
  return own.filter((t) => has(t.name) || membersOf(t).some((m) => has(m.name)))
}
