import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { pointsText } from '../../../core/exact/points.ts'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { BasisDialog } from './basis-dialog.tsx'
import { ConflictBox } from './conflict-box.tsx'
import { clearPoints, editText, enterText, takePrevious } from './edits.ts'
import classes from './panel.module.css'
import type { Entry } from './entry.ts'
import type { SheetRow } from './sheet-rows.ts'
import { useEntry, useSession } from './use-session.ts'

const texts = selfAssessmentTexts.panel

interface Props {
  readonly row: SheetRow
  readonly year: number | undefined
  /** Also a field for the points: where there is no room for the grid. */
  readonly hasPoints?: boolean
  readonly evidence?: ReactNode
}

/** One criterion in full: what it asks for, what the unit says about it, its documents, last year. */
export const LeafPanel = ({ row, year, hasPoints, evidence }: Props) => {
  const entry = useEntry(row.id)
  const { node } = row
  return (
    <Stack gap="sm" className={classes.panel}>
      <div>
        <Title order={2} size="h3">
          {node.code} {node.name}
        </Title>
        <Text c="gray.7">{texts.maxPoints(formatFigure(pointsText(node.maxPoints)))}</Text>
      </div>
      {entry ? (
        <OwnPart key={row.id} row={row} entry={entry} year={year} hasPoints={hasPoints ?? false} />
      ) : (
        <Text>{texts.source(labelsVi.sources[node.source])}</Text>
      )}
      <Requirement title={texts.calculation} text={node.calculation} />
      <Requirement title={texts.evidenceDue} text={node.evidence} />
      <Requirement title={texts.note} text={node.note} />
      {entry && <div>{evidence}</div>}
    </Stack>
  )
}

const Requirement = ({ title, text }: { readonly title: string; readonly text: string | undefined }) =>
  text ? (
    <section>
      <Title order={3}>{title}</Title>
      <Text className={classes.printed}>{text}</Text>
    </section>
  ) : null

interface OwnProps {
  readonly row: SheetRow
  readonly entry: Entry
  readonly year: number | undefined
  readonly hasPoints: boolean
}

const OwnPart = ({ row, entry, year, hasPoints }: OwnProps) => {
  const { canChange } = useSession()
  return (
    <>
      <ConflictBox entry={entry} />
      {hasPoints && <PointsField row={row} entry={entry} />}
      {canChange && <Acts row={row} entry={entry} />}
      {row.previous && year !== undefined && (
        <Text size="sm" c="gray.7">
          {texts.previous(year, row.previous.points === undefined ? selfAssessmentTexts.notApplicable : formatFigure(row.previous.points))}
        </Text>
      )}
      <ExplanationField row={row} entry={entry} />
    </>
  )
}

const PointsField = ({ row, entry }: { readonly row: SheetRow; readonly entry: Entry }) => {
  const session = useSession()
  const shown = editText(entry, 'points')
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  return (
    <TextInput
      label={texts.points}
      inputMode="decimal"
      size="lg"
      value={typed}
      readOnly={!session.canChange}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== shown && enterText(session, row, 'points', typed)}
      error={entry.refused?.message}
    />
  )
}

const ExplanationField = ({ row, entry }: { readonly row: SheetRow; readonly entry: Entry }) => {
  const session = useSession()
  const shown = entry.claim.explanation ?? ''
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  return (
    <Textarea
      label={entry.claim.status === 'notApplicable' ? texts.basis : texts.explanation}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={4000}
      value={typed}
      readOnly={!session.canChange}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== shown && enterText(session, row, 'explanation', typed)}
    />
  )
}

const Acts = ({ row, entry }: { readonly row: SheetRow; readonly entry: Entry }) => {
  const session = useSession()
  const [isAsking, setAsking] = useState(false)
  const before = row.previous?.points
  const isEmpty = entry.claim.status === 'missing' && !entry.refused
  return (
    <Group gap="xs">
      {before !== undefined && (
        <Button variant="default" size="compact-sm" onClick={() => takePrevious(session, row)}>
          {texts.takePrevious(formatFigure(before))}
        </Button>
      )}
      {entry.claim.status !== 'notApplicable' && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {texts.claimNotApplicable}
        </Button>
      )}
      {!isEmpty && (
        <Button variant="default" size="compact-sm" onClick={() => clearPoints(session, row.id)}>
          {texts.clear}
        </Button>
      )}
      {isAsking && <BasisDialog nodeId={row.id} onClose={() => setAsking(false)} />}
    </Group>
  )
}
