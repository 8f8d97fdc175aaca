import { Badge, Text } from '@mantine/core'
import { formatDate } from '../../language/format.ts'
import { calendarTexts } from '../../language/pages/calendar.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import type { Step } from './contract.ts'

const texts = calendarTexts.table
const colours = { coming: 'gray', running: 'navy', past: 'gray' } as const

/** The steps as a plan prints them: words as written, and under them what they mean. */
export const StepTable = ({ steps }: { readonly steps: readonly Step[] }) => {
  const numberOf = new Map(steps.map(({ id }, index) => [id, index + 1]))
  return (
    <DataTable
      caption={texts.caption}
      isCaptionHidden
      rows={steps}
      keyOf={({ id }) => id}
      columns={[
        { key: 'number', title: texts.number, width: 50, cell: (_, index) => index + 1 },
        { key: 'step', title: texts.step, isRowHeader: true, cell: (step) => <Title step={step} numberOf={numberOf} /> },
        { key: 'window', title: texts.window, width: 220, cell: (step) => <Window step={step} /> },
        { key: 'responsible', title: texts.responsible, width: 170, cell: ({ responsible }) => responsible },
        { key: 'coordinating', title: texts.coordinating, width: 170, cell: ({ coordinating }) => coordinating.join(', ') },
        {
          key: 'state',
          title: texts.state,
          width: 130,
          cell: ({ state }) => (
            <Badge variant={state === 'running' ? 'filled' : 'light'} color={colours[state]} c={state === 'running' ? 'white' : 'gray.8'}>
              {calendarTexts.states[state]}
            </Badge>
          ),
        },
      ]}
    />
  )
}

const Title = ({ step: { title, after, opens }, numberOf }: { readonly step: Step; readonly numberOf: ReadonlyMap<string, number> }) => {
  const numbers = after.flatMap((id) => numberOf.get(id) ?? []).sort((a, b) => a - b)
  return (
    <>
      {title}
      {numbers.length > 0 && (
        <Text size="xs" c="gray.7" fw={400}>
          {texts.after(numbers.join(', '))}
        </Text>
      )}
      {opens && (
        <Text size="xs" c="gray.7" fw={400}>
          {texts.opens(opens)}
        </Text>
      )}
    </>
  )
}

/** Whether the words of the plan already are the days they mean. */
const saysDays = (words: string, from: string | undefined, until: string): boolean => {
  const plain = (text: string): string => text.replace(/\b0(?=\d)/g, '')
  return [from, until].every((day) => day === undefined || plain(words).includes(plain(formatDate(day))))
}

const Window = ({ step: { words, from, until, fromTime, untilTime } }: { readonly step: Step }) => (
  <>
    {words}
    {until && !saysDays(words, from, until) && (
      <Text size="xs" c="gray.7">
        {calendarTexts.window(from, until)}
      </Text>
    )}
    {until && (fromTime || untilTime) && (
      <Text size="xs" c="gray.7">
        {calendarTexts.hours(from && `${from}T${fromTime ?? '00:00'}`, `${until}T${untilTime ?? '24:00'}`)}
      </Text>
    )}
  </>
)
