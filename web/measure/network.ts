import type { Contents } from '../src/canvas/contents'
import { nothing, withGraph } from '../src/canvas/contents'
import type { CanvasLinkFragment, CanvasRecordFragment, LinkKind } from '../src/gql/graphql'
import { recordKinds } from '../src/kinds/look'

const linkKinds: readonly LinkKind[] = ['ASSOCIATE', 'CALLED', 'TRANSFERRED', 'USES', 'TRAVELLED_ON']
const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }

/** Numbers in [0, 1), the same on every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** An invented network of n records and 3 n links: groups of 50, a few hubs, some links between groups. */
export function network(n: number): Contents {
  const draw = random(n)
  const records: CanvasRecordFragment[] = []
  for (let i = 0; i < n; i++) {
    const kind = recordKinds[Math.floor(draw() * draw() * recordKinds.length)] ?? 'PERSON'
    records.push({ id: `r${i}`, kind, label: `Invented ${i}`, owner })
  }
  const links: CanvasLinkFragment[] = []
  const pairs = new Set<number>()
  while (links.length < 3 * n) {
    const from = Math.floor(draw() * n)
    const group = from - (from % 50)
    // The square draws the first of a group more often: these are its hubs.
    const near = group + Math.floor(draw() * draw() * 50)
    const to = draw() < 0.93 ? Math.min(near, n - 1) : Math.floor(draw() * n)
    const pair = Math.min(from, to) * n + Math.max(from, to)
    if (from === to || pairs.has(pair)) continue
    pairs.add(pair)
    const kind = linkKinds[links.length % linkKinds.length] ?? 'ASSOCIATE'
    links.push({ id: `l${links.length}`, kind, fromId: `r${from}`, toId: `r${to}` })
  }
  return withGraph(nothing, { records, links })
}
