import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { publicationWords as words } from '../../language/pages/publication.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type PublicPart, usualParts } from '../../core/publication/public-parts.ts'
import { type Publication, publicationRoutes, type ReadyCycle } from './contract.ts'
import { CorrectedScores, type CorrectedLine } from './corrected-scores.tsx'
import { PublicPartsFields } from './public-parts-fields.tsx'

/** Counts are known of a cycle that waits, not of one that is corrected. */
export type CycleToPublish = Pick<ReadyCycle, 'id' | 'year' | 'title'> & Partial<ReadyCycle>

interface Props {
  readonly cycle: CycleToPublish
  /** The publication that this one corrects. */
  readonly corrects?: Publication
  readonly onClose: () => void
}

/** Asks for title, publicity and, for a correction, the reason; says what freezing means. */
export const PublishDialog = ({ cycle, corrects, onClose }: Props) => {
  const publishing = useChange(publicationRoutes.publish)
  // One key per opened dialog: pressing twice publishes once.
  const [idempotencyKey] = useState(intentionKey)
  const [title, setTitle] = useState(corrects?.title ?? words.defaultTitle(cycle.year))
  const [isPublic, setPublic] = useState(corrects?.isPublic ?? true)
  const [reason, setReason] = useState('')
  const [parts, setParts] = useState<PublicPart[]>(corrects?.parts ?? [...usualParts])
  const [decision, setDecision] = useState({ number: '', date: '' })
  const [petitionDays, setPetitionDays] = useState('5')
  const [scores, setScores] = useState<readonly CorrectedLine[]>([])
  const hasNumber = decision.number.trim() !== ''
  const hasDate = decision.date !== ''
  const isIncomplete = !title.trim() || (corrects !== undefined && !reason.trim()) || hasNumber !== hasDate
  const publish = async (): Promise<void> => {
    const body = {
      title,
      isPublic,
      parts,
      ...(hasNumber && { decision }),
      petitionDays: Number(petitionDays) || 0,
      ...(corrects && { corrects: { id: corrects.id, reason, scores: scores.map(({ label: _, ...score }) => score) } }),
    }
    const outcome = await publishing.run({ params: { cycleId: cycle.id }, body, idempotencyKey })
    if (outcome.ok) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.publishTitle(cycle.title)}
      size="lg"
      closeButtonProps={{ 'aria-label': widgetTexts.close }}
    >
      <Stack>
        {cycle.units !== undefined && <Text fw={600}>{words.submittedOf(cycle.submitted ?? 0, cycle.units)}</Text>}
        <Text>{words.freezeNote}</Text>
        <TextInput
          label={words.publicationTitle}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
          data-autofocus
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={words.decisionNumber}
            description={words.decisionHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={decision.number}
            required={hasDate}
            onChange={(event) => setDecision({ ...decision, number: event.currentTarget.value })}
          />
          <DateField
            label={words.decisionDate}
            value={decision.date}
            onChange={(date) => setDecision({ ...decision, date })}
            required={hasNumber}
          />
        </SimpleGrid>
        {corrects && (
          <Textarea
            label={words.correctionReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            autosize
            minRows={2}
          />
        )}
        <Checkbox
          label={words.makePublic}
          description={words.makePublicHint}
          checked={isPublic}
          onChange={(event) => setPublic(event.currentTarget.checked)}
        />
        {isPublic && <PublicPartsFields parts={parts} onChange={setParts} />}
        <TextInput
          label={words.petitionDays}
          description={words.petitionDaysHint}
          inputMode="numeric"
          value={petitionDays}
          onChange={(event) => setPetitionDays(event.currentTarget.value.replace(/\D/g, '').slice(0, 2))}
        />
        {corrects && <CorrectedScores publicationId={corrects.id} scores={scores} onChange={setScores} />}
        {publishing.refused && <ProblemList problems={publishing.refused.problems} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button loading={publishing.isRunning} onClick={publish} disabled={isIncomplete}>
            {corrects ? words.correct : words.publish}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
