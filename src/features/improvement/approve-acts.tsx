import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { improvementWords } from '../../language/pages/improvement.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { DateField } from '../../web/widgets/date-field.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes, type PlanView } from './contract.ts'

const words = improvementWords.approve

const Approve = ({ view }: { readonly view: PlanView }) => {
  const approve = useChange(improvementRoutes.approve)
  const [key, setKey] = useState<string>()
  const [number, setNumber] = useState('')
  const [on, setOn] = useState(view.today)
  const run = async (): Promise<void> => {
    const done = await approve.run({
      params: { unitId: view.unit.id, planId: view.id },
      body: { number, on },
      ifMatch: view.version,
      idempotencyKey: key ?? '',
    })
    if (done.ok) setKey(undefined)
  }
  return (
    <>
      <Button onClick={() => setKey(intentionKey())}>{words.act}</Button>
      <Confirm
        isOpen={key !== undefined}
        title={words.title}
        act={words.act}
        onAct={() => void run()}
        onClose={() => setKey(undefined)}
        isRunning={approve.isRunning}
        refused={approve.refused}
      >
        <Stack gap="sm">
          {words.text}
          <TextInput label={words.number} value={number} onChange={(event) => setNumber(event.currentTarget.value)} />
          <DateField label={words.on} value={on} onChange={setOn} required />
        </Stack>
      </Confirm>
    </>
  )
}

interface MoveProps {
  readonly view: PlanView
  readonly contract: typeof improvementRoutes.reopen | typeof improvementRoutes.close
  readonly act: string
  readonly text: string
  readonly isFinal?: boolean
}

const Move = ({ view, contract, act, text, isFinal = false }: MoveProps) => {
  const move = useChange(contract)
  const [isOpen, setOpen] = useState(false)
  const run = async (): Promise<void> => {
    if ((await move.run({ params: { unitId: view.unit.id, planId: view.id }, ifMatch: view.version })).ok) setOpen(false)
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {act}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={act}
        act={act}
        onAct={() => void run()}
        onClose={() => setOpen(false)}
        isRunning={move.isRunning}
        refused={move.refused}
        isFinal={isFinal}
      >
        {text}
      </Confirm>
    </>
  )
}

/** What the head may do with the plan as a whole, by its stage. */
export const ApproveActs = ({ view }: { readonly view: PlanView }) => {
  if (!view.mayApprove || view.stage === 'closed') return null
  if (view.stage === 'draft') return <Approve view={view} />
  return (
    <>
      <Move view={view} contract={improvementRoutes.reopen} act={words.reopen} text={words.reopenText} />
      <Move view={view} contract={improvementRoutes.close} act={words.close} text={words.closeText} isFinal />
    </>
  )
}
