/** What a link to a view of the canvas holds: ids only, which tell nothing by themselves. */
export interface CanvasAddress {
  /** Operations whose graph is the ground of the view. */
  operations: string[]
  /** Records put there beside it. */
  records: string[]
  /** Records of the ground taken off. */
  without: string[]
  selected: string | null
  /** Ends of a path to show. */
  path: [string, string] | null
  /** Targets of a plan to show, in their order. */
  plan: string[]
}

const emptyAddress: CanvasAddress = {
  operations: [],
  records: [],
  without: [],
  selected: null,
  path: null,
  plan: [],
}

/**
 * The address of a view. It stands behind the #, which a browser never sends,
 * so no view is in any server's log; the ids go to the hub in the question.
 */
export function canvasAddress(view: Partial<CanvasAddress>): string {
  const { operations, records, without, selected, path, plan } = { ...emptyAddress, ...view }
  const parts = [
    ...operations.map((id) => `operation=${encodeURIComponent(id)}`),
    records.length > 0 ? `records=${records.map(encodeURIComponent).join(',')}` : '',
    without.length > 0 ? `without=${without.map(encodeURIComponent).join(',')}` : '',
    selected ? `selected=${encodeURIComponent(selected)}` : '',
    path ? `path=${path.map(encodeURIComponent).join(',')}` : '',
    plan.length > 0 ? `plan=${plan.map(encodeURIComponent).join(',')}` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `/canvas#${parts.join('&')}` : '/canvas'
}

function list(parameters: URLSearchParams, name: string): string[] {
  return (parameters.get(name) ?? '').split(',').filter((id) => id !== '')
}

/** Reads what stands behind the # of an address; what is malformed is left out. */
export function readAddress(hash: string): CanvasAddress {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const [from, to] = list(parameters, 'path')
  return {
    operations: parameters.getAll('operation').filter((id) => id !== ''),
    records: list(parameters, 'records'),
    without: list(parameters, 'without'),
    selected: parameters.get('selected') || null,
    path: from && to ? [from, to] : null,
    plan: list(parameters, 'plan'),
  }
}

/** The address that opens a kept view. */
export function viewAddress(id: string): string {
  return `/canvas#view=${encodeURIComponent(id)}`
}

/** The address that puts records on the canvas beside what is there already. */
export function addToCanvas(records: readonly string[]): string {
  return `/canvas#add=${records.map(encodeURIComponent).join(',')}`
}
