import { memo } from 'react'
import { labelsVi } from '../../../language/labels.vi.ts'
import { pointsText } from '../../../core/exact/points.ts'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { formatFigure } from '../../../language/format.ts'
import { questionTexts } from '../../../language/pages/questions.ts'
import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import { cellText } from './edits.ts'
import { GridCell } from './grid-cell.tsx'
import classes from './grid.module.css'
import type { Entry } from './entry.ts'
import type { SheetRow } from './sheet-rows.ts'
import { useEntry, useSelectionIn } from './use-session.ts'

const stateOf = ({ conflict, held, value }: Entry): string | undefined =>
  conflict ? 'conflict' : held ? 'refused' : value.status === 'notApplicable' ? 'notApplicable' : undefined

const previousText = ({ previous }: SheetRow): string => {
  if (!previous) return ''
  if (previous.status === 'notApplicable') return texts.notApplicable
  return previous.points === undefined ? '' : formatFigure(previous.points)
}

const noteText = ({ node }: SheetRow): string =>
  [node.source === 'appraised' ? '' : labelsVi.sources[node.source], node.note ?? ''].filter(Boolean).join('. ')

/** Under the points of a leaf whose points come from facts: that they do, or what is to be done for them. */
const factsMark = ({ value, held }: Entry): string => {
  if (held?.inputs) return texts.facts.mend
  if (value.inputs) return value.status === 'missing' ? texts.facts.open : texts.facts.computed
  return value.status === 'missing' ? texts.facts.enter : ''
}

interface Props {
  readonly row: SheetRow
  readonly evidenceCount: number
  readonly openQuestions: number
}

/** A criterion that is scored. Renders again only when its own entry changes or the officer comes to it. */
export const LeafRow = memo(({ row, evidenceCount, openQuestions }: Props) => {
  const entry = useEntry(row.id)
  const selection = useSelectionIn(row.id)
  const hasFacts = factsRuleOf(row.node) !== undefined
  const message = entry?.conflict ? texts.conflict.short : entry?.held?.message
  const messageId = `why-${row.id}`
  return (
    <tr className={classes.leaf} data-current={selection !== undefined} data-node={row.isOwn ? row.id : undefined}>
      <td className={classes.code}>{row.node.code}</td>
      <th scope="row" className={classes.name}>
        {row.node.name}
        {message && (
          <span id={messageId} className={classes.why}>
            {message}
          </span>
        )}
      </th>
      <td className={classes.max}>
        {formatFigure(pointsText(row.node.maxPoints))}
        {row.target !== undefined && <span className={classes.target}>{texts.target(formatFigure(row.target))}</span>}
      </td>
      {entry ? (
        <>
          <GridCell row={row} entry={entry} column="points" selection={selection} state={stateOf(entry)} describedBy={message && messageId}>
            {cellText(entry, 'points')}
            {hasFacts && <span className={classes.byFacts}>{factsMark(entry)}</span>}
          </GridCell>
          <GridCell row={row} entry={entry} column="explanation" selection={selection}>
            <span className={classes.words}>{entry.value.explanation}</span>
            {evidenceCount > 0 && <span className={classes.documents}>{texts.documents(evidenceCount)}</span>}
            {openQuestions > 0 && <span className={classes.questions}>{questionTexts.open(openQuestions)}</span>}
          </GridCell>
        </>
      ) : (
        <>
          <td className={classes.foreign}>–</td>
          <td className={classes.foreign} />
        </>
      )}
      <td className={classes.previous}>{previousText(row)}</td>
      <td className={classes.note}>{noteText(row)}</td>
    </tr>
  )
})
