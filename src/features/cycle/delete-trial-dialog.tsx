import { Button, List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type CycleDetail, cycleRoutes } from './contract.ts'
import { trialRoutes } from './trial-contract.ts'
import { isTitleTyped, titleToType } from './typed-title.ts'

const texts = cycleTexts.trial
const kinds = ['units', 'scores', 'evidenceLinks', 'explanations', 'votes', 'papers'] as const

interface Props {
  readonly cycle: CycleDetail
}

/** Takes a trial cycle back whole; its name has to be typed. */
export const DeleteTrial = ({ cycle }: Props) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.remove}
      </Button>
      {isOpen && <Dialog cycle={cycle} onClose={() => setOpen(false)} />}
    </>
  )
}

const Dialog = ({ cycle, onClose }: Props & { readonly onClose: () => void }) => {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const isTyped = isTitleTyped(typed, cycle.title)
  const goes = useCall(trialRoutes.whatGoes, { params: { cycleId: cycle.id } })
  const remove = useChange(trialRoutes.deleteTrial, { refreshes: [cycleRoutes.list, trialRoutes.trials] })
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isTyped) return
    const outcome = await remove.run({ params: { cycleId: cycle.id }, body: { title: typed }, ifMatch: cycle.version })
    if (outcome.ok) await navigate({ to: '/ky-danh-gia' })
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={texts.removeTitle} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void act(event)}>
        <Stack gap="md">
          <Text>{texts.removeText}</Text>
          <Loaded call={goes}>
            {(value) => (
              <List size="sm">
                {kinds.map((kind) => (
                  <List.Item key={kind}>{texts.goes[kind](formatFigure(String(value[kind])))}</List.Item>
                ))}
              </List>
            )}
          </Loaded>
          <Text size="sm">{texts.stays}</Text>
          <Text>
            {texts.typeName} <b>{titleToType(cycle.title)}</b>
          </Text>
          <TextInput
            label={texts.typed}
            description={isTyped ? undefined : texts.notTyped(typed.trim() !== '')}
            inputWrapperOrder={['label', 'input', 'description']}
            maxLength={300}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <FormActs
            act={texts.removeAct}
            onCancel={onClose}
            isRunning={remove.isRunning}
            isIncomplete={!isTyped}
            refused={remove.refused}
          />
        </Stack>
      </form>
    </Modal>
  )
}
