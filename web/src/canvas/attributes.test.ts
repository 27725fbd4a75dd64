import { expect, test } from 'vitest'
import type { DetailPartsFragment } from '../gql/graphql'
import { en } from '../language/en'
import type { Speech } from '../language/LanguageProvider'
import { attributesOf } from './attributes'

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
