import { formatFigure } from '../../language/format.ts'
import { appraisalTexts } from '../../language/pages/appraisal.ts'
import classes from './sheet/sheet.module.css'

interface Props<Name extends string> {
  readonly names: readonly Name[]
  readonly labels: Readonly<Record<Name, string>>
  readonly counts: Readonly<Record<Name, number>>
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
}

/** Filters as sentences, each with what it leaves. */
export const FilterChips = <Name extends string>({ names, labels, counts, chosen, onChoose }: Props<Name>) => (
  <div className={`${classes.chips} no-print`} role="group" aria-label={appraisalTexts.filterLabel}>
    {names.map((name) => (
      <button key={name} type="button" className={classes.chip} aria-pressed={name === chosen} onClick={() => onChoose(name)}>
        {labels[name]} ({formatFigure(String(counts[name]))})
      </button>
    ))}
  </div>
)
