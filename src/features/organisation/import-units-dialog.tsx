import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UnitKind } from '../../core/vocabulary.ts'
import { formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { kindOptions } from './add-unit.tsx'
import { listEndings, maxListBytes, organisationRoutes, type UnitImport } from './contract.ts'

const texts = organisationTexts.importUnits
const manyRows = 50

type Added = UnitImport['added'][number]
type Changed = UnitImport['changed'][number]
const figure = (count: number): string => formatFigure(String(count))

const ofRow: readonly Column<Added>[] = [
  { key: 'code', title: organisationTexts.code, width: 110, cell: ({ code }) => code },
  { key: 'name', title: organisationTexts.name, isRowHeader: true, cell: ({ name }) => name },
  { key: 'kind', title: organisationTexts.kind, cell: ({ kind }) => labelsVi.unitKinds[kind] },
  { key: 'group', title: organisationTexts.group, cell: ({ group }) => group ?? organisationTexts.noGroup },
]
const ofChange: readonly Column<Changed>[] = [
  { key: 'code', title: organisationTexts.code, width: 110, cell: ({ code }) => code },
  { key: 'before', title: texts.before, cell: ({ before }) => before },
  { key: 'name', title: organisationTexts.name, isRowHeader: true, cell: ({ name }) => name },
  { key: 'fields', title: texts.fields, cell: ({ fields }) => fields.map((field) => texts.fieldNames[field]).join(', ') },
]

interface Props {
  readonly onClose: (message?: string) => void
  readonly groups: readonly string[]
}

/** A list of units as a file: first what it would change, then doing just that. */
export const ImportUnits = ({ onClose, groups }: Props) => {
  const [kind, setKind] = useState<UnitKind>('commune')
  const [group, setGroup] = useState('')
  const [seen, setSeen] = useState<{ readonly file: File; readonly preview: UnitImport }>()
  const send = useChange(organisationRoutes.importUnits, { refreshes: [organisationRoutes.units] })
  const look = async (file: File): Promise<void> => {
    const outcome = await send.run({ upload: { file, fields: { preview: 'true', kind, group: group.trim() } } })
    if (outcome.ok) setSeen({ file, preview: outcome.value })
  }
  const apply = async (): Promise<void> => {
    if (!seen) return
    const { file, preview } = seen
    const outcome = await send.run({ upload: { file, fields: { preview: 'false', kind, group: group.trim(), seen: preview.seen } } })
    if (outcome.ok) onClose(texts.done(figure(preview.added.length), figure(preview.changed.length)))
  }
  return (
    <Modal opened onClose={() => onClose()} title={texts.title} size="xl" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="sm">
        {!seen && (
          <>
            <Text>{texts.text}</Text>
            <Group grow>
              <NativeSelect
                label={organisationTexts.paste.kindForAll}
                data={kindOptions}
                value={kind}
                onChange={(event) => setKind(event.currentTarget.value as UnitKind)}
              />
              <TextInput
                label={organisationTexts.paste.groupForAll}
                list="groups-of-file"
                value={group}
                onChange={(event) => setGroup(event.currentTarget.value)}
              />
              <datalist id="groups-of-file">
                {groups.map((each) => (
                  <option key={each} value={each} />
                ))}
              </datalist>
            </Group>
            <FileDrop label={texts.file} accept={listEndings} maxBytes={maxListBytes} onFile={(file) => void look(file)} />
          </>
        )}
        {seen && <Differences preview={seen.preview} />}
        {send.refused && <ErrorState refused={send.refused} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => (seen ? setSeen(undefined) : onClose())}>
            {seen ? texts.other : widgetTexts.cancel}
          </Button>
          {seen && (
            <Button onClick={() => void apply()} loading={send.isRunning} disabled={!mayApply(seen.preview)}>
              {texts.act}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

const mayApply = ({ added, changed, problems }: UnitImport): boolean =>
  added.length + changed.length > 0 && problems.every(({ severity }) => severity !== 'error')

const Differences = ({ preview }: { readonly preview: UnitImport }) => {
  const { added, changed, unchanged, absent, problems } = preview
  return (
    <>
      <ProblemList problems={problems} />
      {added.length > 0 && (
        <DataTable
          caption={texts.added(figure(added.length))}
          columns={ofRow}
          rows={added}
          keyOf={({ line }) => String(line)}
          isLong={added.length > manyRows}
        />
      )}
      {changed.length > 0 && (
        <DataTable
          caption={texts.changed(figure(changed.length))}
          columns={ofChange}
          rows={changed}
          keyOf={({ line }) => String(line)}
          isLong={changed.length > manyRows}
        />
      )}
      {added.length + changed.length === 0 && <Text>{texts.nothing}</Text>}
      <Text>{texts.rest(figure(unchanged), figure(absent.length))}</Text>
    </>
  )
}
