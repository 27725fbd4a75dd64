/** A shortcut's keys, with blanks between, and what they do. */
export type Shortcut = [keys: string, does: string]

/** The shortcuts that act: without those of single characters where these are turned off. */
export function acting(shortcuts: readonly Shortcut[], letters: boolean): readonly Shortcut[] {
  return letters ? shortcuts : shortcuts.filter(([keys]) => keys.split(' ').some((key) => key.length > 1))
}
