/** The instants between which a period of whole days lies, in the reader's time zone; null is open. */
export function period(from: string, until: string): { from: string | null; until: string | null } {
  const start = (day: string, later: number) => {
    const [y, m, d] = day.split('-').map(Number)
    if (y === undefined || m === undefined || d === undefined) return null
    return new Date(y, m - 1, d + later).toISOString()
  }
  return { from: start(from, 0), until: start(until, 1) }
}
