import { Badge, Button, Checkbox, Group, Paper, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import {
  asKind,
  type QuestionFile,
  questionKinds,
  type QuestionKind,
  type QuestionnaireFile,
  wordsIn,
  withWords,
} from '../../../core/survey/design.ts'
import { surveyDesignTexts as texts } from '../../../language/pages/survey-design.ts'
import { QuestionKindFields } from './question-kind-fields.tsx'
import { ShowIfField } from './show-if-field.tsx'
import classes from './design.module.css'

export interface QuestionActs {
  readonly onOpen: (name: string | undefined) => void
  readonly onChange: (name: string, question: QuestionFile) => void
  readonly onMove: (name: string, by: -1 | 1) => void
  readonly onCopy: (question: QuestionFile) => void
  readonly onRemove: (name: string) => void
}

interface Props extends QuestionActs {
  readonly file: QuestionnaireFile
  readonly question: QuestionFile
  readonly number: number
  readonly isOpen: boolean
  readonly isFrozen: boolean
}

/** One question: a line that reads, or open, its fields. */
export const QuestionCard = (props: Props) => {
  const { question, number, isOpen, isFrozen, onOpen } = props
  const words = wordsIn(question.text)
  return (
    <Paper component="li" withBorder p="sm" id={`cau-${question.id}`} className={classes.question}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" className={classes.line}>
        <div>
          <Text fw={600} {...(words === '' && { c: 'red.8' })}>
            {number}. {words === '' ? texts.noWords : words}
          </Text>
          <Group gap="xs">
            <Badge variant="light" tt="none">
              {texts.kinds[question.kind]}
            </Badge>
            {question.required && <Text size="sm">{texts.required}</Text>}
            {question.showIf && <Text size="sm">{texts.showIf.toLowerCase()}…</Text>}
            <Text size="sm" c="gray.7">
              {question.id}
            </Text>
          </Group>
        </div>
        {!isFrozen && (
          <Button
            size="compact-sm"
            variant={isOpen ? 'filled' : 'default'}
            onClick={() => onOpen(isOpen ? undefined : question.id)}
            aria-expanded={isOpen}
            aria-label={`${isOpen ? texts.done : texts.edit}: ${texts.question(String(number))}`}
          >
            {isOpen ? texts.done : texts.edit}
          </Button>
        )}
      </Group>
      {isOpen && <Fields {...props} />}
    </Paper>
  )
}

const Fields = ({ file, question, onChange, onMove, onCopy, onRemove }: Props) => {
  const set = (changed: QuestionFile): void => onChange(question.id, changed)
  return (
    <Stack gap="sm" mt="sm">
      <Textarea
        label={texts.text}
        autosize
        minRows={1}
        value={wordsIn(question.text)}
        onChange={(event) => set({ ...question, text: withWords(question.text, event.currentTarget.value) })}
        maxLength={4000}
        required
        data-autofocus
      />
      <Select
        label={texts.kind}
        data={questionKinds.map((value) => ({ value, label: texts.kinds[value] }))}
        value={question.kind}
        onChange={(kind) => kind && set(asKind(question, kind as QuestionKind))}
        allowDeselect={false}
        maw={360}
      />
      <QuestionKindFields key={question.kind} question={question} onChange={set} />
      <Checkbox
        label={texts.required}
        checked={question.required ?? false}
        onChange={(event) => set({ ...question, required: event.currentTarget.checked })}
      />
      {question.kind !== 'text' && (
        <Checkbox
          label={texts.dontKnow}
          checked={question.dontKnow ?? false}
          onChange={(event) => set({ ...question, dontKnow: event.currentTarget.checked })}
        />
      )}
      <ShowIfField file={file} question={question} onChange={set} />
      <TextInput
        label={texts.help}
        value={wordsIn(question.help)}
        onChange={(event) => {
          const { help: _before, ...rest } = question
          const help = event.currentTarget.value
          set((help === '' ? rest : { ...question, help: withWords(question.help, help) }) as QuestionFile)
        }}
      />
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => onMove(question.id, -1)}>
          {texts.up}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onMove(question.id, 1)}>
          {texts.down}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onCopy(question)}>
          {texts.copy}
        </Button>
        <Button size="compact-sm" variant="default" c="red.8" onClick={() => onRemove(question.id)}>
          {texts.remove}
        </Button>
      </Group>
    </Stack>
  )
}
