// Answers questions about the invented network by the real schema.
import { involvements, links, operation, organisations, records } from './graph.mjs'

let purpose = null
const fail = (code, message) => Object.assign(new Error(message), { extensions: { code } })

const sameAs = (id) => {
  const joined = new Set([id])
  for (let before = 0; before !== joined.size; ) {
    before = joined.size
    for (const l of links.values())
      if (l.kind === 'SAME_AS' && (joined.has(l.fromId) || joined.has(l.toId)))
        joined.add(l.fromId).add(l.toId)
  }
  return [...joined].sort()
}
const linksOf = (ids) => [...links.values()].filter((l) => ids.has(l.fromId) || ids.has(l.toId))
const page = (nodes, { first, after }) => {
  const at = after ? Number(after) : 0
  const shown = nodes.slice(at, at + first)
  const more = at + first < nodes.length
  return {
    edges: [],
    nodes: shown,
    totalCount: nodes.length,
    pageInfo: { hasNextPage: more, endCursor: more ? String(at + first) : null },
  }
}
const wrapLink = (l) => ({
  ...l,
  from: () => wrapRecord(records.get(l.fromId)),
  to: () => wrapRecord(records.get(l.toId)),
  versions: [],
})
const wrapInvolvement = (i) => ({
  ...i,
  operation: () => wrapOperation(),
  person: () => wrapRecord(records.get(i.personId)),
})
const wrapRecord = (r) =>
  r && {
    ...r,
    entity: () => entity({ id: r.id }),
    versions: () => [
      wrapRecord(r),
      wrapRecord({ ...r, version: 'v0', knownFrom: '2009-01-10T08:00:00Z', knownUntil: r.knownFrom }),
    ],
    involvements: () => involvements.filter((i) => i.personId === r.id).map(wrapInvolvement),
    linkCounts: () => {
      const counts = new Map()
      for (const l of linksOf(new Set([r.id]))) counts.set(l.kind, (counts.get(l.kind) ?? 0) + 1)
      return [...counts].map(([kind, count]) => ({ kind, count }))
    },
    links: ({ filter, ...at }) =>
      page(
        linksOf(new Set([r.id]))
          .filter((l) => !filter?.kinds || filter.kinds.includes(l.kind))
          .map(wrapLink),
        at,
      ),
    expand: ({ filter, limit }) => {
      const found = linksOf(new Set([r.id])).filter((l) => !filter?.kinds || filter.kinds.includes(l.kind))
      const ids = new Set(found.flatMap((l) => [l.fromId, l.toId]))
      if (ids.size > limit) throw fail('LIMIT_EXCEEDED', `${ids.size} records, and the limit is ${limit}.`)
      return { records: [...ids].map((id) => wrapRecord(records.get(id))), links: found.map(wrapLink) }
    },
  }
const among = (ids) => ({
  records: [...ids]
    .filter((id) => records.has(id))
    .sort()
    .map((id) => wrapRecord(records.get(id))),
  links: [...links.values()].filter((l) => ids.has(l.fromId) && ids.has(l.toId)).map(wrapLink),
})
const wrapOperation = () => ({
  ...operation,
  involvements: ({ roles, ...at }) =>
    page(involvements.filter((i) => !roles || roles.includes(i.role)).map(wrapInvolvement), at),
  graph: () => among(new Set(records.keys())),
})
function entity({ id }) {
  if (!records.has(id)) throw fail('NOT_FOUND', 'There is nothing with this id that you can see.')
  const ids = sameAs(id)
  const own = ids.map((i) => wrapRecord(records.get(i)))
  const judgements = [...links.values()]
    .filter((l) => l.kind === 'SAME_AS' && ids.includes(l.fromId))
    .map(wrapLink)
  return {
    id: ids[0],
    kind: own[0].kind,
    label: own[0].label,
    records: own,
    judgements,
    involvements: () => involvements.filter((i) => ids.includes(i.personId)).map(wrapInvolvement),
  }
}
const rootOf = (id) => sameAs(id)[0]

function shortestPath({ from, to }) {
  const before = new Map([[rootOf(from), null]])
  const queue = [rootOf(from)]
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    if (here === rootOf(to)) break
    const ids = new Set(sameAs(here))
    for (const l of linksOf(ids)) {
      const next = rootOf(ids.has(l.fromId) ? l.toId : l.fromId)
      if (!before.has(next)) {
        before.set(next, { here, l, reversed: !ids.has(l.fromId) })
        queue.push(next)
      }
    }
  }
  if (!before.has(rootOf(to))) return null
  const steps = []
  for (let at = rootOf(to), b = before.get(at); b; at = b.here, b = before.get(at))
    steps.unshift({ ...b, at })
  return {
    hops: steps.length,
    entities: [rootOf(from), ...steps.map((s) => s.at)].map((id) => entity({ id })),
    steps: steps.map((s) => ({ link: wrapLink(s.l), parallel: 1, reversed: s.reversed })),
    weakest: { scheme: 'UK_3X5X2', value: '2C' },
    handling: ['P', 'H1'],
  }
}

// Not Leiden: each connected run of 30 ids is called a community, enough to see colours.
function communities({ input }) {
  const ids = input.records.filter((id) => rootOf(id) === id)
  const size = Math.max(3, Math.round(30 / input.resolution))
  const all = []
  for (let i = 0; i < ids.length; i += size) all.push(ids.slice(i, i + size))
  return {
    modularity: 0.713,
    entities: ids.length,
    totalCount: all.length,
    communities: all.map((memberIds) => ({
      id: memberIds[0],
      size: memberIds.length,
      memberIds,
      members: ({ first }) => memberIds.slice(0, first).map((id) => entity({ id })),
      kinds: [{ kind: 'PERSON', count: memberIds.length }],
    })),
  }
}
const me = () => ({
  officer: { id: 'off-0', name: 'Alex Sampleton', organisation: organisations.met },
  organisation: organisations.met,
  roles: ['INVESTIGATOR', 'ANALYST'],
  clearances: ['CHILD'],
  purpose,
  stepUp: { proved: true, acrValues: [], methods: [], maxAge: 14400, withheld: false },
  operations: [wrapOperation()],
})
const node = ({ id }) => {
  if (id === operation.id) return wrapOperation()
  if (records.has(id)) return wrapRecord(records.get(id))
  throw fail('NOT_FOUND', 'There is nothing with this id that you can see.')
}

export const root = {
  me,
  node,
  nodes: ({ ids }) => ids.map((id) => (records.has(id) ? node({ id }) : null)),
  entity,
  operations: () => [wrapOperation()],
  organisations: () => Object.values(organisations),
  whyCanISee: () => [{ reason: 'OWN_ORGANISATION', says: 'Your organisation contributed it.' }],
  search: ({ input }) => {
    const words = (input.text ?? input.identifier.value).toLowerCase().split(' ')
    return [...records.values()]
      .filter(
        (r) =>
          words.every((w) => r.label.toLowerCase().includes(w)) &&
          (!input.kinds || input.kinds.includes(r.kind)),
      )
      .slice(0, input.first)
      .map(wrapRecord)
  },
  subgraph: ({ ids }) => among(new Set(ids)),
  shortestPath,
  communities,
  setPurpose: (given) => {
    purpose = given.purpose
    return me()
  },
}
