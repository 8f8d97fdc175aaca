import { addDays, daysBetween } from '../../core/dates.ts'
import { calendarTexts as texts } from '../../language/pages/calendar.ts'
import { formatDate } from '../../language/format.ts'
import type { Calendar, Step } from './contract.ts'
import classes from './timeline.module.css'

type Timed = Step & { readonly until: string }

/** A mere deadline is drawn as its last week, so that it is seen. */
const beginOf = ({ from, until }: Timed): string => from ?? addDays(until, -6)

interface Span {
  readonly first: string
  readonly days: number
}
const spanOf = (steps: readonly Timed[]): Span => {
  const first = steps.map(beginOf).reduce((a, b) => (a < b ? a : b))
  const last = steps.map(({ until }) => until).reduce((a, b) => (a > b ? a : b))
  return { first, days: daysBetween(first, last) + 1 }
}
const percentAt = ({ first, days }: Span, date: string): number => (daysBetween(first, date) / days) * 100

/** First days of the months within, thinned so that their names never touch. */
const monthsOf = (span: Span): readonly string[] => {
  const last = addDays(span.first, span.days - 1)
  const [year = 0, month = 1] = span.first.split('-').map(Number)
  const all = Array.from({ length: Math.ceil(span.days / 28) + 1 }, (_, index) => {
    const serial = year * 12 + month + index
    return `${Math.floor(serial / 12)}-${String((serial % 12) + 1).padStart(2, '0')}-01`
  }).filter((date) => date <= last && percentAt(span, date) <= 90)
  return all.filter((_, index) => index % Math.ceil(all.length / 6) === 0)
}

/** The steps as bars over the months, with today; the table below says the same in words. */
export const Timeline = ({ calendar: { steps, today } }: { readonly calendar: Calendar }) => {
  const timed = steps.filter((step): step is Timed => step.until !== undefined)
  if (timed.length === 0) return null
  const span = spanOf(timed)
  const now = percentAt(span, today)
  return (
    <figure className={classes.figure} aria-label={texts.timeline}>
      <div className={classes.months} aria-hidden="true">
        {monthsOf(span).map((date) => (
          <span key={date} style={{ left: `${percentAt(span, date)}%` }}>
            {formatDate(date).slice(3)}
          </span>
        ))}
      </div>
      <ol className={classes.steps}>
        {timed.map((step) => (
          <li key={step.id}>
            <span className={classes.name}>{step.title}</span>
            <span className={classes.track}>
              <span
                className={classes.bar}
                data-state={step.state}
                data-open={step.from === undefined}
                title={texts.window(step.from, step.until)}
                style={{
                  left: `${percentAt(span, beginOf(step))}%`,
                  width: `${((daysBetween(beginOf(step), step.until) + 1) / span.days) * 100}%`,
                }}
              />
              {now >= 0 && now <= 100 && <span className={classes.today} style={{ left: `${now}%` }} />}
            </span>
          </li>
        ))}
      </ol>
      {now >= 0 && now <= 100 && <figcaption className={classes.legend}>{texts.timelineToday(today)}</figcaption>}
    </figure>
  )
}
