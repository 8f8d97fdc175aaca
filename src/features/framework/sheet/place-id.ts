/** Where a place of the draft stands in the page: a row, the total, the head, the classes. Codes may hold anything, ids of a page may not. */
export const placeId = (at: string): string =>
  `cho-${at === '' ? 'chung' : Array.from(new TextEncoder().encode(at), (byte) => byte.toString(16)).join('')}`

/** Brings a place into sight and gives it the focus. */
export const goTo = (at: string): void => {
  const element = document.getElementById(placeId(at))
  element?.scrollIntoView({ block: 'center' })
  element?.focus({ preventScroll: true })
}
