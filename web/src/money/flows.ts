import type { MoneyTraceQuery } from '../gql/graphql'
import { exactSum, type Sum, sumsOf } from '../map/flow'

export type Trail = MoneyTraceQuery['trace']['trails'][number]

/** One transfer, along the way the money went. */
export interface Step {
  /** The link's id. */
  id: string
  from: Trail['from']
  to: Trail['from']
  at: string
  source: string
  /** Null where the link has no amount, as a call. */
  amount: number | null
  /** The same to the last digit. */
  exact: string
  currency: string
}

/** The transfers of all trails, each once, by time. Going back, a trail is walked against the money. */
export function stepsOf(trails: readonly Trail[], back: boolean): Step[] {
  const steps = new Map<string, Step>()
  for (const trail of trails) {
    let here = trail.from
    for (const { link, to, at } of trail.steps) {
      const money = link.details?.__typename === 'Transfer' ? link.details : null
      steps.set(link.id, {
        id: link.id,
        from: back ? to : here,
        to: back ? here : to,
        at,
        source: link.source,
        amount: money?.amount ? Number(money.amount) : null,
        exact: money?.amount ?? '',
        currency: money?.currency ?? '',
      })
      here = to
    }
  }
  return [...steps.values()].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
}

/** What transfers of one currency come to, to the last digit, and how many they are. */
export interface Total extends Sum {
  transfers: number
}

/** What the steps come to in each currency, the most used first; never one added to another. */
export function totalsOf(steps: readonly Step[]): Total[] {
  const paid = steps.filter(({ amount }) => amount !== null)
  return sumsOf(paid.map(({ exact, currency }) => ({ amount: exact, currency }))).map((sum) => ({
    ...sum,
    transfers: paid.filter(({ currency }) => currency === sum.currency).length,
  }))
}

/** What went from one thing to another in one currency, all transfers together. */
export interface Flow {
  from: string
  to: string
  /** How wide it is drawn. */
  amount: number
  /** The same to the last digit. */
  exact: string
  transfers: number
}

/** The flows of one currency, the largest first. */
export function flowsOf(steps: readonly Step[], currency: string): Flow[] {
  const between = new Map<string, Step[]>()
  for (const step of steps) {
    if (step.amount === null || step.currency !== currency || step.from.id === step.to.id) continue
    const key = `${step.from.id} ${step.to.id}`
    const held = between.get(key)
    if (held) held.push(step)
    else between.set(key, [step])
  }
  const flows = [...between.values()].flatMap((held): Flow[] => {
    const [first] = held
    if (!first) return []
    const exact = exactSum(held.map((step) => step.exact))
    return [{ from: first.from.id, to: first.to.id, amount: Number(exact), exact, transfers: held.length }]
  })
  return flows.sort((a, b) => b.amount - a.amount || a.from.localeCompare(b.from))
}

/** How much of each flow has gone, and which goes now. */
export interface Gone {
  /** By the ends of a flow, with a blank between. */
  amounts: ReadonlyMap<string, number>
  now: string | null
  /** When the last of it went, in milliseconds. */
  at: number | null
}

/** What has gone of flows of one currency after the first `n` transfers. */
export function goneOf(steps: readonly Step[], n: number): Gone {
  const first = steps.slice(0, n)
  const last = first.at(-1)
  return {
    amounts: new Map(
      flowsOf(first, last?.currency ?? '').map(({ from, to, amount }) => [`${from} ${to}`, amount]),
    ),
    now: last ? `${last.from.id} ${last.to.id}` : null,
    at: last ? Date.parse(last.at) : null,
  }
}

/** A thing of the drawing: a bar as high as the greater of what came in and went out. */
export interface Bar {
  id: string
  layer: number
  y: number
  height: number
}

/** A flow of the drawing, from the right of one bar to the left of another. */
export interface Band extends Flow {
  width: number
  fromY: number
  toY: number
}

/** A drawing of flows in layers. Flows that lead back to an earlier layer are not drawn, and listed as `back`. */
export interface Sankey {
  layers: number
  /** How high it is: as asked, or more where a layer has many bars. */
  height: number
  bars: Bar[]
  bands: Band[]
  back: Flow[]
}

function grouped<Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

