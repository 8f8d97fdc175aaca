import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { logSentence, loggedKinds } from '../../language/log-sentences.ts'
import { logTexts } from '../../language/pages/log.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { DateField } from '../../web/widgets/date-field.tsx'
import { Moment } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { organisationRoutes } from './contract.ts'
import { type LogEntry, logRoutes } from './log-contract.ts'
import { PersonSelect } from './person-select.tsx'
import { UnitSelect } from './unit-select.tsx'

const texts = logTexts

/** The sentence begins here, where the person stands in a column of their own. */
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

const columns: readonly Column<LogEntry>[] = [
  { key: 'at', title: texts.at, width: 170, cell: ({ at }) => <Moment value={at} /> },
  { key: 'person', title: texts.person, width: 200, cell: ({ person }) => person?.name ?? texts.installation },
  {
    key: 'what',
    title: texts.what,
    isRowHeader: true,
    cell: ({ kind, nodeId, unit }) => capital(logSentence(kind, { node: nodeId, unit: unit?.name })),
  },
  { key: 'cycle', title: texts.cycle, width: 200, cell: ({ cycle }) => cycle?.title ?? '' },
  { key: 'seal', title: texts.seal, width: 110, cell: ({ seal }) => (seal === undefined ? texts.notSealed : String(seal)) },
]

const all = { value: '', label: texts.all }

/** The log of the authority: who did what, when; by person, unit, kind and day, a page at a time. */
export const LogPanel = () => {
  const [personId, setPerson] = useAddress('nguoi')
  const [unitId, setUnit] = useAddress('don-vi')
  const [kind, setKind] = useAddress('viec')
  const [from, setFrom] = useAddress('tu')
  const [until, setUntil] = useAddress('den')
  const [before, setBefore] = useState<number>()
  const units = useCall(organisationRoutes.units)
  const filled = Object.fromEntries(Object.entries({ personId, unitId, kind, from, until }).filter(([, value]) => value !== ''))
  const log = useCall(logRoutes.log, { query: { ...filled, ...(before && { before }) } })
  const choose =
    (set: (value: string) => void) =>
    (value: string): void => {
      setBefore(undefined)
      set(value)
    }
  return (
    <Stack gap="md">
      <Group gap="sm" align="end" className="no-print">
        <PersonSelect
          label={texts.person}
          placeholder={texts.allHint}
          value={personId || null}
          onChange={(value) => choose(setPerson)(value ?? '')}
        />
        <UnitSelect
          label={texts.unit}
          placeholder={texts.allHint}
          units={units.value?.units ?? []}
          value={unitId || null}
          onChange={(value) => choose(setUnit)(value ?? '')}
          clearable
        />
        <NativeSelect
          label={texts.what}
          value={kind}
          onChange={(event) => choose(setKind)(event.currentTarget.value)}
          data={[all, ...loggedKinds.map((each) => ({ value: each, label: capital(logSentence(each, {})) }))]}
        />
        <DateField label={texts.from} value={from} onChange={choose(setFrom)} />
        <DateField label={texts.until} value={until} onChange={choose(setUntil)} />
      </Group>
      <Loaded call={log}>
        {({ entries, next }) => (
          <>
            <DataTable caption={texts.caption} columns={columns} rows={entries} keyOf={({ id }) => String(id)} empty={texts.nothing} />
            <Group className="no-print">
              {before !== undefined && (
                <Button variant="default" onClick={() => setBefore(undefined)}>
                  {texts.newest}
                </Button>
              )}
              {next !== undefined && (
                <Button variant="default" onClick={() => setBefore(next)}>
                  {texts.older}
                </Button>
              )}
            </Group>
          </>
        )}
      </Loaded>
    </Stack>
  )
}
