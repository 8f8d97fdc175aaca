/** Vietnam keeps one time the whole year. */
const offset = '+07:00'
const offsetMs = 7 * 60 * 60 * 1000

/** A moment as day and time of Vietnam, `2026-03-02T14:30`; empty for none. */
export const localTime = (moment: string | undefined): string =>
  moment === undefined ? '' : new Date(Date.parse(moment) + offsetMs).toISOString().slice(0, 16)

/** The other way; `undefined` where no day is written. Where no time is, the day begins. */
export const momentOf = (local: string): string | undefined => {
  const [day = '', time = ''] = local.split('T')
  const moment = new Date(`${day}T${time || '00:00'}:00${offset}`)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}
