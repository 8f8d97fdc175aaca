import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { CloseUnit } from './close-unit.tsx'
import type { Unit } from './contract.ts'
import { EditUnit } from './edit-unit.tsx'
import { SucceedUnits } from './succeed-units.tsx'
import { UnitHistory } from './unit-history.tsx'

const texts = organisationTexts.unitActs

const dialogs = { edit: EditUnit, succeed: SucceedUnits, close: CloseUnit, history: UnitHistory } as const
type Act = keyof typeof dialogs

interface Props {
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly mayChange: boolean
  readonly onDone: (message: string) => void
}

/** What may be done to one unit; whoever only reads sees what it came from. */
export const UnitActs = ({ unit, units, mayChange, onDone }: Props) => {
  const [asked, setAsked] = useState<Act>()
  const close = (message?: string): void => {
    setAsked(undefined)
    if (message) onDone(message)
  }
  const acts: readonly Act[] = mayChange ? (unit.until ? ['edit', 'history'] : ['edit', 'succeed', 'close', 'history']) : ['history']
  const Dialog = asked && dialogs[asked]
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-sm" aria-label={organisationTexts.actsFor(unit.name)} className="no-print">
            {organisationTexts.acts}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map((act) => (
            <Menu.Item key={act} onClick={() => setAsked(act)}>
              {texts[act]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {Dialog && <Dialog unit={unit} units={units} onClose={close} />}
    </>
  )
}
