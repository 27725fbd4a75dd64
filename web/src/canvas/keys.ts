/**
 * Numbers, written as text, for what sigma draws: 1, 2, 3 and on. Sigma keeps tables by these, and a browser keeps
 * tables by numbers as lists; of ids it keeps every one a second time, and goes through them all when it clears memory.
 */
export class Keys<T> {
  private held: (T | undefined)[] = [undefined]
  private texts: string[] = ['']

  /** The key of one more. */
  add(held: T): string {
    const at = this.held.push(held) - 1
    this.texts[at] ??= String(at)
    return this.texts[at]
  }

  at(key: string): T | undefined {
    return this.held[Number(key)]
  }

  /** Puts another in the place of what has a key. */
  put(key: string, held: T): void {
    this.held[Number(key)] = held
  }

  /** All keys that were given, in their order. */
  all(): string[] {
    return this.texts.slice(1, this.held.length)
  }

  clear(): void {
    this.held = [undefined]
  }
}
