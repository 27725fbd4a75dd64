import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DetailPartsFragment, RecordAttribute } from '../gql/graphql'
import { en } from '../language/en'
import type { Speech } from '../language/LanguageProvider'
import { attributeOf, attributesOf, fieldOf } from './attributes'

const speech = { text: en, number: String, day: String, instant: String } as unknown as Speech
const phone = (id: string, network: string | null) => ({
  id,
  kind: 'PHONE' as const,
  details: {
    __typename: 'Phone',
    phoneNumber: id,
    imei: null,
    imsi: null,
    network,
  } as DetailPartsFragment,
})

test('attributes that two records have alike are offered, with what each says', () => {
  const found = attributesOf(
    [phone('1', 'Sample Mobile'), phone('2', 'Sample Mobile'), phone('3', null)],
    speech,
  )
  expect(found).toEqual([
    {
      field: 'network',
      label: 'Network (Phone)',
      saidOf: new Map([
        ['1', 'Sample Mobile'],
        ['2', 'Sample Mobile'],
      ]),
    },
  ])
})

test('each attribute of the hub is a field with a name, and each field of a record an attribute', () => {
  const schema = readFileSync('../schema.graphqls', 'utf8')
  const all = /^enum RecordAttribute \{\n(.*?)^\}/ms.exec(schema)?.[1]?.match(/^ {2}[A-Z_]+$/gm) ?? []
  const attributes = all.map((one) => one.trim() as RecordAttribute)
  const query = readFileSync('src/kinds/parts.graphql', 'utf8')
  const fragment = /^fragment DetailParts .*?^\}/ms.exec(query)?.[0] ?? ''
  const fields = [...fragment.matchAll(/^ {4}(\w+)/gm)].map(([, field]) => field)
  expect(attributes.length).toBeGreaterThan(50)
  expect(new Set(attributes.map(fieldOf))).toEqual(new Set(fields))
  expect(attributes.map(fieldOf).map(attributeOf)).toEqual(attributes)
  for (const attribute of attributes) expect(en.fields[fieldOf(attribute)], attribute).toBeTruthy()
})
