import { Stack } from '@mantine/core'
import { useState } from 'react'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type Person, peopleRoutes } from './people-contract.ts'
import { type GivenRole, grantOf, RoleFields } from './role-fields.tsx'

/** A further role for somebody who has an account. */
export const GiveRole = ({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) => {
  const [given, setGiven] = useState<GivenRole>({ role: 'unitOfficer', unitId: null })
  const give = useChange(peopleRoutes.addGrant, { refreshes: [peopleRoutes.people] })
  const act = async (): Promise<void> => {
    if ((await give.run({ ifMatch: person.version, params: { personId: person.id }, body: grantOf(given) })).ok) onClose()
  }
  return (
    <Confirm
      isOpen
      title={texts.giveRoleTo(person.name)}
      act={texts.giveRole}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={give.isRunning}
      refused={give.refused}
    >
      <Stack gap="sm">
        <RoleFields value={given} onChange={setGiven} />
      </Stack>
    </Confirm>
  )
}
