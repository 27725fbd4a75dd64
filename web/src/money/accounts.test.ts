import { expect, test } from 'vitest'
import { accountsIn } from './accounts'

const to = (kind: string, id: string) => ({ to: { id, kind } })
const record = (...nodes: unknown[]) => ({ links: { nodes, totalCount: nodes.length } })

test('accounts and payment instruments of every record of a thing are found, once each, and nothing else', () => {
  const nodes = [
    null,
    {
      __typename: 'Record',
      entity: {
        records: [
          record(to('BANK_ACCOUNT', 'a'), to('VEHICLE', 'v')),
          record(to('PAYMENT_INSTRUMENT', 'p'), to('BANK_ACCOUNT', 'a')),
        ],
      },
    },
  ]
  expect(accountsIn({ nodes } as never)).toEqual(['a', 'p'])
})

test('where more is owned than is listed, the question fails rather than leaving some out', () => {
  const links = { totalCount: 2, nodes: [to('BANK_ACCOUNT', 'a')] }
  const nodes = [{ __typename: 'Record', entity: { records: [{ links }] } }]
  expect(() => accountsIn({ nodes } as never)).toThrow()
})
