import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { Moment } from '../../../web/widgets/figures.tsx'
import type { AppraisalLeaf } from '../shapes.ts'
import type { SheetPlace } from '../sheet-place.ts'
import { ComparePanel } from '../compare/compare-panel.tsx'
import { LeafFindings } from '../inspections/leaf-findings.tsx'
import { SecondLookFindings } from '../second-look/leaf-findings.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { type Draft, undecided } from './draft.ts'
import type { SheetRow } from './sheet-rows.ts'
import classes from './sheet.module.css'
import { OwnFacts } from './own-facts.tsx'
import { RequestExplanation } from './request-explanation.tsx'
import { TreatmentChoice } from './treatment-choice.tsx'
import { RoundsBefore, UnitSays } from './rounds-before.tsx'
import { denominatorIf, type Sheet } from './use-sheet.ts'

interface Props {
  readonly sheet: Sheet
  readonly row: SheetRow & { readonly leaf: AppraisalLeaf }
  readonly canChange: boolean
  readonly place: SheetPlace
  /** The sheet on which the unit can be asked to explain; absent where it cannot. */
  readonly requests: SheetPlace | undefined
  /** Documents of the leaf; another feature's, put in by the shell. */
  readonly evidence: ReactNode
}

/** Everything about the chosen leaf: what the unit says and proves, what else can be decided, who decided. */
export const LeafPanel = ({ sheet, row, canChange, place, requests, evidence }: Props) => {
  const { node, leaf } = row
  const entry = sheet.view.entries.get(node.id)
  const draft = entry?.value ?? undecided
  const edit = (value: Draft): void => sheet.autosave.edit([{ id: node.id, value }])
  const isOwn = node.source === 'appraised'
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {node.code} {node.name}
      </Title>
      {entry && <ConflictChoice entry={entry} onSettle={(keep) => sheet.autosave.settle(node.id, keep)} />}
      <ChangedClaim leaf={leaf} />
      {!leaf.isMine && <Alert color="navy">{appraisalTexts.notMine}</Alert>}
      <RoundsBefore leaf={leaf} />
      <UnitSays leaf={leaf} />
      {isOwn && <Explanation leaf={leaf} />}
      {isOwn && evidence}
      {isOwn && <OwnFacts node={node} leaf={leaf} draft={draft} canChange={canChange} onEdit={edit} />}
      <LeafFindings place={place} nodeId={node.id} />
      <SecondLookFindings place={place} nodeId={node.id} />
      <ComparePanel place={place} nodeId={node.id} />
      <Printed title={appraisalTexts.calculation} text={node.calculation} />
      <Printed title={appraisalTexts.note} text={node.note} />
      {draft.status === 'notApplicable' && (
        <TreatmentChoice
          value={draft.treatment}
          canChange={canChange}
          denominator={(treatment) => denominatorIf(sheet.plan, sheet.rows, sheet.draftAt, node.id, treatment)}
          onChange={(treatment) => edit({ ...draft, treatment })}
        />
      )}
      {requests && leaf.isMine && <RequestExplanation key={node.id} place={requests} leaf={leaf} />}
      {canChange && <OtherDecisions draft={draft} isOwn={isOwn} isClaimed={leaf.claim?.status === 'notApplicable'} onEdit={edit} />}
      {leaf.decision?.changedBy && (
        <Text size="sm" c="gray.7">
          {appraisalTexts.decidedBy(leaf.decision.changedBy.name)}
          <Moment value={leaf.decision.changedAt} />
        </Text>
      )}
    </Stack>
  )
}

/** The unit scored anew after its self-assessment was returned: the decision before is told, not kept. */
const ChangedClaim = ({ leaf: { claim, decision } }: { readonly leaf: AppraisalLeaf }) => {
  if (!decision?.points || (decision.claimedPoints === claim?.points && (decision.claimedVersion ?? claim?.version) === claim?.version))
    return null
  const figure = (points: string | undefined): string => (points === undefined ? '–' : formatFigure(points))
  return (
    <Alert color="yellow">
      {appraisalTexts.claimChanged(figure(decision.claimedPoints), figure(claim?.points), figure(decision.points))}
    </Alert>
  )
}

const Explanation = ({ leaf: { claim } }: { readonly leaf: AppraisalLeaf }) => (
  <div>
    <Text fw={600}>{claim?.status === 'notApplicable' ? appraisalTexts.basis : appraisalTexts.explanation}</Text>
    {claim?.explanation ? (
      <blockquote className={classes.quote}>{claim.explanation}</blockquote>
    ) : (
      <Text size="sm" c="gray.7">
        {appraisalTexts.noExplanation}
      </Text>
    )}
  </div>
)

const Printed = ({ title, text }: { readonly title: string; readonly text: string | undefined }) =>
  text ? (
    <div>
      <Text fw={600}>{title}</Text>
      <blockquote className={classes.quote}>{text}</blockquote>
    </div>
  ) : null

interface DecisionsProps {
  readonly draft: Draft
  readonly isOwn: boolean
  readonly isClaimed: boolean
  readonly onEdit: (draft: Draft) => void
}

const OtherDecisions = ({ draft, isOwn, isClaimed, onEdit }: DecisionsProps) => (
  <Group gap="xs" className="no-print">
    {draft.status !== 'notApplicable' && (
      <Button size="xs" variant="default" onClick={() => onEdit({ ...draft, status: 'notApplicable', typed: '' })}>
        {isClaimed ? appraisalTexts.acceptNotApplicable : appraisalTexts.setNotApplicable}
      </Button>
    )}
    {!isOwn && draft.status !== 'notMeasured' && (
      <Button size="xs" variant="default" onClick={() => onEdit({ status: 'notMeasured', typed: '', reason: draft.reason })}>
        {appraisalTexts.setNotMeasured}
      </Button>
    )}
    {draft.status !== 'missing' && (
      <Button size="xs" variant="subtle" onClick={() => onEdit(undecided)}>
        {appraisalTexts.takeBack}
      </Button>
    )}
  </Group>
)
