import { Button, Group, MultiSelect, Radio, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { explanationTexts } from '../../../language/pages/explanation.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type ExplanationLeaf, explanationRoutes, type ExplanationSheet } from '../explanation-contract.ts'

interface Props {
  readonly sheet: ExplanationSheet
  readonly leaf: ExplanationLeaf
  readonly node: FrameworkNode
}

const useAnswer = ({ sheet, leaf }: Props) => {
  const { explained } = leaf
  const [answer, setAnswer] = useState<'agreed' | 'disputed' | ''>(explained?.answer ?? '')
  const [text, setText] = useState(explained?.text ?? '')
  const [documents, setDocuments] = useState(() => (explained?.documents ?? []).map(({ id }) => id))
  const change = useChange(explanationRoutes.change)
  const isTextDue = answer === 'disputed' || (answer !== '' && explained?.request !== undefined)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (answer === '' || (isTextDue && !text.trim())) return
    const params = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
    const said = { nodeId: leaf.nodeId, version: explained?.version ?? 0, answer, documents, ...(text.trim() && { text: text.trim() }) }
    await change.run({ params, body: { answers: [said] } })
  }
  const isSaved =
    explained?.answer === answer &&
    (explained.text ?? '') === text.trim() &&
    explained.documents.map(({ id }) => id).join() === documents.join()
  return { answer, setAnswer, text, setText, documents, setDocuments, change, isTextDue, isSaved, save }
}

/** Agrees or asks to look again, with text and documents of the unit's register. */
export const AnswerForm = (props: Props) => {
  const { sheet, node } = props
  const form = useAnswer(props)
  return (
    <form onSubmit={(event) => void form.save(event)}>
      <Stack gap="xs">
        <Radio.Group
          aria-label={explanationTexts.answerFor(node.code)}
          value={form.answer}
          onChange={(value) => form.setAnswer(value === 'disputed' ? 'disputed' : 'agreed')}
        >
          <Group gap="lg">
            <Radio value="agreed" label={explanationTexts.agree} />
            <Radio value="disputed" label={explanationTexts.dispute} />
          </Group>
        </Radio.Group>
        {form.answer !== '' && (
          <>
            <Textarea
              label={explanationTexts.text}
              autosize
              minRows={2}
              maxLength={8000}
              value={form.text}
              error={form.isTextDue && !form.text.trim() && explanationTexts.textDue}
              onChange={(event) => form.setText(event.currentTarget.value)}
            />
            <MultiSelect
              label={explanationTexts.documents}
              description={explanationTexts.documentsHint}
              searchable
              data={sheet.documents.map(({ id, title, number }) => ({ value: id, label: [number, title].filter(Boolean).join(': ') }))}
              value={form.documents}
              onChange={form.setDocuments}
            />
          </>
        )}
        {form.change.refused && <ErrorState refused={form.change.refused} />}
        <Group gap="sm">
          <Button type="submit" size="xs" loading={form.change.isRunning} disabled={form.answer === '' || form.isSaved}>
            {explanationTexts.save}
          </Button>
          {form.isSaved && (
            <Text size="sm" role="status">
              {explanationTexts.saved}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  )
}
