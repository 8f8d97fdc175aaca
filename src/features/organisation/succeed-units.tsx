import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { DateField } from '../../web/widgets/date-field.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { organisationRoutes } from './contract.ts'
import type { UnitDialog } from './unit-dialog.ts'
import { UnitsSelect } from './unit-select.tsx'

const texts = organisationTexts.succeed

/** Merger, split, or one unit in the place of another, on a day and by a decision. */
export const SucceedUnits = ({ unit, units, onClose }: UnitDialog) => {
  const [former, setFormer] = useState<readonly string[]>([unit.id])
  const [later, setLater] = useState<readonly string[]>([])
  const [since, setSince] = useState('')
  const [decision, setDecision] = useState('')
  const succeed = useChange(organisationRoutes.succeedUnits, { refreshes: [organisationRoutes.units] })
  const act = async (): Promise<void> => {
    const predecessors = units.filter(({ id }) => former.includes(id)).map(({ id, version }) => ({ unitId: id, version }))
    const body = { predecessors, successors: [...later], since, ...(decision.trim() && { decision: decision.trim() }) }
    if ((await succeed.run({ body })).ok) onClose(texts.done)
  }
  const living = units.filter(({ until }) => until === undefined)
  return (
    <Confirm
      isOpen
      isFinal
      title={texts.title}
      act={texts.act}
      onAct={() => void act()}
      onClose={() => onClose()}
      isRunning={succeed.isRunning}
      refused={succeed.refused}
    >
      <Stack gap="sm">
        <Text>{texts.text}</Text>
        <UnitsSelect
          label={texts.predecessors}
          units={living.filter(({ id }) => !later.includes(id))}
          value={former}
          onChange={setFormer}
          required
        />
        <UnitsSelect
          label={texts.successors}
          units={living.filter(({ id }) => !former.includes(id))}
          value={later}
          onChange={setLater}
          required
        />
        <DateField label={texts.since} value={since} onChange={setSince} required />
        <TextInput
          label={texts.decision}
          description={texts.decisionHint}
          value={decision}
          onChange={(event) => setDecision(event.currentTarget.value)}
          maxLength={300}
        />
      </Stack>
    </Confirm>
  )
}
