import { Select, Stack, Text, Title } from '@mantine/core'
import { pointsText } from '../../core/exact/points.ts'
import { type DivisionStanding, standingByDivision } from '../../core/improvement/follow.ts'
import { type DivisionMark, divisionMarks, type ReportPeriod, reportPeriods } from '../../core/improvement/plan-registers.ts'
import { lastDayOf, periodBefore, periodOn, tasksOn } from '../../core/improvement/progress.ts'
import { tasksOf } from '../../core/improvement/plan.ts'
import { formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import type { PlanView } from './contract.ts'
import { followed } from './follow-facts.ts'
import { changesOf, usePlanParts } from './plan-context.ts'

const words = improvementWords.follow

/** Standings by division at the end of a period, or today while it runs. */
const standingsAt = (view: PlanView, period: ReportPeriod): readonly DivisionStanding[] => {
  const { entries, losses } = followed(view)
  const end = lastDayOf(period, view.plan.actionYear)
  const day = end < view.today ? end : view.today
  return standingByDivision(tasksOn(tasksOf(view.plan), entries, day), losses, day, view.start)
}

const doneOf = (standing: DivisionStanding | undefined): number => (standing ? standing.counts.done + standing.counts.doneLate : 0)

/** Each division for a period: what it leads, what was done by the period before and by now, what is at stake, and its mark. */
export const Divisions = ({ view }: { readonly view: PlanView }) => {
  const [chosen, setPeriod] = useAddress('ky', periodOn(view.today, view.plan.actionYear))
  const period = reportPeriods.find((each) => each === chosen) ?? 'year'
  const { save, refused } = usePlanParts(view)
  const earlier = periodBefore(period)
  const before = new Map((earlier ? standingsAt(view, earlier) : []).map((each) => [each.leadUnit, each]))
  const mayChange = changesOf(view).lists
  const markOf = (division: string) =>
    view.plan.marks.find((mark) => mark.person === undefined && mark.division === division && mark.period === period)?.mark
  const setMark = (division: string, mark: DivisionMark | undefined): void => {
    const others = view.plan.marks.filter((each) => each.person !== undefined || each.division !== division || each.period !== period)
    void save({ marks: mark ? [...others, { division, period, mark, on: view.today }] : others })
  }
  const columns: readonly Column<DivisionStanding>[] = [
    { key: 'unit', title: words.division, isRowHeader: true, width: 190, cell: ({ leadUnit }) => leadUnit || words.withoutUnit },
    { key: 'tasks', title: words.tasks, isFigure: true, width: 80, cell: ({ tasks }) => tasks },
    { key: 'before', title: words.before, isFigure: true, width: 110, cell: ({ leadUnit }) => doneOf(before.get(leadUnit)) },
    { key: 'now', title: words.now, isFigure: true, width: 110, cell: doneOf },
    { key: 'late', title: words.standings.late, isFigure: true, width: 90, cell: ({ counts }) => counts.late },
    { key: 'endangered', title: words.standings.endangered, isFigure: true, width: 90, cell: ({ counts }) => counts.endangered },
    { key: 'stake', title: words.atStake, isFigure: true, width: 90, cell: ({ atStake }) => formatFigure(pointsText(atStake)) },
    {
      key: 'mark',
      title: words.mark,
      cell: ({ leadUnit }) => {
        const mark = markOf(leadUnit)
        if (!mayChange || leadUnit === '') return mark ? words.marks[mark] : words.noMark
        return (
          <Select
            size="xs"
            aria-label={`${words.mark}: ${leadUnit}`}
            placeholder={words.noMark}
            data={divisionMarks.map((value) => ({ value, label: words.marks[value] }))}
            value={mark ?? null}
            onChange={(value) => setMark(leadUnit, (value as DivisionMark | null) ?? undefined)}
            clearable
          />
        )
      },
    },
  ]
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h3">
        {words.divisions}
      </Title>
      <Text c="gray.7">{words.marksLead}</Text>
      <Select
        label={words.period}
        w={220}
        allowDeselect={false}
        data={reportPeriods.map((value) => ({ value, label: words.periods[value] }))}
        value={period}
        onChange={(value) => setPeriod(value ?? 'year')}
      />
      {refused && <ErrorState refused={refused} />}
      <DataTable
        caption={words.divisions}
        isCaptionHidden
        columns={columns}
        rows={standingsAt(view, period)}
        keyOf={({ leadUnit }) => leadUnit}
      />
    </Stack>
  )
}
