import type { Folded, Tie } from '../canvas/thing'

/** From and until which day something was so, both included; null is without end. */
export interface Span {
  from: string | null
  until: string | null
}

/** Two days that are compared, and when each record and link was so. */
export interface Change {
  before: string
  after: string
  spans: ReadonlyMap<string, Span>
}

/** What became of a thing or a tie from one day to the other. */
export type Fate = 'STAYED' | 'NEW' | 'GONE' | 'NEITHER'

/** What became of everything on the canvas. What is not known to begin or end has always been so. */
export interface Fates {
  things: ReadonlyMap<string, Fate>
  ties: ReadonlyMap<string, Fate>
}

/** The fates of the things and ties of the canvas: a thing was so if one of its records was, a tie if one of its links was and both its ends were. */
export function fatesOf({ things, ties }: Folded, { before, after, spans }: Change): Fates {
  const so = (ids: readonly string[], day: string) => ids.some((id) => holds(spans.get(id), day))
  const days = [before, after] as const
  const fate = (was: boolean, is: boolean): Fate => (was ? (is ? 'STAYED' : 'GONE') : is ? 'NEW' : 'NEITHER')
  const there = new Map(
    [...things.values()].map(({ id, records }) => [id, days.map((day) => so(records, day))]),
  )
  const tied = (tie: Tie, i: 0 | 1) =>
    [tie.from, tie.to].every((end) => there.get(end)?.[i] ?? false) &&
    so(
      tie.links.map(({ id }) => id),
      days[i],
    )
  return {
    things: new Map([...there].map(([id, [was = false, is = false]]) => [id, fate(was, is)])),
    ties: new Map([...ties.values()].map((tie) => [tie.id, fate(tied(tie, 0), tied(tie, 1))])),
  }
}

function holds(span: Span | undefined, day: string): boolean {
  if (!span) return true
  return (span.from === null || span.from <= day) && (span.until === null || day <= span.until)
}

/** Those of one fate, in their order. */
export function ofFate(fates: ReadonlyMap<string, Fate>, fate: Fate): string[] {
  return [...fates].filter(([, one]) => one === fate).map(([id]) => id)
}
