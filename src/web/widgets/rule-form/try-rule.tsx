import { Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { decimalText } from '../../../core/exact/decimal.ts'
import type { Points } from '../../../core/exact/points.ts'
import { enterInput, inputAt } from '../../../core/rules/enter-input.ts'
import type { AskedQuestion, Inputs, InputValue } from '../../../core/rules/inputs.ts'
import type { Rule } from '../../../core/rules/registry.ts'
import type { RuleResult } from '../../../core/rules/result.ts'
import { scoreWithQuestions } from '../../../core/rules/score-rule.ts'
import type { Trace } from '../../../core/score.ts'
import { formatFigure, roundText } from '../../../language/format.ts'
import { inputRefusal } from '../../../language/input-refusal.ts'
import { ruleEditorTexts } from '../../../language/pages/rule-editor.ts'
import { ruleTraceSentence } from '../../../language/rule-trace.ts'
import { questionLabel, whyWord } from '../../../language/rule-words.ts'
import { InputField } from '../rule-inputs/input-field.tsx'
import classes from './rule-form.module.css'

const words = ruleEditorTexts.editor

const recordOf = (text: string): Inputs =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [name = '', value = ''] = line.split('=').map((part) => part.trim())
      return name === '' ? [] : [[name, value]]
    }),
  )

interface RecordProps {
  readonly question: AskedQuestion
  readonly onChange: (value: InputValue | undefined) => void
}

/** Values by name, such as those of other units: one on each line. */
const RecordField = ({ question, onChange }: RecordProps) => {
  const [typed, setTyped] = useState('')
  return (
    <Textarea
      label={questionLabel(question)}
      description={words.nameEach}
      autosize
      minRows={2}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(text.trim() === '' ? undefined : recordOf(text))
      }}
    />
  )
}

const Step = ({ trace }: { readonly trace: Trace }) => (
  <li>
    {ruleTraceSentence(trace.result, trace.facts ?? {})}
    {trace.parts && (
      <ul className={classes.trace}>
        {trace.parts.map((part, index) => (
          <Step key={index} trace={part} />
        ))}
      </ul>
    )}
  </li>
)

const isAt = (question: AskedQuestion, at: string): boolean => at === question.name || at.startsWith(`${question.name}.`)

const refusalAt = (result: RuleResult, question: AskedQuestion): string | undefined =>
  result.status === 'refused' ? result.problems.filter(({ at }) => isAt(question, at)).map(inputRefusal)[0] : undefined

const shown = (value: Parameters<typeof decimalText>[0]): string => formatFigure(roundText(decimalText(value), 4))

const headline = (result: RuleResult): string => {
  if (result.status === 'scored') return words.scored(shown(result.points), shown(result.appliedMax))
  if (result.status === 'notApplicable') return result.points ? words.notApplicableCounts(shown(result.points)) : words.notApplicable
  return result.status === 'notMeasured' ? `${words.notMeasured}: ${whyWord(result.why)}` : ''
}

const Outcome = ({ result, questions }: { readonly result: RuleResult; readonly questions: readonly AskedQuestion[] }) => (
  <div role="status" aria-live="polite">
    {headline(result) !== '' && <Text className={classes.figure}>{headline(result)}</Text>}
    {result.status === 'missing' && (
      <Text>
        {words.missing}: {result.needed.map((question) => questionLabel(question)).join('; ')}.
      </Text>
    )}
    {result.status === 'refused' &&
      result.problems
        .filter(({ at }) => !questions.some((question) => isAt(question, at)))
        .map((problem) => (
          <Text key={problem.code + problem.at} c="red.7">
            {inputRefusal(problem)}
          </Text>
        ))}
    {'trace' in result && (
      <>
        <Text fw={600} size="sm" mt="xs">
          {words.why}
        </Text>
        <ul className={classes.trace}>
          <Step trace={result.trace} />
        </ul>
      </>
    )}
  </div>
)

/** A rule tried on facts that nobody keeps: points, what lacks, and why, as one types. */
export const TryRule = ({ rule, max }: { readonly rule: Rule; readonly max: Points }) => {
  const [inputs, setInputs] = useState<Inputs>({})
  const { result, questions } = scoreWithQuestions(rule, inputs, max)
  return (
    <Stack gap="xs" component="section" aria-label={words.tryIt}>
      <Title order={3} size="h4">
        {words.tryIt}
      </Title>
      <Text size="sm" c="gray.7">
        {words.tryHint}
      </Text>
      {questions.map((question) => {
        const change = (value: InputValue | undefined): void => setInputs(enterInput(inputs, question.path, value))
        return question.type === 'record' ? (
          <RecordField key={question.name} question={question} onChange={change} />
        ) : (
          <InputField
            key={question.name}
            question={question}
            value={inputAt(inputs, question.path)}
            error={refusalAt(result, question)}
            readOnly={false}
            beside={undefined}
            onChange={change}
          />
        )
      })}
      <Outcome result={result} questions={questions} />
    </Stack>
  )
}
