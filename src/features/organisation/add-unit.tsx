import { Checkbox, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { type UnitKind, unitKinds } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { organisationRoutes } from './contract.ts'

export const kindOptions = unitKinds.map((kind) => ({ value: kind, label: labelsVi.unitKinds[kind] }))

interface Props {
  readonly isOpen: boolean
  readonly onClose: (message?: string) => void
  readonly groups: readonly string[]
}

/** One unit; the groups that exist are offered. */
export const AddUnit = ({ isOpen, onClose, groups }: Props) => {
  const add = useChange(organisationRoutes.addUnits, { refreshes: [organisationRoutes.units] })
  const close = (message?: string): void => {
    add.forget()
    onClose(message)
  }
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string): string => String(fields.get(name)).trim()
    const unit = { code: text('code'), name: text('name'), kind: text('kind') as UnitKind, ranked: fields.has('ranked') }
    const outcome = await add.run({ body: { units: [{ ...unit, ...(text('group') && { group: text('group') }) }] } })
    if (outcome.ok) close(texts.unitForm.added(unit.name))
  }
  return (
    <Modal opened={isOpen} onClose={() => close()} title={texts.addUnit} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {add.refused && <ErrorState refused={add.refused} />}
          <TextInput name="code" label={texts.unitForm.code} description={texts.unitForm.codeHint} required maxLength={50} data-autofocus />
          <TextInput name="name" label={texts.name} required maxLength={300} />
          <NativeSelect name="kind" label={texts.kind} data={kindOptions} />
          <TextInput name="group" label={texts.unitForm.group} description={texts.unitForm.groupHint} list="groups" maxLength={100} />
          <datalist id="groups">
            {groups.map((group) => (
              <option key={group} value={group} />
            ))}
          </datalist>
          <Checkbox name="ranked" label={texts.unitForm.ranked} defaultChecked />
          <FormActs act={texts.unitForm.save} onCancel={() => close()} isRunning={add.isRunning} />
        </Stack>
      </form>
    </Modal>
  )
}
