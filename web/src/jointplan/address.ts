/** The address of one joint plan on the page of all. Its id stands behind the #, which browsers do not send. */
export function jointPlanAddress(id: string): string {
  return `/joint-plans#${new URLSearchParams({ plan: id }).toString()}`
}

/** Which joint plan an address names; null for none. */
export function planInAddress(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('plan')
}
