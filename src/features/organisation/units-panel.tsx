import { Alert, Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { fold } from '../../core/fold.ts'
import { type UnitKind, unitKinds } from '../../core/vocabulary.ts'
import { formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { logTexts } from '../../language/pages/log.ts'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { DateField } from '../../web/widgets/date-field.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { AddUnit } from './add-unit.tsx'
import { organisationRoutes, type Unit } from './contract.ts'
import { ImportUnits } from './import-units-dialog.tsx'
import { PasteUnits } from './paste-units.tsx'
import { unitColumns } from './unit-columns.tsx'
import { arrangeUnits } from './unit-tree.ts'

/** From here on only rows in sight are drawn. */
const manyRows = 200
const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** Units on a day as a tree, found without diacritics; one by one or a whole list is added. */
export const UnitsPanel = () => {
  const [day, setDay] = useAddress('ngay')
  const units = useCall(organisationRoutes.units, { query: isoDay.test(day) ? { on: day } : {} })
  const mayChange = holdsAny(useSignedIn(), ['administrator', 'methodOwner'])
  const [opened, setOpened] = useState<'one' | 'many' | 'file'>()
  const [done, setDone] = useState('')
  const close = (message?: string): void => {
    setOpened(undefined)
    if (message) setDone(message)
  }
  const groups = groupsOf(units.value?.units ?? [])
  return (
    <Stack gap="md">
      {mayChange && (
        <Group gap="sm" className="no-print">
          <Button onClick={() => setOpened('one')}>{texts.addUnit}</Button>
          <Button variant="default" onClick={() => setOpened('file')}>
            {texts.importUnits.open}
          </Button>
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
      <Loaded call={units}>
        {(value) => <UnitList units={value.units} day={day} onDay={setDay} mayChange={mayChange} onDone={setDone} />}
      </Loaded>
      <AddUnit isOpen={opened === 'one'} onClose={close} groups={groups} />
      <PasteUnits isOpen={opened === 'many'} onClose={close} groups={groups} />
      {opened === 'file' && <ImportUnits onClose={close} groups={groups} />}
    </Stack>
  )
}

const groupsOf = (units: readonly Unit[]): readonly string[] => [...new Set(units.flatMap(({ group }) => group ?? []))]
const kindsOf = (units: readonly Unit[]): readonly UnitKind[] => unitKinds.filter((kind) => units.some((unit) => unit.kind === kind))
const searchText = ({ code, name, aliases, heads }: Unit): string =>
  fold([code, name, ...aliases, ...heads.map((head) => head.name)].join(' '))

const withOrWithout = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id])

interface ListProps {
  readonly units: readonly Unit[]
  readonly day: string
  readonly onDay: (day: string) => void
  readonly mayChange: boolean
  readonly onDone: (message: string) => void
}

const UnitList = ({ units, day, onDay, mayChange, onDone }: ListProps) => {
  const [search, setSearch] = useAddress('tim')
  const [group, setGroup] = useAddress('khoi')
  const [kind, setKind] = useAddress('loai')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  if (units.length === 0 && day === '') return <EmptyState title={texts.noUnits.title}>{texts.noUnits.text}</EmptyState>
  const wanted = fold(search)
  const isWanted = (unit: Unit): boolean =>
    (group === '' || unit.group === group) && (kind === '' || unit.kind === kind) && searchText(unit).includes(wanted)
  const switchFold = (unitId: string): void => setFolded((before) => withOrWithout(before, unitId))
  const lines = arrangeUnits(units, isWanted, folded)
  const count = units.filter(isWanted).length
  return (
    <>
      <Group gap="sm" align="end" className="no-print">
        <SearchBox label={texts.findUnits} value={search} onChange={setSearch} />
        <NativeSelect
          label={texts.group}
          value={group}
          onChange={(event) => setGroup(event.currentTarget.value)}
          data={[{ value: '', label: texts.allGroups }, ...groupsOf(units)]}
        />
        <NativeSelect
          label={texts.kind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={[{ value: '', label: logTexts.all }, ...kindsOf(units).map((each) => ({ value: each, label: labelsVi.unitKinds[each] }))]}
        />
        <DateField label={texts.onDay} value={day} onChange={onDay} />
      </Group>
      <DataTable
        caption={texts.unitsCaption(formatFigure(String(count)))}
        columns={unitColumns({ units, mayChange, onFold: switchFold, onDone })}
        rows={lines}
        keyOf={({ unit }) => unit.id}
        isLong={lines.length > manyRows}
        empty={texts.nothingFound}
      />
    </>
  )
}
