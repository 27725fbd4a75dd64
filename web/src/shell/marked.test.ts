import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql'
import { expect, test } from 'vitest'
import documents from '../gql/persisted-documents.json'

/** Questions about what is no element yet: rows of a file that its reader has before them. */
const unmarkedAnyway = new Set(['PreviewImport'])

/** The fields of a selection by the names they are answered under, with those of its fragments. */
function fieldsOf(document: DocumentNode, set: SelectionSetNode): Map<string, SelectionSetNode | undefined> {
  const fields = new Map<string, SelectionSetNode | undefined>()
  for (const one of set.selections) {
    if (one.kind === Kind.FIELD) {
      fields.set((one.alias ?? one.name).value, one.selectionSet)
      continue
    }
    const held =
      one.kind === Kind.INLINE_FRAGMENT
        ? one.selectionSet
        : document.definitions.find(
            (other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === one.name.value,
          )
    const inside = held && 'selectionSet' in held ? held.selectionSet : held
    if (inside)
      for (const [name, below] of fieldsOf(document, inside as SelectionSetNode)) fields.set(name, below)
  }
  return fields
}

/** Where a question asks for a label and not how that is marked: beside it, or for the whole that it is in. */
function unmarkedLabels(document: DocumentNode): string[] {
  const found: string[] = []
  const look = (set: SelectionSetNode, path: string, covered: boolean): void => {
    const fields = fieldsOf(document, set)
    const says = (at: SelectionSetNode | undefined) => {
      const names = at ? fieldsOf(document, at) : new Map()
      return ['classification', 'compartments', 'handling'].every((name) => names.has(name))
    }
    const whole = covered || says(set) || says(fields.get('conditions'))
    if (fields.has('label') && !whole && !says(fields.get('marking'))) found.push(path)
    for (const [name, below] of fields) if (below) look(below, `${path}.${name}`, whole)
  }
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) {
      const name = one.name?.value ?? ''
      if (!unmarkedAnyway.has(name)) look(one.selectionSet, name, false)
    }
  return found
}

test('whatever names an element says how it is marked, or the banner would be too mild', () => {
  expect(Object.values(documents).flatMap((text) => unmarkedLabels(parse(text)))).toEqual([])
})
