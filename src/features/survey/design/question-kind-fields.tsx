import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { freeName, type QuestionFile, wordsIn, withWords } from '../../../core/survey/design.ts'
import { surveyDesignTexts as texts } from '../../../language/pages/survey-design.ts'
import { LinesField } from './lines-field.tsx'

interface Props<Kind extends QuestionFile['kind']> {
  readonly question: Extract<QuestionFile, { kind: Kind }>
  readonly onChange: (question: QuestionFile) => void
}

const whole = (value: string | number): number | undefined => (value === '' ? undefined : Number(value))

/** The scale: its ends, its words, and from which level on an answer is positive. */
const ScaleFields = ({ question, onChange }: Props<'scale' | 'matrix'>) => {
  const [from, to] = [question.from ?? 1, question.to ?? 5]
  const set = (change: object) => onChange({ ...question, ...change } as QuestionFile)
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        <NumberInput label={texts.lowest} min={0} max={1} value={from} onChange={(value) => set({ from: whole(value) ?? 1 })} w={140} />
        <NumberInput label={texts.highest} min={1} max={100} value={to} onChange={(value) => set({ to: whole(value) ?? 5 })} w={140} />
        <NumberInput
          label={texts.positive}
          min={1}
          max={to}
          value={question.top ?? Math.floor((to - from + 1) / 2)}
          onChange={(value) => set({ top: whole(value) })}
        />
      </Group>
      <LinesField
        label={texts.labels}
        description={texts.labelsHint}
        lines={(question.labels ?? []).map((label) => wordsIn(label))}
        onChange={(lines) => set({ labels: lines.map((line, index) => withWords(question.labels?.[index], line)) })}
      />
      <Group gap="xs">
        <Text>{texts.ready.label}:</Text>
        {(['satisfaction', 'agreement', 'quality'] as const).map((ready) => (
          <Button
            key={ready}
            size="compact-sm"
            variant="default"
            onClick={() => set({ from: 1, to: 5, labels: [...texts.readyLabels[ready]] })}
          >
            {texts.ready[ready]}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}

/** Options keep their codes where their words stay, so that conditions on them stay right. */
const ChoiceFields = ({ question, onChange }: Props<'single' | 'multiple'>) => {
  const setLines = (lines: readonly string[]): void => {
    const free = question.options.filter(({ text }) => wordsIn(text) !== '')
    let next = Math.max(0, ...free.map(({ code }) => code))
    const used = new Set<number>()
    const options = lines.map((line, index) => {
      const same = free.find(({ code, text }) => wordsIn(text) === line && !used.has(code))
      const old = same ?? (lines.length === question.options.length ? question.options[index] : undefined)
      const code = old && !used.has(old.code) ? old.code : (next += 1)
      used.add(code)
      return { code, text: withWords(old?.text, line) }
    })
    onChange({ ...question, options })
  }
  return (
    <Stack gap="xs">
      <LinesField
        label={texts.options}
        lines={question.options.map(({ text }) => wordsIn(text)).filter((line) => line !== '')}
        onChange={setLines}
      />
      {question.kind === 'multiple' && (
        <NumberInput
          label={texts.most}
          min={1}
          max={question.options.length}
          value={question.most ?? ''}
          onChange={(value) => {
            const { most: _before, ...rest } = question
            const most = whole(value)
            onChange(most === undefined ? rest : { ...rest, most })
          }}
          w={200}
        />
      )}
    </Stack>
  )
}

const RowsField = ({ question, onChange }: Props<'matrix'>) => (
  <LinesField
    label={texts.rows}
    lines={question.rows.map(({ text }) => wordsIn(text)).filter((line) => line !== '')}
    onChange={(lines) => {
      const names: string[] = []
      const rows = lines.map((line, index) => {
        const old =
          question.rows.find(({ text }) => wordsIn(text) === line) ??
          (lines.length === question.rows.length ? question.rows[index] : undefined)
        const id = old && !names.includes(old.id) ? old.id : freeName('d', [...names, ...question.rows.map((row) => row.id)])
        names.push(id)
        return { id, text: withWords(old?.text, line) }
      })
      onChange({ ...question, rows })
    }}
  />
)

/** What a question of its kind asks for beyond its words. */
export const QuestionKindFields = ({
  question,
  onChange,
}: {
  readonly question: QuestionFile
  readonly onChange: (question: QuestionFile) => void
}) => {
  switch (question.kind) {
    case 'scale':
      return <ScaleFields question={question} onChange={onChange} />
    case 'matrix':
      return (
        <Stack gap="xs">
          <RowsField question={question} onChange={onChange} />
          <ScaleFields question={question} onChange={onChange} />
        </Stack>
      )
    case 'single':
    case 'multiple':
      return <ChoiceFields question={question} onChange={onChange} />
    case 'number':
      return (
        <Group>
          <NumberInput
            label={texts.from}
            min={0}
            value={question.from ?? 0}
            onChange={(value) => onChange({ ...question, from: whole(value) ?? 0 })}
          />
          <NumberInput
            label={texts.to}
            min={0}
            max={32_000}
            value={question.to ?? 32_000}
            onChange={(value) => onChange({ ...question, to: whole(value) ?? 32_000 })}
          />
        </Group>
      )
    case 'text':
      return (
        <NumberInput
          label={texts.longest}
          min={1}
          max={4000}
          value={question.longest ?? 2000}
          onChange={(value) => onChange({ ...question, longest: whole(value) ?? 2000 })}
          w={200}
        />
      )
    case 'yesNo':
      return null
  }
}
