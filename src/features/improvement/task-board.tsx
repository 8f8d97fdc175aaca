import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { pointsText } from '../../core/exact/points.ts'
import { type FollowedTask, pointsAtStake } from '../../core/improvement/follow.ts'
import { taskStates } from '../../core/vocabulary.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { FilterChips } from '../../web/widgets/filter-chips.tsx'
import { ProgressLine } from './progress-line.tsx'
import { ChooseOne } from './choose-one.tsx'
import type { PlanView } from './contract.ts'
import { followed } from './follow-facts.ts'
import { ReportDialog } from './report-dialog.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { usePart } from './use-part.tsx'

const words = improvementWords.follow

const dayText = ({ until, deadline }: FollowedTask): string => (until ? formatDate(until) : (deadline ?? words.noDeadline))

interface Props {
  readonly view: PlanView
  readonly onReport: (task: FollowedTask) => void
}

const Card = ({ view, task, onReport }: Props & { readonly task: FollowedTask }) => (
  <Paper p="sm" withBorder>
    <Stack gap={6}>
      <Text fw={600}>{task.title}</Text>
      <Text size="sm">{`${task.leadUnit ?? words.withoutUnit} · ${dayText(task)}`}</Text>
      <Group gap="xs">
        <StandingBadge standing={followed(view).standing(task)} />
        <Text size="sm">{`${words.shareShort} ${task.share}%`}</Text>
      </Group>
      {view.ownTasks.includes(task.id) && view.stage === 'approved' && (
        <Button size="compact-sm" variant="subtle" onClick={() => onReport(task)} aria-label={`${words.report}: ${task.title}`}>
          {words.report}
        </Button>
      )}
    </Stack>
  </Paper>
)

const Board = ({ view, tasks, onReport }: Props & { readonly tasks: readonly FollowedTask[] }) => (
  <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
    {taskStates.map((state) => {
      const own = tasks.filter((task) => task.state === state)
      return (
        <Stack key={state} gap="xs" component="section">
          <Title order={3} size="h5">
            {`${labelsVi.taskStates[state]} (${own.length})`}
          </Title>
          {own.map((task) => (
            <Card key={task.id} view={view} task={task} onReport={onReport} />
          ))}
        </Stack>
      )
    })}
  </SimpleGrid>
)

const lineColumns = ({ view, onReport }: Props): readonly Column<FollowedTask>[] => {
  const { standing, losses } = followed(view)
  const last = new Map(view.progress.map((entry) => [entry.taskId, entry]))
  return [
    { key: 'until', title: words.deadline, width: 120, cell: dayText },
    {
      key: 'task',
      title: words.task,
      isRowHeader: true,
      cell: ({ title, leadUnit }) => (
        <>
          {title}
          <Text size="sm" c="gray.7">
            {leadUnit ?? words.withoutUnit}
          </Text>
        </>
      ),
    },
    { key: 'share', title: words.shareShort, width: 130, cell: (task) => <ProgressLine task={task} /> },
    { key: 'state', title: words.state, width: 150, cell: (task) => <StandingBadge standing={standing(task)} /> },
    {
      key: 'stake',
      title: words.atStake,
      isFigure: true,
      width: 90,
      cell: (task) => formatFigure(pointsText(pointsAtStake([task], losses))),
    },
    {
      key: 'last',
      title: words.last,
      cell: ({ id }) => {
        const entry = last.get(id)
        return (
          entry && (
            <>
              {`${formatDate(entry.on)}, ${entry.by.name}${entry.period ? ` (${words.periods[entry.period]})` : ''}`}
              <Text size="sm">{entry.note}</Text>
              {entry.evidence && <Badge color="gray">{entry.evidence.title}</Badge>}
            </>
          )
        )
      },
    },
    ...(view.mayFollow && view.stage === 'approved'
      ? [
          {
            key: 'act',
            title: improvementWords.acts,
            isScreenOnly: true,
            width: 120,
            cell: (task: FollowedTask) =>
              view.ownTasks.includes(task.id) && (
                <Button size="compact-sm" variant="subtle" onClick={() => onReport(task)} aria-label={`${words.report}: ${task.title}`}>
                  {words.report}
                </Button>
              ),
          },
        ]
      : []),
  ]
}

const byDeadline = (a: FollowedTask, b: FollowedTask): number => (a.until ?? '9999').localeCompare(b.until ?? '9999')

const isWeak = (standing: string): boolean => standing === 'late' || standing === 'endangered'

/** Tasks in the order in which they are due: those that are late or endangered first to be seen, then all, or all by state; of one division where it is chosen. */
export const TaskBoard = ({ view }: { readonly view: PlanView }) => {
  const { tasks: all, losses, standing } = followed(view)
  const units = [...new Set(all.flatMap(({ leadUnit }) => leadUnit ?? []))]
  const own = view.mayChange ? '' : (all.find(({ id }) => view.ownTasks.includes(id))?.leadUnit ?? '')
  const [unit, chooseUnit] = useState(own)
  const tasks = all.filter(({ leadUnit }) => unit === '' || leadUnit === unit)
  const weak = tasks.filter((task) => isWeak(standing(task)))
  const [way, setWay] = useAddress('xem', weak.length > 0 ? 'can-chu-y' : 'dong-thoi-gian')
  const [reported, setReported] = useState<FollowedTask>()
  const late = weak.filter((task) => standing(task) === 'late').length
  const { shown, more } = usePart([...(way === 'can-chu-y' ? weak : tasks)].sort(byDeadline))
  return (
    <Stack gap="md">
      {units.length > 1 && (
        <ChooseOne
          label={words.division}
          choices={units.map((name) => ({ value: name, label: name }))}
          value={unit}
          onChoose={chooseUnit}
        />
      )}
      <Text fw={600}>
        {weak.length === 0 ? words.fine : words.summary(late, weak.length - late, formatFigure(pointsText(pointsAtStake(weak, losses))))}
      </Text>
      <FilterChips
        label={words.view}
        names={['can-chu-y', 'dong-thoi-gian', 'bang']}
        labels={{ 'can-chu-y': words.weak, 'dong-thoi-gian': words.timeline, bang: words.board }}
        counts={{ 'can-chu-y': weak.length, 'dong-thoi-gian': tasks.length, bang: tasks.length }}
        chosen={way === 'bang' || way === 'can-chu-y' ? way : 'dong-thoi-gian'}
        onChoose={setWay}
      />
      {way === 'bang' ? (
        <Board view={view} tasks={tasks} onReport={setReported} />
      ) : (
        <>
          <DataTable
            caption={way === 'can-chu-y' ? words.weak : words.timeline}
            columns={lineColumns({ view, onReport: setReported })}
            rows={shown}
            empty={words.fine}
            keyOf={({ id }) => id}
          />
          {more}
        </>
      )}
      {reported && <ReportDialog view={view} task={reported} onClose={() => setReported(undefined)} />}
    </Stack>
  )
}
