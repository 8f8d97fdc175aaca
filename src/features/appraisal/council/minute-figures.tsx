import { parsePoints } from '../../../core/exact/points.ts'
import { councilTexts } from '../../../language/pages/council.ts'
import type { AgendaItem } from '../council-contract.ts'
import classes from './council.module.css'

type Move = 'raised' | 'kept' | 'lowered' | 'open'

/** What the council did to the points of the round before; a leaf found not to apply counts as raised. */
const moveOf = ({ decision, given }: AgendaItem): Move => {
  if (!decision) return 'open'
  const [before, now] = [parsePoints(given.at(-1)?.points ?? ''), parsePoints(decision.points ?? '')]
  if (now === undefined) return given.at(-1)?.status === decision.status ? 'kept' : 'raised'
  if (before === undefined) return 'lowered'
  return now > before ? 'raised' : now < before ? 'lowered' : 'kept'
}

/** The figures that the minutes need, counted from what was decided. */
export const MinuteFigures = ({ items }: { readonly items: readonly AgendaItem[] }) => {
  const moves = items.map(moveOf)
  const texts = councilTexts.minuteFigures
  const count = (move: Move): number => moves.filter((each) => each === move).length
  const rows = [
    [texts.units, new Set(items.map(({ unit }) => unit.id)).size],
    [texts.matters, items.length],
    [texts.raised, count('raised')],
    [texts.kept, count('kept')],
    [texts.lowered, count('lowered')],
    [texts.open, count('open')],
  ] as const
  return (
    <section aria-label={councilTexts.minutes}>
      <h2 className={classes.unit}>{councilTexts.minutes}</h2>
      <dl className={classes.minutes}>
        {rows.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
