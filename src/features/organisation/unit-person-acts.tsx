import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { HandOverInUnit } from './hand-over-dialog.tsx'
import type { Handover } from './one-time-password.tsx'
import { type Person, peopleRoutes } from './people-contract.ts'

interface Props {
  readonly unitId: string
  readonly person: Person
  readonly people: readonly Person[]
  readonly onPassword: (handover: Handover) => void
}

/** What the head of a unit may do for one of its people. */
export const UnitPersonActs = ({ unitId, person, people, onPassword }: Props) => {
  const [asked, setAsked] = useState<'reset' | Person['grants'][number]>()
  const close = (): void => setAsked(undefined)
  const own = person.grants.filter(({ unit, heldFor }) => unit?.id === unitId && heldFor === undefined)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-sm" aria-label={texts.actsFor(person.name)} className="no-print">
            {texts.acts}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('reset')}>{texts.resetPassword}</Menu.Item>
          {own.map((grant) => (
            <Menu.Item key={grant.id} onClick={() => setAsked(grant)}>
              {texts.handOver.act(labelsVi.roles[grant.role])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked === 'reset' && <Reset unitId={unitId} person={person} onClose={close} onPassword={onPassword} />}
      {asked !== undefined && asked !== 'reset' && (
        <HandOverInUnit unitId={unitId} person={person} grant={asked} people={people} onClose={close} />
      )}
    </>
  )
}

const Reset = ({ unitId, person, onClose, onPassword }: Omit<Props, 'people'> & { readonly onClose: () => void }) => {
  const reset = useChange(peopleRoutes.resetUnitPassword, { refreshes: [peopleRoutes.unitPeople] })
  const act = async (): Promise<void> => {
    const outcome = await reset.run({ ifMatch: person.version, params: { unitId, personId: person.id } })
    if (!outcome.ok) return
    onClose()
    onPassword(outcome.value)
  }
  return (
    <Confirm
      isOpen
      title={texts.resetPassword}
      act={texts.resetPassword}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={reset.isRunning}
      refused={reset.refused}
    >
      {texts.resetText(person.name)}
    </Confirm>
  )
}
