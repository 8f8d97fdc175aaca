import { Button, Group, Select, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { QuestionCircle } from '../../core/self-assessment/question.ts'
import { questionTexts as texts } from '../../language/pages/questions.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { questionRoutes } from './contract.ts'

interface Props {
  readonly params: { readonly cycleId: string; readonly unitId: string; readonly nodeId: string }
  /** People of the unit choose whom they ask; whoever appraises asks the unit. */
  readonly isOfUnit: boolean
  readonly onClose: () => void
}

/** Begins a thread at a criterion. */
export const AskForm = ({ params, isOfUnit, onClose }: Props) => {
  const [circle, setCircle] = useState<QuestionCircle>('appraisal')
  const [text, setText] = useState('')
  const [isAsked, setAsked] = useState(false)
  const ask = useChange(questionRoutes.ask, { refreshes: [questionRoutes.ofLeaf, questionRoutes.list] })
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (!text.trim()) return
    const outcome = await ask.run({ params, body: { circle, text } })
    if (outcome.ok) onClose()
  }
  return (
    <form onSubmit={(event) => void send(event)} className="no-print">
      <Stack gap="xs">
        {isOfUnit && (
          <Select
            label={texts.circleLabel}
            allowDeselect={false}
            data={(['appraisal', 'unit'] as const).map((value) => ({ value, label: texts.circleChoices[value] }))}
            value={circle}
            onChange={(value) => setCircle(value === 'unit' ? 'unit' : 'appraisal')}
          />
        )}
        <Textarea
          label={texts.question}
          description={texts.questionHint}
          autosize
          minRows={2}
          maxLength={4000}
          value={text}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form opened because its button was pressed
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
          error={isAsked && !text.trim() && texts.missing}
        />
        {ask.refused && <ErrorState refused={ask.refused} />}
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={ask.isRunning}>
            {texts.send}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {widgetTexts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
