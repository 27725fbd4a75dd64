/** The steps of the guided tour, in order, and the page on which each is done. */
export const steps = [
  { name: 'search', path: '/search' },
  { name: 'expand', path: '/search' },
  { name: 'path', path: '/canvas' },
  { name: 'communities', path: '/canvas' },
  { name: 'disruption', path: '/disruption' },
  { name: 'preview', path: '/search' },
  { name: 'share', path: '/sharing' },
  { name: 'partner', path: '/view-as' },
] as const

export type StepName = (typeof steps)[number]['name']

type Fields = Record<string, unknown>

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const some = (value: unknown) => typeof value === 'number' && value > 0

/** By an answer of the hub that shows it: an empty one shows nothing. */
const shown: Record<StepName, (answer: Fields) => boolean> = {
  search: ({ search }) => list(search).length > 0,
  expand: ({ nodes }) => list(nodes).some((node) => list(fields(fields(node).expand).links).length > 0),
  path: ({ shortestPath }) => list(fields(shortestPath).entities).length > 1,
  communities: ({ communities }) => some(fields(communities).totalCount),
  disruption: ({ plan, scorePlan, job }) =>
    [plan, scorePlan, fields(job).result].some((made) => some(fields(made).targetCount)),
  preview: ({ previewShare }) => some(fields(previewShare).goingCount),
  share: ({ share }) => some(fields(share).changed),
  partner: ({ viewAs }) => some(fields(fields(viewAs).records).totalCount),
}

/** The steps that an answer of the hub shows to have been done; an answer with nothing in it shows none. */
export function shownBy(answer: unknown): StepName[] {
  return steps.map(({ name }) => name).filter((name) => shown[name](fields(answer)))
}

/** The done steps as kept in the browser. What is no step is left out: it is of another version. */
export function readDone(text: string | null): StepName[] {
  const names = (text ?? '').split(',')
  return steps.map(({ name }) => name).filter((name) => names.includes(name))
}
