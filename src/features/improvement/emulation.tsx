import { Stack, Text } from '@mantine/core'
import { type EmulationLine, emulationLines } from '../../core/improvement/emulation.ts'
import { divisionMarks, reportPeriods } from '../../core/improvement/plan-registers.ts'
import { formatDate } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import type { PlanView } from './contract.ts'
import { Doubts } from './doubts.tsx'
import { EntryList } from './entry-list.tsx'
import { followed } from './follow-facts.ts'
import { changesOf, divisionNames } from './plan-context.ts'

const words = improvementWords.follow
const emulation = improvementWords.emulation

const columns: readonly Column<EmulationLine>[] = [
  {
    key: 'who',
    title: emulation.who,
    isRowHeader: true,
    width: 190,
    cell: ({ division, person }) => (person === undefined ? division || words.withoutUnit : emulation.personOf(person, division)),
  },
  ...reportPeriods.map(
    (period): Column<EmulationLine> => ({
      key: period,
      title: words.periods[period],
      width: 110,
      cell: ({ marks }) => {
        const mark = marks.get(period)
        return mark ? words.marks[mark] : words.noMark
      },
    }),
  ),
  { key: 'tasks', title: words.tasks, isFigure: true, width: 70, cell: ({ tasks }) => tasks },
  { key: 'inTime', title: emulation.inTime, isFigure: true, width: 70, cell: ({ inTime }) => inTime },
  { key: 'short', title: emulation.short, isFigure: true, width: 80, cell: ({ short }) => short },
  { key: 'initiatives', title: emulation.initiatives, isFigure: true, width: 80, cell: ({ initiatives }) => initiatives },
  { key: 'rewards', title: emulation.rewards, cell: ({ rewards }) => rewards.join('; ') },
]

/** What counts at the end of the year: marks of every period beside how the tasks went, of divisions and of persons. */
export const Emulation = ({ view }: { readonly view: PlanView }) => {
  const { tasks, standing } = followed(view)
  return (
    <Stack gap="xl">
      <Stack gap="sm">
        <Text c="gray.7">{emulation.lead}</Text>
        <Doubts view={view} codes={['markAgainstTasks']} />
        <DataTable
          caption={emulation.caption}
          columns={columns}
          rows={emulationLines(view.plan, tasks, standing)}
          keyOf={({ division, person = '' }) => `${division}\t${person}`}
        />
      </Stack>
      <EntryList
        view={view}
        part="marks"
        title={emulation.marks}
        add={emulation.addMark}
        empty={words.empty}
        next={emulation.marksHint}
        mayChange={changesOf(view).lists}
        nameOf={({ person, division }) => person ?? division}
        fresh={() => ({ on: view.today })}
        fields={[
          { key: 'division', label: words.division, kind: 'text', isRequired: true, suggestions: divisionNames(view) },
          { key: 'person', label: emulation.person, kind: 'text', hint: () => emulation.personHint },
          {
            key: 'period',
            label: words.period,
            kind: 'choice',
            isRequired: true,
            choices: reportPeriods.map((value) => ({ value, label: words.periods[value] })),
          },
          {
            key: 'mark',
            label: words.mark,
            kind: 'choice',
            isRequired: true,
            choices: divisionMarks.map((value) => ({ value, label: words.marks[value] })),
          },
          { key: 'note', label: emulation.note, kind: 'long' },
        ]}
        columns={[
          {
            key: 'who',
            title: emulation.who,
            isRowHeader: true,
            cell: ({ division, person }) => (person ? emulation.personOf(person, division) : division),
          },
          { key: 'period', title: words.period, width: 150, cell: ({ period }) => words.periods[period] },
          { key: 'mark', title: words.mark, width: 200, cell: ({ mark }) => words.marks[mark] },
          { key: 'note', title: emulation.note, cell: ({ note }) => note ?? '' },
          { key: 'on', title: emulation.on, width: 110, cell: ({ on }) => formatDate(on) },
        ]}
      />
    </Stack>
  )
}
