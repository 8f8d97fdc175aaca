import { Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import type { Handover } from './one-time-password.tsx'
import { peopleRoutes } from './people-contract.ts'
import { type GivenRole, grantOf, RoleFields } from './role-fields.tsx'

const texts = organisationTexts.personForm
const first: GivenRole = { role: 'unitOfficer', unitId: null }

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAdded: (handover: Handover) => void
}

/** A person with a first role; what comes back is the password to hand over. */
export const AddPerson = ({ isOpen, onClose, onAdded }: Props) => {
  const [given, setGiven] = useState(first)
  const add = useChange(peopleRoutes.addPerson, { refreshes: [peopleRoutes.people] })
  const close = (): void => {
    add.forget()
    setGiven(first)
    onClose()
  }
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const body = { name: String(fields.get('name')), signInName: String(fields.get('signInName')), ...grantOf(given) }
    const outcome = await add.run({ body })
    if (!outcome.ok) return
    close()
    onAdded(outcome.value)
  }
  return (
    <Modal opened={isOpen} onClose={close} title={organisationTexts.addPerson} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {add.refused && <ErrorState refused={add.refused} />}
          <TextInput name="name" label={organisationTexts.person} required maxLength={200} data-autofocus />
          <TextInput
            name="signInName"
            label={organisationTexts.signInName}
            description={texts.signInNameHint}
            pattern="[A-Za-z0-9][A-Za-z0-9._@\-]{2,99}"
            title={texts.signInNameHint}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <RoleFields value={given} onChange={setGiven} />
          <FormActs act={texts.save} onCancel={close} isRunning={add.isRunning} />
        </Stack>
      </form>
    </Modal>
  )
}
