import { formatFigure } from '../../language/format.ts'
import classes from './filter-chips.module.css'

interface Props<Name extends string> {
  readonly label: string
  readonly names: readonly Name[]
  readonly labels: Readonly<Record<Name, string>>
  readonly counts: Readonly<Record<Name, number>>
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
}

/** Filters as sentences, each with how many it leaves. */
export const FilterChips = <Name extends string>({ label, names, labels, counts, chosen, onChoose }: Props<Name>) => (
  <div className={`${classes.chips} no-print`} role="group" aria-label={label}>
    {names.map((name) => (
      <button key={name} type="button" className={classes.chip} aria-pressed={name === chosen} onClick={() => onChoose(name)}>
        {labels[name]} ({formatFigure(String(counts[name]))})
      </button>
    ))}
  </div>
)
