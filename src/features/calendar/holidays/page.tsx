import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../../language/format.ts'
import { holidayTexts as texts } from '../../../language/pages/holidays.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { type Holiday, type HolidayList, holidayRoutes } from './contract.ts'
import classes from './holidays.module.css'

const thisYear = String(new Date().getFullYear())
const weekdayOf = (day: string): string => texts.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''

/** Days off year by year; whoever owns the method keeps the list. */
export const HolidaysPage = () => {
  const [typed, setYear] = useAddress('nam', thisYear)
  const year = /^20\d\d$/.test(typed) ? Number(typed) : Number(thisYear)
  const list = useCall(holidayRoutes.holidays, { query: { year } })
  return (
    <Stack gap="md">
      <PageTitle
        under={texts.under}
        actions={
          <Group gap="sm">
            <Button variant="default" onClick={() => setYear(String(year - 1))}>
              {texts.back}
            </Button>
            <Button variant="default" onClick={() => setYear(String(year + 1))}>
              {texts.on}
            </Button>
          </Group>
        }
      >
        {`${texts.title} ${year}`}
      </PageTitle>
      <Loaded call={list}>{(value) => <Year key={`${value.year} ${value.version}`} list={value} />}</Loaded>
    </Stack>
  )
}

const Year = ({ list }: { readonly list: HolidayList }) => {
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <Form list={list} onClose={() => setEditing(false)} />
  return (
    <>
      {list.version === 0 ? <Alert color="navy">{texts.byLaw}</Alert> : <Text>{texts.kept}</Text>}
      <DataTable
        caption={texts.caption(list.year)}
        isCaptionHidden
        rows={list.days}
        keyOf={({ day }) => day}
        empty={texts.empty}
        columns={[
          { key: 'day', title: texts.columns.day, width: 130, isRowHeader: true, cell: ({ day }) => formatDate(day) },
          { key: 'weekday', title: texts.columns.weekday, width: 110, cell: ({ day }) => weekdayOf(day) },
          { key: 'name', title: texts.columns.name, cell: ({ name }) => name },
          { key: 'kind', title: texts.columns.kind, width: 160, cell: ({ isWorked }) => (isWorked ? texts.worked : texts.off) },
        ]}
      />
      {list.canChange && (
        <Group>
          <Button onClick={() => setEditing(true)}>{texts.edit}</Button>
        </Group>
      )}
    </>
  )
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

const Form = ({ list, onClose }: { readonly list: HolidayList; readonly onClose: () => void }) => {
  const [days, setDays] = useState<readonly Holiday[]>(list.days)
  const write = useChange(holidayRoutes.writeHolidays)
  const set = (index: number, part: Partial<Holiday>): void =>
    setDays(days.map((each, place) => (place === index ? { ...each, ...part } : each)))
  const save = async (): Promise<void> => {
    const outcome = await write.run({ body: { year: list.year, days: [...days] }, ifMatch: list.version })
    if (outcome.ok) onClose()
  }
  return (
    <Stack gap="sm">
      {days.map(({ day, name, isWorked }, index) => (
        <div className={classes.row} key={index}>
          <DateField label={texts.dayOf(index + 1)} value={day} onChange={(value) => set(index, { day: value })} />
          <TextInput
            label={texts.nameOf(index + 1)}
            value={name}
            maxLength={200}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <Checkbox
            label={texts.worked}
            aria-label={texts.workedOf(index + 1)}
            checked={isWorked}
            onChange={(event) => set(index, { isWorked: event.currentTarget.checked })}
          />
          <Button
            variant="default"
            aria-label={texts.removeOf(index + 1)}
            onClick={() => setDays(days.filter((_, place) => place !== index))}
          >
            {texts.remove}
          </Button>
        </div>
      ))}
      <Group>
        <Button variant="default" onClick={() => setDays([...days, { day: '', name: '', isWorked: false }])}>
          {texts.add}
        </Button>
      </Group>
      {write.refused && <ErrorState refused={write.refused} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {widgetTexts.cancel}
        </Button>
        <Button
          loading={write.isRunning}
          disabled={days.some(({ day, name }) => !isDate(day) || name.trim() === '')}
          onClick={() => void save()}
        >
          {texts.save}
        </Button>
      </Group>
    </Stack>
  )
}
