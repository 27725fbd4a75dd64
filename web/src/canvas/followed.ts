/** Reads what `read` does, the same as before while these parts of it are the same. */
export function followed<State extends object>(
  read: () => State,
  parts: readonly (keyof State)[],
): () => State {
  let last = read()
  return () => {
    const now = read()
    if (parts.some((part) => now[part] !== last[part])) last = now
    return last
  }
}
