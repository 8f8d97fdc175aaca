import { Group, MultiSelect, Select, Text } from '@mantine/core'
import { conditionText } from '../../../core/survey/condition-text.ts'
import type { QuestionFile, QuestionnaireFile } from '../../../core/survey/design.ts'
import { surveyDesignTexts as texts } from '../../../language/pages/survey-design.ts'
import { answerables } from './answerable.ts'

interface Props {
  readonly file: QuestionnaireFile
  readonly question: QuestionFile
  readonly onChange: (question: QuestionFile) => void
}

const withoutCondition = (question: QuestionFile): QuestionFile => {
  const { showIf: _before, ...rest } = question
  return rest as QuestionFile
}

/** When a question is asked: always, or after certain answers to one that stands before it. */
export const ShowIfField = ({ file, question, onChange }: Props) => {
  const before = answerables(file, question.id)
  const { showIf } = question
  if (showIf && !('question' in showIf)) return <Text>{texts.showIfMany(conditionText(showIf))}</Text>
  if (before.length === 0) return null
  const asked = before.find(({ id }) => id === showIf?.question)
  return (
    <Group align="flex-start" grow preventGrowOverflow={false}>
      <Select
        label={texts.showIf}
        placeholder={texts.always}
        data={before.map(({ id, label }) => ({ value: id, label }))}
        value={showIf?.question ?? null}
        onChange={(id) => {
          const chosen = before.find((each) => each.id === id)
          const first = chosen?.values[0]
          onChange(
            chosen && first ? { ...question, showIf: { question: chosen.id, is: [Number(first.value)] } } : withoutCondition(question),
          )
        }}
        clearable
        searchable
      />
      {asked && showIf && (
        <MultiSelect
          label={texts.showIfIs}
          data={[...asked.values]}
          value={showIf.is.map(String)}
          onChange={(values) => values.length > 0 && onChange({ ...question, showIf: { question: asked.id, is: values.map(Number) } })}
        />
      )}
    </Group>
  )
}
