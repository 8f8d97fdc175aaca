import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { DateField } from '../../web/widgets/date-field.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { organisationRoutes } from './contract.ts'
import type { UnitDialog } from './unit-dialog.ts'

const texts = organisationTexts.closeUnit

/** A unit that is no more from a day on, and that nobody follows. */
export const CloseUnit = ({ unit, onClose }: UnitDialog) => {
  const [on, setOn] = useState('')
  const end = useChange(organisationRoutes.closeUnit, { refreshes: [organisationRoutes.units] })
  const act = async (): Promise<void> => {
    const outcome = await end.run({ params: { unitId: unit.id }, ifMatch: unit.version, body: { on } })
    if (outcome.ok) onClose(texts.done(unit.name))
  }
  return (
    <Confirm
      isOpen
      isFinal
      title={texts.title(unit.name)}
      act={texts.act}
      onAct={() => void act()}
      onClose={() => onClose()}
      isRunning={end.isRunning}
      refused={end.refused}
    >
      <Stack gap="sm">
        <Text>{texts.text}</Text>
        <DateField label={texts.on} value={on} onChange={setOn} required />
      </Stack>
    </Confirm>
  )
}
