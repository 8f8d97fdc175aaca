import { deadlineWords } from '../../language/deadline-words.ts'
import { formatDate, formatFigure, formatMoment, formatPercent, roundText } from '../../language/format.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import classes from './figures.module.css'
import { useTimeZone } from './session.ts'

/** Points with a decimal comma; a dash with words for readers where there are none. `decimals` rounds for the eye only. */
export const Points = ({ value, decimals }: { readonly value: string | null | undefined; readonly decimals?: number }) =>
  value === null || value === undefined ? (
    <span className={classes.none} title={widgetTexts.notScored}>
      –
    </span>
  ) : (
    <span className={classes.figure}>{formatFigure(decimals === undefined ? value : roundText(value, decimals))}</span>
  )

/** A percent kept as text 0–100: `87,65%`. */
export const Percent = ({ value, decimals = 2 }: { readonly value: string | null | undefined; readonly decimals?: number }) =>
  value === null || value === undefined ? (
    <span className={classes.none}>–</span>
  ) : (
    <span className={classes.figure}>{formatPercent(value, decimals)}</span>
  )

/** `2021-07-28` as 28/07/2021. */
export const DateText = ({ value }: { readonly value: string }) => <time dateTime={value}>{formatDate(value)}</time>

/** A moment as `14:32 ngày 28/07/2021`. */
export const Moment = ({ value }: { readonly value: string }) => <time dateTime={value}>{formatMoment(value, useTimeZone())}</time>

/** A closing moment as a deadline: `17:00 ngày 04/12/2026`; closing at midnight is the end of the day before. The Swedish order of a moment is that of ISO. */
export const lastMoment = (closes: string, timeZone: string): string =>
  deadlineWords(new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(closes) - 60_000))

/** The same where it stands by itself. */
export const LastMoment = ({ closes }: { readonly closes: string }) => lastMoment(closes, useTimeZone())

/** How long there is: `còn 6 ngày`, `hết hạn hôm nay`, `quá hạn 2 ngày`. Days are counted in the authority's zone. */
export const DaysLeft = ({ closes, now = Date.now() }: { readonly closes: string; readonly now?: number }) => {
  const timeZone = useTimeZone()
  const days = dayNumber(Date.parse(closes) - 1, timeZone) - dayNumber(now, timeZone)
  const isOver = Date.parse(closes) <= now
  return (
    <span className={isOver || days <= 3 ? classes.urgent : undefined}>{widgetTexts.daysLeft(isOver ? Math.min(days, -1) : days)}</span>
  )
}

/** Days since 1970 on the calendar of the zone; the Swedish order of a date is that of ISO. */
const dayNumber = (moment: number, timeZone: string): number =>
  Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment)) / 86_400_000
