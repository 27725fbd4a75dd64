/** The page that shares these elements. The ids stand behind the #, which a browser never sends. */
export function sharingAddress(ids: readonly string[]): string {
  return `/sharing#ids=${ids.map(encodeURIComponent).join(',')}`
}

/** Reads the ids of an address; none where it has none. */
export function sharedIds(hash: string): string[] {
  const ids = new URLSearchParams(hash.replace(/^#/, '')).get('ids') ?? ''
  return ids.split(',').filter((id) => id !== '')
}
