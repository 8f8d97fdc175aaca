import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { councilTexts } from '../../../language/pages/council.ts'
import type { AgendaItem } from '../council-contract.ts'
import classes from './council.module.css'

export const itemId = ({ unit, nodeId }: AgendaItem): string => `${unit.id}/${nodeId}`

interface Side {
  readonly status: string
  readonly points?: string | undefined
}

/** Points of one side, or that the leaf does not apply. */
export const sideText = (side: Side | undefined): string => {
  if (side?.status === 'notApplicable') return appraisalTexts.notApplicable
  return side?.points === undefined ? '–' : formatFigure(side.points)
}

interface Props {
  readonly items: readonly AgendaItem[]
  readonly chosen: AgendaItem | undefined
  readonly onChoose: (item: AgendaItem) => void
}

/** What is before the council, unit by unit; the one in hand is marked. */
export const AgendaList = ({ items, chosen, onChoose }: Props) => (
  <div className={classes.list} role="group" aria-label={councilTexts.agenda}>
    {[...Map.groupBy(items, ({ unit }) => unit.id).values()].map((own) => (
      <section key={own[0]?.unit.id} aria-label={own[0]?.unit.name}>
        <h2 className={classes.unit}>{own[0]?.unit.name}</h2>
        {own.map((item) => (
          <button
            key={item.nodeId}
            type="button"
            className={classes.item}
            aria-current={item === chosen}
            data-decided={item.decision !== undefined}
            onClick={() => onChoose(item)}
          >
            <span>
              {item.code} {item.name}
            </span>
            <span className={classes.figures}>
              {councilTexts.columns.claimed}: {sideText(item.claim)}
              {item.given.map((each) => ` · ${labelsVi.rounds[each.round]}: ${sideText(each)}`)}
              {item.decision && <b>{` · ${councilTexts.columns.decision}: ${sideText(item.decision)}`}</b>}
            </span>
          </button>
        ))}
      </section>
    ))}
  </div>
)
