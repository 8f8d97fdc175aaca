import { resultsWords as words } from '../../language/pages/results.ts'
import type { Area } from './shapes.ts'
import classes from './heat-legend.module.css'

/** What the numbers in the head of the heat map stand for, and its colours. */
export const HeatLegend = ({ areas }: { readonly areas: readonly Area[] }) => (
  <div className={classes.legend}>
    <ul className={classes.bands} aria-label={words.heatLegend}>
      {words.heat.map((band, index) => (
        <li key={band} data-mark={index}>
          {band}
        </li>
      ))}
    </ul>
    <ul className={classes.areas} aria-label={words.areasLegend}>
      {areas.map(({ id, code, name }) => (
        <li key={id}>
          {code && <b>{code}</b>} {name}
        </li>
      ))}
    </ul>
  </div>
)
