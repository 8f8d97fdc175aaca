import { Checkbox, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { UnitKind } from '../../core/vocabulary.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { kindOptions } from './add-unit.tsx'
import { organisationRoutes } from './contract.ts'
import type { UnitDialog } from './unit-dialog.ts'
import { UnitSelect } from './unit-select.tsx'

const texts = organisationTexts.editUnit

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Name, place in the tree, kind, group and other spellings of a unit. */
export const EditUnit = ({ unit, units, onClose }: UnitDialog) => {
  const [parentId, setParent] = useState(unit.parentId ?? null)
  const [from, setFrom] = useState(unit.from ?? '')
  const change = useChange(organisationRoutes.changeUnit, { refreshes: [organisationRoutes.units] })
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string): string => String(fields.get(name)).trim()
    const body = {
      code: text('code'),
      name: text('name'),
      kind: text('kind') as UnitKind,
      group: text('group'),
      ranked: fields.has('ranked'),
      parentId,
      aliases: linesOf(text('aliases')),
      ...(from && { from }),
    }
    const outcome = await change.run({ params: { unitId: unit.id }, ifMatch: unit.version, body })
    if (outcome.ok) onClose(texts.done(body.name))
  }
  return (
    <Modal opened onClose={() => onClose()} title={texts.title(unit.name)} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput name="code" label={organisationTexts.unitForm.code} defaultValue={unit.code} required maxLength={50} />
          <TextInput name="name" label={organisationTexts.name} defaultValue={unit.name} required maxLength={300} data-autofocus />
          <NativeSelect name="kind" label={organisationTexts.kind} data={kindOptions} defaultValue={unit.kind} />
          <TextInput name="group" label={organisationTexts.unitForm.group} defaultValue={unit.group ?? ''} maxLength={100} />
          <UnitSelect
            label={texts.parent}
            placeholder={texts.noParent}
            units={units.filter(({ id }) => id !== unit.id)}
            value={parentId}
            onChange={setParent}
            clearable
          />
          <Textarea name="aliases" label={texts.aliases} description={texts.aliasesHint} defaultValue={unit.aliases.join('\n')} rows={3} />
          <DateField label={texts.from} value={from} onChange={setFrom} />
          <Checkbox name="ranked" label={organisationTexts.unitForm.ranked} defaultChecked={unit.ranked} />
          <FormActs act={texts.save} onCancel={() => onClose()} isRunning={change.isRunning} refused={change.refused} />
        </Stack>
      </form>
    </Modal>
  )
}
