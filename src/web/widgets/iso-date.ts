/** `1/2/2026` or `01/02/2026` → `2026-02-01`; `undefined` where it is no day of the calendar. */
export const isoDateOf = (typed: string): string | undefined => {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim())
  if (!match) return undefined
  const [day = '', month = '', year = ''] = match.slice(1)
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : undefined
}
