/** The steps of the guided tour, in order, and the page on which each is done. */
export const steps = [
  { name: 'search', path: '/search' },
  { name: 'expand', path: '/search' },
  { name: 'path', path: '/canvas' },
  { name: 'communities', path: '/canvas' },
  { name: 'organiser', path: '/key-players' },
  { name: 'money', path: '/money' },
  { name: 'disruption', path: '/disruption' },
  { name: 'safeguard', path: '/disruption' },
  { name: 'preview', path: '/enter' },
  { name: 'share', path: '/sharing' },
  { name: 'partner', path: '/view-as' },
] as const

export type StepName = (typeof steps)[number]['name']

type Fields = Record<string, unknown>

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const some = (value: unknown) => typeof value === 'number' && value > 0

const plans = ({ plan, scorePlan, job }: Fields): Fields[] =>
  [plan, scorePlan, fields(job).result].map(fields)
const id = (value: unknown): string[] => [fields(value).id].filter((one) => typeof one === 'string')

/** Who is a member in the role of organiser, by the links of a record page. */
function organiser({ node }: Fields): string[] {
  const links = list(fields(fields(node).links).nodes).map(fields)
  return links.filter(({ details }) => fields(details).role === 'ORGANISER').flatMap(({ from }) => id(from))
}

/** Through whose hands the longest trail went, in the order of time. */
function hands({ trace }: Fields): string[] {
  const trails = list(fields(trace).trails).map(fields)
  const [longest] = trails.sort((a, b) => list(b.steps).length - list(a.steps).length)
  const taken = list(longest?.steps).map(fields)
  const along = [...id(longest?.from), ...taken.flatMap(({ to }) => id(to))]
  const [first, last] = [taken[0]?.at, taken.at(-1)?.at]
  return String(first) > String(last) ? along.reverse() : along
}

/** Who is to be brought to safety in the pieces that are left of a network. */
function safeguarded(made: unknown): string[] {
  return list(fields(made).pieces).flatMap((piece) => list(fields(piece).safeguard).flatMap(id))
}

/** By an answer of the hub that shows it: an empty one shows nothing. */
const shown: Record<StepName, (answer: Fields) => boolean> = {
  search: ({ search }) => list(search).length > 0,
  expand: ({ nodes }) => list(nodes).some((node) => list(fields(fields(node).expand).links).length > 0),
  path: ({ paths }) => list(fields(paths).routes).length > 0,
  communities: ({ communities }) => some(fields(communities).totalCount),
  organiser: (answer) => organiser(answer).length > 0,
  money: ({ trace }) => some(fields(trace).linkCount),
  disruption: (answer) => plans(answer).some((made) => some(made.targetCount)),
  // The network is looked at once more, with other targets: the plan alone is the step before.
  safeguard: ({ scorePlan }) => safeguarded(scorePlan).length > 0,
  preview: ({ previewShare }) => some(fields(previewShare).goingCount),
  share: ({ share }) => some(fields(share).changed),
  partner: ({ viewAs }) => some(fields(fields(viewAs).records).totalCount),
}

/** The steps that an answer of the hub shows to have been done; an answer with nothing in it shows none. */
export function shownBy(answer: unknown): StepName[] {
  return steps.map(({ name }) => name).filter((name) => shown[name](fields(answer)))
}

/** What the tour is to end with, each as ids in the order in which it is told. */
export interface Found {
  organiser: string[]
  money: string[]
  safeguard: string[]
}

export const nothingFound: Found = { organiser: [], money: [], safeguard: [] }

/** What was found before, or what an answer of the hub shows to be found, where it shows something. */
export function foundIn(answer: unknown, before: Found): Found {
  const given = fields(answer)
  const or = (now: string[], old: string[]) => (now.length > 0 ? [...new Set(now)] : old)
  const toSafety = plans(given).flatMap(safeguarded)
  return {
    organiser: or(organiser(given).slice(0, 1), before.organiser),
    money: or(hands(given), before.money),
    safeguard: or(toSafety, before.safeguard),
  }
}

/** What was found as kept in the browser: ids and nothing else of a record. */
export function readFound(text: string | null): Found {
  const parsed = () => {
    try {
      return fields(JSON.parse(text ?? ''))
    } catch {
      return {}
    }
  }
  const { organiser: who, money, safeguard } = parsed()
  const ids = (value: unknown) => list(value).filter((one): one is string => typeof one === 'string')
  return { organiser: ids(who), money: ids(money), safeguard: ids(safeguard) }
}

/** The done steps as kept in the browser. What is no step is left out: it is of another version. */
export function readDone(text: string | null): StepName[] {
  const names = (text ?? '').split(',')
  return steps.map(({ name }) => name).filter((name) => names.includes(name))
}

/** The step that is next: the first neither done nor skipped; undefined where there is none. */
export function nextOf(done: readonly StepName[], skipped: readonly StepName[]) {
  return steps.find(({ name }) => !done.includes(name) && !skipped.includes(name))
}

/** The steps that were skipped and not done since. */
export function leftOut(done: readonly StepName[], skipped: readonly StepName[]): StepName[] {
  return skipped.filter((name) => !done.includes(name))
}
