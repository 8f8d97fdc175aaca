import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { pointsText } from '../../../core/exact/points.ts'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { explanationTexts } from '../../../language/pages/explanation.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type ExplanationLeaf, explanationRoutes, type ExplanationSheet } from '../explanation-contract.ts'
import { AnswerForm } from './answer-form.tsx'
import classes from './explanation.module.css'

interface Props {
  readonly sheet: ExplanationSheet
  readonly leaf: ExplanationLeaf
  readonly node: FrameworkNode
}

const figureOf = (side: { readonly status: string; readonly points?: string | undefined } | undefined, max: string): string => {
  if (side?.status === 'notApplicable') return appraisalTexts.notApplicable
  return side?.points === undefined ? '–' : explanationTexts.points(formatFigure(side.points), formatFigure(max))
}

/** One leaf: claimed and given with reasons, what was asked, and the unit's answer. */
export const LeafAnswer = ({ sheet, leaf, node }: Props) => (
  <Paper component="section" withBorder p="md" aria-labelledby={`tieu-chi-${leaf.nodeId}`}>
    <Stack gap="xs">
      <Title order={2} size="h4" id={`tieu-chi-${leaf.nodeId}`}>
        {node.code} {node.name}
      </Title>
      <dl className={classes.figures}>
        <div>
          <dt>{explanationTexts.claimed}</dt>
          <dd>{figureOf(leaf.claim, pointsText(node.maxPoints))}</dd>
        </div>
        {leaf.given.map((each) => (
          <div key={each.round}>
            <dt>{labelsVi.rounds[each.round]}</dt>
            <dd>{figureOf(each, pointsText(node.maxPoints))}</dd>
            {each.reason && <dd className={classes.reason}>{each.reason}</dd>}
          </div>
        ))}
      </dl>
      {leaf.explained?.request && (
        <Alert color="navy" title={explanationTexts.asked(leaf.explained.requestedBy ?? '')}>
          {leaf.explained.request}
        </Alert>
      )}
      {sheet.canExplain && leaf.canDispute ? <AnswerForm sheet={sheet} leaf={leaf} node={node} /> : <Answered sheet={sheet} leaf={leaf} />}
    </Stack>
  </Paper>
)

const Answered = ({ sheet, leaf }: Pick<Props, 'sheet' | 'leaf'>) => {
  const withdraw = useChange(explanationRoutes.withdraw)
  const { explained } = leaf
  if (!explained?.answer) return null
  const place = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
  const isOpen = explained.answer === 'disputed' && !explained.isWithdrawn
  return (
    <Stack gap={6}>
      <Text fw={600}>{explained.answer === 'disputed' ? explanationTexts.dispute : explanationTexts.agree}</Text>
      {explained.text && <Text className={classes.reason}>{explained.text}</Text>}
      {explained.documents.length > 0 && (
        <List size="sm">
          {explained.documents.map(({ id, title, number }) => (
            <List.Item key={id}>{[number, title].filter(Boolean).join(': ')}</List.Item>
          ))}
        </List>
      )}
      {explained.isWithdrawn && <Text c="gray.7">{explanationTexts.withdrawn}</Text>}
      {explained.isOvertaken && <Alert color="yellow">{explanationTexts.overtaken}</Alert>}
      {explained.answeredAt && (
        <Text size="sm" c="gray.7">
          {explanationTexts.answered(explained.answeredBy ?? '')}
          <Moment value={explained.answeredAt} />
        </Text>
      )}
      {withdraw.refused && <ErrorState refused={withdraw.refused} />}
      {sheet.canWithdraw && isOpen && (
        <Group>
          <Button
            size="xs"
            variant="default"
            loading={withdraw.isRunning}
            onClick={() => void withdraw.run({ params: place, body: { nodeId: leaf.nodeId, version: explained.version } })}
          >
            {explanationTexts.withdraw}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
