import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { fractionOfPoints } from '../../../core/exact/fraction.ts'
import { pointsText } from '../../../core/exact/points.ts'
import { factsRuleOf, ruleOfLeaf } from '../../../core/rules/leaf-outcome.ts'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { ruleSentence } from '../../../language/rules.ts'
import { ConflictBox } from './conflict-box.tsx'
import type { Entry } from './entry.ts'
import { FactsPart } from './facts-part.tsx'
import { LeafActs } from './leaf-acts.tsx'
import { ExplanationField, PointsField } from './leaf-fields.tsx'
import classes from './panel.module.css'
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
      <Requirement title={texts.printedCalculation} text={node.calculation} />
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
  const rule = factsRuleOf(row.node)
  return (
    <>
      <ConflictBox entry={entry} />
      {rule ? <FactsPart row={row} entry={entry} rule={rule} year={year} /> : <RuleOfPoints row={row} />}
      {!rule && hasPoints && <PointsField row={row} entry={entry} />}
      {canChange && <LeafActs row={row} entry={entry} />}
      {row.previous && year !== undefined && (
        <Text size="sm" c="gray.7">
          {texts.previous(year, row.previous.points === undefined ? selfAssessmentTexts.notApplicable : formatFigure(row.previous.points))}
        </Text>
      )}
      <ExplanationField row={row} entry={entry} />
    </>
  )
}

/** A rule by which points themselves are stated: its sentence, and that a reason is due. */
const RuleOfPoints = ({ row: { node } }: { readonly row: SheetRow }) => {
  const rule = ruleOfLeaf(node)
  if (!rule) return null
  return (
    <Text size="sm">
      {ruleSentence(rule, fractionOfPoints(node.maxPoints))} {rule.kind === 'manual' ? texts.manual : texts.beyondUnit}
    </Text>
  )
}
