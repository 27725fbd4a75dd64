import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { MoneyAccountsDocument, type MoneyAccountsQuery, type RecordKind } from '../gql/graphql'

/** How many records are asked about at once. */
const atOnce = 50

/** What transfers go from and to. */
const paying: ReadonlySet<RecordKind> = new Set(['BANK_ACCOUNT', 'PAYMENT_INSTRUMENT'])

/** The accounts and payment instruments that an answer names as owned or used; fails where it does not name all. */
export function accountsIn({ nodes }: MoneyAccountsQuery): string[] {
  const records = nodes.flatMap((node) => (node?.__typename === 'Record' ? node.entity.records : []))
  const links = records.flatMap((record) => record.links.nodes)
  // Money that starts at some of the accounts alone would look like all of it.
  if (records.some(({ links: { totalCount, nodes: listed } }) => totalCount > listed.length))
    throw new Failure('LIMIT_EXCEEDED', '')
  return [...new Set(links.flatMap(({ to }) => (paying.has(to.kind) ? [String(to.id)] : [])))]
}

/** Records with the accounts and payment instruments that they own or use, in sight: money hangs on those. */
export async function withAccounts(ids: readonly string[]): Promise<string[]> {
  const found = new Set(ids)
  for (let i = 0; i < ids.length; i += atOnce) {
    const answer = await ask(MoneyAccountsDocument, { ids: ids.slice(i, i + atOnce) })
    for (const account of accountsIn(answer)) found.add(account)
  }
  return [...found]
}
