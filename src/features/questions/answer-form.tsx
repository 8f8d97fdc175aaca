import { Button, Group, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { questionTexts as texts } from '../../language/pages/questions.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type Question, questionRoutes } from './contract.ts'

interface Props {
  readonly question: Question
  readonly params: { readonly cycleId: string; readonly unitId: string }
  readonly code: string
}

/** An answer, or a further question, in a thread. */
export const AnswerForm = ({ question, params, code }: Props) => {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [isAsked, setAsked] = useState(false)
  const say = useChange(questionRoutes.say, { refreshes: [questionRoutes.ofLeaf, questionRoutes.list] })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (text.trim()) void say.run({ params: { ...params, questionId: question.id }, body: { text }, ifMatch: question.version })
  }
  if (!isOpen)
    return (
      <Button size="compact-sm" variant="default" className="no-print" onClick={() => setOpen(true)}>
        {texts.answer}
      </Button>
    )
  return (
    <form onSubmit={send} className="no-print">
      <Textarea
        label={texts.answerTo(code)}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form opened because its button was pressed
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        error={isAsked && !text.trim() && texts.missing}
      />
      {say.refused && <ErrorState refused={say.refused} />}
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" loading={say.isRunning}>
          {texts.send}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(false)}>
          {widgetTexts.cancel}
        </Button>
      </Group>
    </form>
  )
}
