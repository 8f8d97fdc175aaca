import { Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
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
import { ruleEditorTexts } from '../../../language/pages/rule-editor.ts'
import { ruleFault } from '../../../language/rule-faults.ts'
import { ruleTraceSentence } from '../../../language/rule-trace.ts'
import { choiceWord, questionLabel, whyWord } from '../../../language/rule-words.ts'
import { DateField } from '../../../web/widgets/date-field.tsx'
import classes from './rule-form.module.css'

const words = ruleEditorTexts.editor

interface AnswerProps {
  readonly question: AskedQuestion
  readonly value: InputValue | undefined
  readonly onChange: (value: InputValue | undefined) => void
}

const recordOf = (text: string): Inputs =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [name = '', value = ''] = line.split('=').map((part) => part.trim())
      return name === '' ? [] : [[name, value]]
    }),
  )

/** Several values at once: one on each line. */
const Lines = ({ question: { type }, label, onChange }: AnswerProps & { readonly label: string }) => {
  const [typed, setTyped] = useState('')
  const read = (text: string): InputValue => (type === 'list' ? text.split('\n').filter((line) => line.trim() !== '') : recordOf(text))
  return (
    <Textarea
      label={label}
      description={type === 'list' ? words.oneEach : words.nameEach}
      autosize
      minRows={2}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(event.currentTarget.value.trim() === '' ? undefined : read(event.currentTarget.value))
      }}
    />
  )
}

const Answer = (props: AnswerProps) => {
  const { question, value, onChange } = props
  const label = `${questionLabel(question)}${question.unit === undefined ? '' : ` (${question.unit})`}`
  const choose = (data: readonly (readonly [string, string])[], take: (chosen: string) => InputValue) => (
    <NativeSelect
      label={label}
      value={value === undefined || value === null ? '' : String(value)}
      data={[{ value: '', label: '' }, ...data.map(([each, word]) => ({ value: each, label: word }))]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : take(event.currentTarget.value))}
    />
  )
  if (question.type === 'flag')
    return choose(
      [
        ['true', words.yes],
        ['false', words.no],
      ],
      (chosen) => chosen === 'true',
    )
  if (question.type === 'choice')
    return choose(
      (question.choices ?? []).map((each) => [each, choiceWord(each)]),
      (chosen) => chosen,
    )
  if (question.type === 'list' || question.type === 'record') return <Lines {...props} label={label} />
  if (question.type === 'date')
    return (
      <Group gap="sm" align="flex-end">
        <DateField
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(date) => onChange(date === '' ? undefined : date)}
        />
        <Checkbox
          label={words.notDone}
          mb={8}
          checked={value === null}
          onChange={(event) => onChange(event.currentTarget.checked ? null : undefined)}
        />
      </Group>
    )
  return (
    <TextInput
      label={label}
      inputMode={question.type === 'text' ? 'text' : 'decimal'}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
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

const shown = (value: Parameters<typeof decimalText>[0]): string => formatFigure(roundText(decimalText(value), 4))

const headline = (result: RuleResult): string => {
  if (result.status === 'scored') return words.scored(shown(result.points), shown(result.appliedMax))
  if (result.status === 'notApplicable') return result.points ? words.notApplicableCounts(shown(result.points)) : words.notApplicable
  return result.status === 'notMeasured' ? `${words.notMeasured}: ${whyWord(result.why)}` : ''
}

const Outcome = ({ result }: { readonly result: RuleResult }) => (
  <div role="status" aria-live="polite">
    {headline(result) !== '' && <Text className={classes.figure}>{headline(result)}</Text>}
    {result.status === 'missing' && (
      <Text>
        {words.missing}: {result.needed.map((question) => questionLabel(question)).join('; ')}.
      </Text>
    )}
    {result.status === 'refused' &&
      result.problems.map((problem) => (
        <Text key={problem.code + problem.at} c="red.7">
          {ruleFault(problem)}
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
      {questions.map((question) => (
        <Answer
          key={question.path.join('.')}
          question={question}
          value={inputAt(inputs, question.path)}
          onChange={(value) => setInputs(enterInput(inputs, question.path, value))}
        />
      ))}
      <Outcome result={result} />
    </Stack>
  )
}
