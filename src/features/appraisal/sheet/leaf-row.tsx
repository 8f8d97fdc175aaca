import { type KeyboardEvent, memo } from 'react'
import { parsePoints, pointsText, subtractPoints } from '../../../core/exact/points.ts'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { problemSentence } from '../../../language/problem-sentence.ts'
import type { Entry } from '../../../web/widgets/autosave/autosave-state.ts'
import { Points } from '../../../web/widgets/figures.tsx'

import type { AppraisalLeaf } from '../shapes.ts'
import { ClaimCell } from './claim-cell.tsx'
import { checkDraft, type Draft, typeInto } from './draft.ts'
import { type OfferedReason, ReasonField } from './reason-field.tsx'
import type { SheetRow } from './sheet-rows.ts'
import classes from './sheet.module.css'

/** What rows tell the table; the same functions at every drawing, so that only the row that changes is drawn anew. */
export interface RowActs {
  readonly edit: (id: string, draft: Draft) => void
  readonly accept: (id: string) => void
  readonly go: (from: string, step: 1 | -1) => void
  readonly choose: (id: string) => void
}

interface Props {
  readonly row: SheetRow & { readonly leaf: AppraisalLeaf }
  readonly entry: Entry<Draft>
  readonly isChosen: boolean
  readonly canChange: boolean
  readonly used: readonly OfferedReason[]
  readonly acts: RowActs
}

const { columns } = appraisalTexts

export const givenId = (id: string): string => `diem-${id}`
const reasonId = (id: string): string => `ly-do-${id}`

const shown = ({ status, typed }: Draft): string =>
  status === 'notApplicable' ? appraisalTexts.notApplicableShort : status === 'notMeasured' ? appraisalTexts.notMeasured : typed

/** Words in the cell go as soon as a figure is typed or something is deleted. */
const typedInto = (draft: Draft, text: string): Draft =>
  typeInto(draft, draft.status === 'notApplicable' || draft.status === 'notMeasured' ? text.replace(/[^\d.,-]/g, '') : text)

const reasonDue = new Set([
  'lessThanBefore',
  'reasonForDispute',
  'missingReason',
  'refusalWithoutReason',
  'missingScoreSource',
  'missingBasis',
])

const differenceOf = ({ claim }: AppraisalLeaf, { status, typed }: Draft): string | undefined => {
  const [given, claimed] = [status === 'scored' ? parsePoints(typed) : undefined, parsePoints(claim?.points ?? '')]
  if (given === undefined || claimed === undefined) return undefined
  const difference = subtractPoints(given, claimed)
  return `${difference > 0 ? '+' : ''}${formatFigure(pointsText(difference))}`.replace('-', '−')
}

const hintFor = (row: Props['row'], { status }: Draft): string => {
  if (status === 'notApplicable') return appraisalTexts.basisHint
  return row.node.source === 'appraised' ? appraisalTexts.reasonHint : appraisalTexts.sourceHint
}

/** What the rounds before gave, and that the unit asks to look again. */
const matterText = ({ earlier, explained }: AppraisalLeaf): string =>
  [
    ...earlier.map(({ round, points }) =>
      appraisalTexts.roundGave(labelsVi.rounds[round], points === undefined ? '–' : formatFigure(points)),
    ),
    ...(explained?.answer === 'disputed' ? [appraisalTexts.answers.disputed] : [appraisalTexts.rowFilters.matters]),
  ].join(' · ')

/** One leaf: claimed and given side by side, the reason where one is due or given. */
export const LeafRow = memo(({ row, entry, isChosen, canChange: canChangeAny, used, acts }: Props) => {
  const { node, leaf, depth } = row
  const canChange = canChangeAny && leaf.isMine
  const draft = entry.value
  const problems = draft.status === 'missing' ? [] : checkDraft(node, leaf, draft)
  const isDue = problems.some(({ code }) => reasonDue.has(code))
  const hasReason = draft.status !== 'missing' && (isDue || draft.reason !== '' || node.source !== 'appraised')
  const sentences = [...problems.map((each) => problemSentence(each)), ...(entry.refused ?? [])]
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      acts.go(node.id, event.key === 'ArrowDown' ? 1 : -1)
    }
    if (event.key !== '=' && event.key !== 'Enter') return
    event.preventDefault()
    if (event.key === '=' || draft.status === 'missing') acts.accept(node.id)
    else if (isDue) document.getElementById(reasonId(node.id))?.focus()
    else acts.go(node.id, 1)
  }
  return (
    <tr
      className={classes.leaf}
      data-chosen={isChosen}
      data-conflict={entry.conflict !== undefined}
      data-matter={leaf.isMatter}
      onFocus={() => acts.choose(node.id)}
      onClick={() => acts.choose(node.id)}
    >
      <td className={classes.code}>{node.code}</td>
      <th scope="row" className={classes.name} style={{ paddingInlineStart: 8 + depth * 10 }}>
        {node.name}
        {leaf.isMatter && <span className={classes.matter}>{matterText(leaf)}</span>}
      </th>
      <td className={classes.figure} data-label={columns.max}>
        <Points value={pointsText(node.maxPoints)} />
      </td>
      <td className={classes.figure} data-label={columns.claimed}>
        <ClaimCell leaf={leaf} source={node.source} />
      </td>
      <td className={classes.figure} data-label={columns.given}>
        {canChange ? (
          <input
            id={givenId(node.id)}
            className={classes.given}
            aria-label={appraisalTexts.enterFor(node.code, node.name)}
            aria-invalid={problems.length > 0}
            aria-describedby={sentences.length ? `loi-${node.id}` : undefined}
            inputMode="decimal"
            autoComplete="off"
            value={shown(draft)}
            data-decided={draft.status !== 'missing' && problems.length === 0}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => acts.edit(node.id, typedInto(draft, event.currentTarget.value))}
            onKeyDown={onKeyDown}
          />
        ) : (
          <span>{formatFigure(shown(draft)) || '–'}</span>
        )}
      </td>
      <td className={classes.figure} data-label={columns.difference}>
        {differenceOf(leaf, draft)}
      </td>
      <td className={classes.reasonCell}>
        {canChange && hasReason ? (
          <ReasonField
            id={reasonId(node.id)}
            code={node.code}
            reason={draft.reason}
            hint={hintFor(row, draft)}
            isDue={isDue || draft.reason !== ''}
            used={used}
            onChange={(reason) => acts.edit(node.id, { ...draft, reason })}
            onDone={() => acts.go(node.id, 1)}
          />
        ) : (
          draft.reason
        )}
        {sentences.length > 0 && (
          <div id={`loi-${node.id}`} className={classes.problem}>
            {sentences.join(' ')}
          </div>
        )}
      </td>
    </tr>
  )
})
