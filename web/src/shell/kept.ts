/**
 * Small choices of the reader (language, appearance) kept in this browser.
 * Never anything of a record: that does not outlive the page.
 */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`entente.${name}`)
  } catch {
    return null
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`entente.${name}`, value)
  } catch {
    // A browser that keeps nothing still works; it asks the device again.
  }
}
