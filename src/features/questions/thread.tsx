import { Badge, Group, Paper, Text } from '@mantine/core'
import { questionTexts as texts } from '../../language/pages/questions.ts'
import { Moment } from '../../web/widgets/figures.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { Question } from './contract.ts'

interface Props {
  readonly question: Question
  readonly params: { readonly cycleId: string; readonly unitId: string }
  /** The number of the criterion; for whoever hears the page instead of seeing it. */
  readonly code: string
  readonly canAnswer: boolean
}

/** One thread: who said what, whether an answer is due, and where to give it. */
export const Thread = ({ question, params, code, canAnswer }: Props) => (
  <Paper p="sm" withBorder component="article" maw={860}>
    <Group gap="xs" mb={4}>
      <Badge color={question.state === 'open' ? 'yellow' : 'green'}>{texts.states[question.state]}</Badge>
      <Text size="xs" c="gray.7">
        {texts.circles[question.circle]}
      </Text>
    </Group>
    {question.messages.map(({ side, text, at, by, division }) => (
      <div key={at + by.id} style={{ marginBottom: 8 }}>
        <Text size="xs" c="gray.7">
          {texts.by(by.name, division ?? texts.sides[side])}, <Moment value={at} />
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      </div>
    ))}
    {canAnswer && <AnswerForm key={question.version} question={question} params={params} code={code} />}
  </Paper>
)
