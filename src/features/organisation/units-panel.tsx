import { Alert, Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { fold } from '../../core/fold.ts'
import { formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { AddUnit } from './add-unit.tsx'
import { organisationRoutes, type Unit } from './contract.ts'
import { PasteUnits } from './paste-units.tsx'

/** From here on only rows in sight are drawn. */
const manyRows = 200

const columns: readonly Column<Unit>[] = [
  { key: 'code', title: texts.code, width: 130, cell: ({ code }) => code },
  { key: 'name', title: texts.name, isRowHeader: true, cell: ({ name }) => name },
  { key: 'kind', title: texts.kind, width: 220, cell: ({ kind }) => labelsVi.unitKinds[kind] },
  { key: 'group', title: texts.group, width: 160, cell: ({ group }) => group ?? texts.noGroup },
  { key: 'ranked', title: texts.ranked, width: 100, cell: ({ ranked }) => (ranked ? texts.yes : texts.no) },
]

/** Units by group, found without diacritics; one by one or a whole list is added. */
export const UnitsPanel = () => {
  const units = useCall(organisationRoutes.units)
  const mayChange = holdsAny(useSignedIn(), ['administrator', 'methodOwner'])
  const [opened, setOpened] = useState<'one' | 'many'>()
  const [done, setDone] = useState('')
  const close = (message?: string): void => {
    setOpened(undefined)
    if (message) setDone(message)
  }
  return (
    <Stack gap="md">
      {mayChange && (
        <Group gap="sm" className="no-print">
          <Button onClick={() => setOpened('one')}>{texts.addUnit}</Button>
          <Button variant="default" onClick={() => setOpened('many')}>
            {texts.paste.open}
          </Button>
        </Group>
      )}
      {done && (
        <Alert color="green" role="status">
          {done}
        </Alert>
      )}
      <Loaded call={units}>{(value) => <UnitList units={value.units} />}</Loaded>
      <AddUnit isOpen={opened === 'one'} onClose={close} groups={groupsOf(units.value?.units ?? [])} />
      <PasteUnits isOpen={opened === 'many'} onClose={close} groups={groupsOf(units.value?.units ?? [])} />
    </Stack>
  )
}

const groupsOf = (units: readonly Unit[]): readonly string[] => [...new Set(units.flatMap(({ group }) => group ?? []))]

const UnitList = ({ units }: { readonly units: readonly Unit[] }) => {
  const [search, setSearch] = useAddress('tim')
  const [group, setGroup] = useAddress('khoi')
  if (units.length === 0) return <EmptyState title={texts.noUnits.title}>{texts.noUnits.text}</EmptyState>
  const wanted = fold(search)
  const shown = units.filter((unit) => (group === '' || unit.group === group) && fold(`${unit.code} ${unit.name}`).includes(wanted))
  return (
    <>
      <Group gap="sm" align="end">
        <SearchBox label={texts.findUnits} value={search} onChange={setSearch} />
        <NativeSelect
          label={texts.group}
          value={group}
          onChange={(event) => setGroup(event.currentTarget.value)}
          data={[{ value: '', label: texts.allGroups }, ...groupsOf(units)]}
        />
      </Group>
      <DataTable
        caption={texts.unitsCaption(formatFigure(String(shown.length)))}
        columns={columns}
        rows={shown}
        keyOf={({ id }) => id}
        isLong={shown.length > manyRows}
        empty={texts.nothingFound}
      />
    </>
  )
}
