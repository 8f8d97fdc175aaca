import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UnitKind } from '../../core/vocabulary.ts'
import { formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { kindOptions } from './add-unit.tsx'
import { type NewUnit, organisationRoutes } from './contract.ts'
import { readPastedUnits } from './read-pasted-units.ts'

const texts = organisationTexts.paste

const columns: readonly Column<NewUnit>[] = [
  { key: 'code', title: organisationTexts.code, cell: ({ code }) => code },
  { key: 'name', title: organisationTexts.name, isRowHeader: true, cell: ({ name }) => name },
  { key: 'kind', title: organisationTexts.kind, cell: ({ kind }) => labelsVi.unitKinds[kind] },
  { key: 'group', title: organisationTexts.group, cell: ({ group }) => group ?? organisationTexts.noGroup },
]

interface Props {
  readonly isOpen: boolean
  readonly onClose: (message?: string) => void
  readonly groups: readonly string[]
}

/** A whole list out of a spreadsheet, shown as it was understood before it is added. */
export const PasteUnits = ({ isOpen, onClose, groups }: Props) => {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<UnitKind>('commune')
  const [group, setGroup] = useState('')
  const add = useChange(organisationRoutes.addUnits, { refreshes: [organisationRoutes.units] })
  const { units, problems } = readPastedUnits(text, { kind, group: group.trim() })
  const count = formatFigure(String(units.length))
  const close = (message?: string): void => {
    add.forget()
    onClose(message)
  }
  const save = async (): Promise<void> => {
    const outcome = await add.run({ body: { units: [...units] } })
    if (!outcome.ok) return
    setText('')
    close(texts.added(count))
  }
  return (
    <Modal opened={isOpen} onClose={() => close()} title={texts.title} size="xl" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="sm">
        <Text>{texts.text}</Text>
        <Textarea label={texts.area} value={text} onChange={(event) => setText(event.currentTarget.value)} rows={8} data-autofocus />
        <Group grow>
          <NativeSelect
            label={texts.kindForAll}
            data={kindOptions}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as UnitKind)}
          />
          <TextInput
            label={texts.groupForAll}
            list="groups-of-all"
            value={group}
            onChange={(event) => setGroup(event.currentTarget.value)}
          />
          <datalist id="groups-of-all">
            {groups.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </Group>
        <ProblemList problems={problems.map((problem) => speakProblem(problem))} />
        {add.refused && <ErrorState refused={add.refused} />}
        {units.length > 0 && (
          <DataTable caption={texts.ready(count)} columns={columns} rows={units} keyOf={({ code }) => code} isLong={units.length > 50} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => close()}>
            {widgetTexts.cancel}
          </Button>
          <Button onClick={() => void save()} loading={add.isRunning} disabled={units.length === 0 || problems.length > 0}>
            {texts.save(count)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
