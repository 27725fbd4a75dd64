/** How long work may go on before the page has its turn, in milliseconds. */
const most = 8
/** After how many things that were looked at the clock is. */
const between = 256

/** Lets the page go on while much is gone through: when a breath is `due` it is to be `taken`. */
export class Breath {
  private began = performance.now()
  private looked = 0

  constructor(private readonly signal: AbortSignal) {}

  /** Whether the page has waited long enough, now that so many more things were looked at. */
  due(more = 1): boolean {
    this.looked += more
    if (this.looked < between) return false
    this.looked = 0
    return performance.now() - this.began > most
  }

  /** Waits for the page; fails when what goes on is no longer wanted. */
  async taken(): Promise<void> {
    await new Promise((done) => setTimeout(done))
    this.signal.throwIfAborted()
    this.began = performance.now()
  }
}
