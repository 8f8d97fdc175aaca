import { formatDate } from './format.ts'

const pad = (figure: number): string => String(figure).padStart(2, '0')

/** The hour and day at which a last minute ends (`2026-12-04T16:59`); no hour where it is the last minute of its day. */
const endOf = (lastMinute: string): { readonly date: string; readonly hour?: string; readonly minute?: string } => {
  const date = formatDate(lastMinute.slice(0, 10))
  const end = 60 * Number(lastMinute.slice(11, 13)) + Number(lastMinute.slice(14, 16)) + 1
  return end === 24 * 60 ? { date } : { date, hour: pad(Math.floor(end / 60)), minute: pad(end % 60) }
}

/** A deadline for the eye, out of its last minute on the authority's clock: "17:00 ngày 04/12/2026", or "hết ngày 04/12/2026" where the whole day counts. */
export const deadlineWords = (lastMinute: string): string => {
  const { date, hour, minute } = endOf(lastMinute)
  return hour === undefined ? `hết ngày ${date}` : `${hour}:${minute} ngày ${date}`
}

/** The same as a paper writes it: "17 giờ 00 ngày 04/12/2026", "hết ngày 04/12/2026". */
export const deadlineOnPaper = (lastMinute: string): string => {
  const { date, hour, minute } = endOf(lastMinute)
  return hour === undefined ? `hết ngày ${date}` : `${hour} giờ ${minute} ngày ${date}`
}