/** The layer of each thing: the longest way to it over flows that lead on, so that money always goes to the right. */
function layersOf(flows: readonly Flow[]): { layer: Map<string, number>; back: Set<Flow> } {
  const out = grouped(flows, (flow) => flow.from)
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<Flow>()
  const order: string[] = []
  const visit = (id: string): void => {
    state.set(id, 'open')
    for (const flow of out.get(id) ?? []) {
      const seen = state.get(flow.to)
      if (seen === 'open') back.add(flow)
      else if (seen === undefined) visit(flow.to)
    }
    state.set(id, 'done')
    order.push(id)
  }
  const ends = new Set(flows.map((flow) => flow.to))
  const begins = flows.map((flow) => flow.from)
  for (const id of [...begins.filter((one) => !ends.has(one)), ...begins]) if (!state.has(id)) visit(id)
  const layer = new Map<string, number>()
  for (const id of order.reverse()) {
    const here = layer.get(id) ?? 0
    layer.set(id, here)
    for (const flow of out.get(id) ?? [])
      if (!back.has(flow)) layer.set(flow.to, Math.max(layer.get(flow.to) ?? 0, here + 1))
  }
  return { layer, back }
}

/** The part of a full layer's height that bars have at least; the rest is gaps. */
const barPart = 0.4

/** Places flows with `gap` between the bars of a layer: within `least`, or higher where a layer has so many bars that nothing would be left of them. */
export function sankeyOf(flows: readonly Flow[], least: number, gap: number): Sankey {
  const { layer, back } = layersOf(flows)
  const drawn = flows.filter((flow) => !back.has(flow))
  const sums = (end: 'from' | 'to') => {
    const sum = new Map<string, number>()
    for (const flow of drawn) sum.set(flow[end], (sum.get(flow[end]) ?? 0) + flow.amount)
    return sum
  }
  const [gone, come] = [sums('from'), sums('to')]
  const size = (id: string) => Math.max(gone.get(id) ?? 0, come.get(id) ?? 0)
  const ids = [...layer.keys()].filter((id) => size(id) > 0)
  const columns = grouped(ids, (id) => layer.get(id) ?? 0)
  const most = Math.max(0, ...[...columns.values()].map((column) => column.length))
  const height = Math.max(least, (gap * most) / (1 - barPart))
  let scale = Number.POSITIVE_INFINITY
  for (const column of columns.values()) {
    const sum = column.reduce((total, id) => total + size(id), 0)
    scale = Math.min(scale, (height - gap * (column.length - 1)) / sum)
  }
  if (!Number.isFinite(scale)) scale = 0
  const bars = new Map<string, Bar>()
  for (const [at, column] of columns) {
    let y = 0
    for (const id of column.sort((a, b) => size(b) - size(a) || a.localeCompare(b))) {
      const bar = { id, layer: at, y, height: Math.max(2, size(id) * scale) }
      bars.set(id, bar)
      y += bar.height + gap
    }
  }
  return {
    height,
    layers: Math.max(0, ...columns.keys()) + (columns.size > 0 ? 1 : 0),
    bars: [...bars.values()],
    bands: bandsOf(drawn, bars, scale),
    back: [...back],
  }
}

function bandsOf(flows: readonly Flow[], bars: ReadonlyMap<string, Bar>, scale: number): Band[] {
  const used = { from: new Map<string, number>(), to: new Map<string, number>() }
  const y = (id: string) => bars.get(id)?.y ?? 0
  const place = (end: 'from' | 'to', id: string, width: number) => {
    const at = used[end].get(id) ?? y(id)
    used[end].set(id, at + width)
    return at + width / 2
  }
  // Bands leave and enter bars in the order of the bars at their other end, so that few cross.
  const leaving = [...flows].sort((a, b) => y(a.to) - y(b.to))
  const from = new Map(leaving.map((flow) => [flow, place('from', flow.from, flow.amount * scale)]))
  const entering = [...flows].sort((a, b) => y(a.from) - y(b.from))
  const to = new Map(entering.map((flow) => [flow, place('to', flow.to, flow.amount * scale)]))
  return flows.map((flow) => ({
    ...flow,
    width: Math.max(1, flow.amount * scale),
    fromY: from.get(flow) ?? 0,
    toY: to.get(flow) ?? 0,
  }))
}

/** How many characters of a name are drawn, and how many of them from its end. */
const [drawnOf, atEnd] = [23, 11]

/** A name cut in its middle: accounts of one bank begin alike and differ at the end. */
export function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= drawnOf) return name
  return `${characters
    .slice(0, drawnOf - atEnd - 1)
    .join('')
    .trimEnd()}…${characters.slice(-atEnd).join('').trimStart()}`
}
