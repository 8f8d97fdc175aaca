import { Button, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type CycleDetail, cycleRoutes } from './contract.ts'
import { DemandFields } from './demand-fields.tsx'
import { DeadlineFields, deadlineOf } from './deadline-fields.tsx'

interface Props {
  readonly cycle: CycleDetail
}

/** Opens a prepared cycle for its units. */
export const OpenCycle = ({ cycle }: Props) => {
  const [isAsking, setAsking] = useState(false)
  const open = useChange(cycleRoutes.open)
  const hasDeadline = cycle.selfAssessmentDeadline !== undefined
  const act = async (): Promise<void> => {
    const outcome = await open.run({ params: { cycleId: cycle.id }, ifMatch: cycle.version })
    if (outcome.ok) setAsking(false)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{cycleTexts.open.act}</Button>
      <Confirm
        isOpen={isAsking}
        title={cycleTexts.open.title}
        act={hasDeadline ? cycleTexts.open.act : cycleTexts.open.withoutDeadline}
        onAct={() => void act()}
        onClose={() => setAsking(false)}
        isRunning={open.isRunning}
        refused={open.refused}
      >
        <Text>{cycleTexts.open.text(formatFigure(String(cycle.units.length)))}</Text>
        {!hasDeadline && (
          <Text mt="xs" fw={600}>
            {cycleTexts.open.noDeadline}
          </Text>
        )}
      </Confirm>
    </>
  )
}

/** Takes a prepared cycle back. */
export const DeleteCycle = ({ cycle }: Props) => {
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const remove = useChange(cycleRoutes.remove, { refreshes: [cycleRoutes.list] })
  const act = async (): Promise<void> => {
    const outcome = await remove.run({ params: { cycleId: cycle.id }, ifMatch: cycle.version })
    if (outcome.ok) await navigate({ to: '/ky-danh-gia' })
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {cycleTexts.remove.act}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={cycleTexts.remove.title}
        act={cycleTexts.remove.act}
        onAct={() => void act()}
        onClose={() => setAsking(false)}
        isRunning={remove.isRunning}
        refused={remove.refused}
        isFinal
      >
        {cycleTexts.remove.text}
      </Confirm>
    </>
  )
}

/** Changes the name, puts the deadline off. */
export const ChangeCycle = ({ cycle }: Props) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {cycleTexts.change.open}
      </Button>
      {isOpen && <ChangeDialog cycle={cycle} onClose={() => setOpen(false)} />}
    </>
  )
}

const ChangeDialog = ({ cycle, onClose }: Props & { readonly onClose: () => void }) => {
  const [title, setTitle] = useState(cycle.title)
  const [deadline, setDeadline] = useState<Parameters<typeof deadlineOf>[0]>({ kind: 'through', date: '' })
  const [demands, setDemands] = useState({ submissionDemand: cycle.submissionDemand, publicationDemand: cycle.publicationDemand })
  const change = useChange(cycleRoutes.change)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const written = deadlineOf(deadline)
    const body = { title, ...demands, ...(written && { selfAssessmentDeadline: written }) }
    const outcome = await change.run({ params: { cycleId: cycle.id }, body, ifMatch: cycle.version })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={cycleTexts.change.title} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <TextInput
            label={cycleTexts.add.name}
            required
            withAsterisk={false}
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <DeadlineFields value={deadline} onChange={setDeadline} />
          <Text size="sm" c="gray.7">
            {cycleTexts.change.keep}
          </Text>
          <DemandFields value={demands} onChange={setDemands} />
          <FormActs act={cycleTexts.change.act} onCancel={onClose} isRunning={change.isRunning} refused={change.refused} />
        </Stack>
      </form>
    </Modal>
  )
}
