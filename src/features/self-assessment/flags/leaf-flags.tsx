import { Alert, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { factLabels } from '../../../language/fact-labels.ts'
import { leafFlagTexts as texts } from '../../../language/pages/leaf-flags.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import { FormActs } from '../../../web/widgets/form-acts.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { type EvidenceAbsence, flagRoutes, type LateLeaf } from './contract.ts'

interface Props {
  readonly cycleId: string
  readonly unitId: string
  readonly nodeId: string
  readonly canChange: boolean
}

const labels: Readonly<Record<string, string>> = factLabels

/** At one leaf: what is dated after the cut-off, and that there are no documents, where the unit says so. */
export const LeafFlags = ({ cycleId, unitId, nodeId, canChange }: Props) => {
  const flags = useCall(flagRoutes.flags, { params: { cycleId, unitId } })
  const late = flags.value?.late.find((each) => each.nodeId === nodeId)
  const absence = flags.value?.absences.find((each) => each.nodeId === nodeId)
  if (!flags.value) return null
  return (
    <Stack gap="xs" mt="xs">
      {late && flags.value.cutOff && <Late late={late} cutOff={flags.value.cutOff} />}
      <Absence
        place={{ cycleId, unitId, nodeId }}
        absence={absence}
        canChange={canChange && (absence !== undefined || !flags.value.documented.includes(nodeId))}
      />
    </Stack>
  )
}

const Late = ({ late, cutOff }: { readonly late: LateLeaf; readonly cutOff: string }) => (
  <Alert color="yellow" p="xs" title={texts.lateTitle(cutOff)}>
    <List size="sm">
      {late.documents.map(({ title, issuedOn }) => (
        <List.Item key={`${title} ${issuedOn}`}>{texts.lateDocument(title, issuedOn)}</List.Item>
      ))}
      {late.facts.map(({ key, on }) => (
        <List.Item key={key}>{texts.lateFact(labels[key] ?? key, on)}</List.Item>
      ))}
      {late.days.map((day) => (
        <List.Item key={day}>{texts.lateDay(day)}</List.Item>
      ))}
    </List>
  </Alert>
)

interface AbsenceProps {
  readonly place: Omit<Props, 'canChange'>
  readonly absence: EvidenceAbsence | undefined
  readonly canChange: boolean
}

const Absence = ({ place, absence, canChange }: AbsenceProps) => {
  const [isOpen, setOpen] = useState(false)
  const withdraw = useChange(flagRoutes.withdraw, { refreshes: [flagRoutes.flags] })
  if (!absence && !canChange) return null
  return (
    <>
      {absence && (
        <Alert color="gray" p="xs" title={texts.declared}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {absence.reason}
          </Text>
          <Text size="sm" c="gray.8">
            {absence.declaredBy.name}, <Moment value={absence.declaredAt} />
          </Text>
          {absence.hasDocuments && <Text size="sm">{texts.void}</Text>}
        </Alert>
      )}
      {canChange && (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
            {absence ? texts.change : texts.declare}
          </Button>
          {absence && (
            <Button
              variant="default"
              size="compact-sm"
              loading={withdraw.isRunning}
              onClick={() => void withdraw.run({ params: place, ifMatch: absence.version })}
            >
              {texts.withdraw}
            </Button>
          )}
        </Group>
      )}
      {withdraw.refused && <ErrorState refused={withdraw.refused} />}
      {isOpen && <DeclareDialog place={place} absence={absence} onClose={() => setOpen(false)} />}
    </>
  )
}

const DeclareDialog = ({ place, absence, onClose }: Omit<AbsenceProps, 'canChange'> & { readonly onClose: () => void }) => {
  const [reason, setReason] = useState(absence?.reason ?? '')
  const declare = useChange(flagRoutes.declare, { refreshes: [flagRoutes.flags] })
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const outcome = await declare.run({ params: place, body: { reason }, ifMatch: absence?.version ?? 0 })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.dialogTitle} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <Textarea
            label={texts.reason}
            description={texts.reasonHint}
            required
            withAsterisk={false}
            autosize
            minRows={3}
            maxLength={2000}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormActs
            act={texts.save}
            onCancel={onClose}
            isRunning={declare.isRunning}
            isIncomplete={!reason.trim()}
            refused={declare.refused}
          />
        </Stack>
      </form>
    </Modal>
  )
}
