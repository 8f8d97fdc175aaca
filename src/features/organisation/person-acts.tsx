import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { GiveRole } from './give-role.tsx'
import { HandOverRole } from './hand-over-dialog.tsx'
import type { Handover } from './one-time-password.tsx'
import { type Person, peopleRoutes } from './people-contract.ts'

type Asked =
  | { readonly act: 'giveRole' | 'resetPassword' | 'setActive' | 'removeSecondFactor' }
  | { readonly act: 'endRole' | 'handOver'; readonly grant: Person['grants'][number] }

/** What an administrator may do to one account; every act asks first. */
export const PersonActs = ({ person, onPassword }: { readonly person: Person; readonly onPassword: (handover: Handover) => void }) => {
  const [asked, setAsked] = useState<Asked>()
  const close = (): void => setAsked(undefined)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-sm" aria-label={texts.actsFor(person.name)} className="no-print">
            {texts.acts}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked({ act: 'giveRole' })}>{texts.giveRole}</Menu.Item>
          {person.grants.map((grant) => (
            <Menu.Item key={grant.id} onClick={() => setAsked({ act: 'endRole', grant })}>
              {texts.endRole(labelsVi.roles[grant.role])}
            </Menu.Item>
          ))}
          {person.grants
            .filter(({ heldFor }) => heldFor === undefined)
            .map((grant) => (
              <Menu.Item key={grant.id} onClick={() => setAsked({ act: 'handOver', grant })}>
                {texts.handOver.act(labelsVi.roles[grant.role])}
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setAsked({ act: 'resetPassword' })}>{texts.resetPassword}</Menu.Item>
          {person.hasSecondFactor && (
            <Menu.Item onClick={() => setAsked({ act: 'removeSecondFactor' })}>{texts.removeSecondFactor}</Menu.Item>
          )}
          <Menu.Item onClick={() => setAsked({ act: 'setActive' })}>{person.active ? texts.switchOff : texts.switchOn}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked?.act === 'giveRole' && <GiveRole person={person} onClose={close} />}
      {asked?.act === 'endRole' && <EndRole person={person} grant={asked.grant} onClose={close} />}
      {asked?.act === 'handOver' && <HandOverRole person={person} grant={asked.grant} onClose={close} />}
      {asked?.act === 'removeSecondFactor' && <RemoveSecondFactor person={person} onClose={close} />}
      {asked?.act === 'resetPassword' && <ResetPassword person={person} onClose={close} onPassword={onPassword} />}
      {asked?.act === 'setActive' && <SetActive person={person} onClose={close} />}
    </>
  )
}

interface Asking {
  readonly person: Person
  readonly onClose: () => void
}

const refreshes = { refreshes: [peopleRoutes.people] } as const

const EndRole = ({ person, grant, onClose }: Asking & { readonly grant: Person['grants'][number] }) => {
  const end = useChange(peopleRoutes.endGrant, refreshes)
  const act = async (): Promise<void> => {
    if ((await end.run({ ifMatch: person.version, params: { personId: person.id, grantId: grant.id } })).ok) onClose()
  }
  return (
    <Confirm
      isOpen
      title={texts.endRole(labelsVi.roles[grant.role])}
      act={texts.endRoleAct}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={end.isRunning}
      refused={end.refused}
    >
      {texts.endRoleText(person.name, labelsVi.roles[grant.role])}
    </Confirm>
  )
}

const ResetPassword = ({ person, onClose, onPassword }: Asking & { readonly onPassword: (handover: Handover) => void }) => {
  const reset = useChange(peopleRoutes.resetPassword, refreshes)
  const act = async (): Promise<void> => {
    const outcome = await reset.run({ ifMatch: person.version, params: { personId: person.id } })
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

const RemoveSecondFactor = ({ person, onClose }: Asking) => {
  const remove = useChange(peopleRoutes.removeSecondFactor, refreshes)
  const act = async (): Promise<void> => {
    if ((await remove.run({ ifMatch: person.version, params: { personId: person.id } })).ok) onClose()
  }
  return (
    <Confirm
      isOpen
      title={texts.removeSecondFactor}
      act={texts.removeSecondFactor}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={remove.isRunning}
      refused={remove.refused}
    >
      {texts.removeSecondFactorText(person.name)}
    </Confirm>
  )
}

const SetActive = ({ person, onClose }: Asking) => {
  const change = useChange(peopleRoutes.setActive, refreshes)
  const words = person.active ? texts.switchOff : texts.switchOn
  const act = async (): Promise<void> => {
    if ((await change.run({ ifMatch: person.version, params: { personId: person.id }, body: { active: !person.active } })).ok) onClose()
  }
  return (
    <Confirm
      isOpen
      title={words}
      act={words}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={change.isRunning}
      refused={change.refused}
    >
      {person.active ? texts.switchOffText(person.name) : texts.switchOnText(person.name)}
    </Confirm>
  )
}
