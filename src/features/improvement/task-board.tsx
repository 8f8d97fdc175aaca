import { Badge, Button, Group, Paper, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { pointsText } from '../../core/exact/points.ts'
import { type FollowedTask, pointsAtStake } from '../../core/improvement/follow.ts'
import { taskStates } from '../../core/vocabulary.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { ProgressLine } from './progress-line.tsx'
import type { PlanView } from './contract.ts'
import { followed } from './follow-facts.ts'
import { ReportDialog } from './report-dialog.tsx'
import { StandingBadge } from './standing-badge.tsx'

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
      {view.mayFollow && view.stage === 'approved' && (
        <Button size="compact-sm" variant="subtle" onClick={() => onReport(task)} aria-label={`${words.report}: ${task.title}`}>
          {words.report}
        </Button>
      )}
    </Stack>
  </Paper>
)

const Board = ({ view, onReport }: Props) => {
  const { tasks } = followed(view)
  return (
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
}

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
            cell: (task: FollowedTask) => (
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

/** Tasks by state, or in the order in which they are due; what is late or endangered stands first, with the points at stake. */
export const TaskBoard = ({ view }: { readonly view: PlanView }) => {
  const [way, setWay] = useAddress('xem', 'dong-thoi-gian')
  const [reported, setReported] = useState<FollowedTask>()
  const { tasks, losses, standing } = followed(view)
  const weak = tasks.filter((task) => standing(task) === 'late' || standing(task) === 'endangered')
  const late = weak.filter((task) => standing(task) === 'late').length
  return (
    <Stack gap="md">
      <Text fw={600}>
        {weak.length === 0 ? words.fine : words.summary(late, weak.length - late, formatFigure(pointsText(pointsAtStake(weak, losses))))}
      </Text>
      {weak.length > 0 && (
        <DataTable
          caption={words.weak}
          columns={lineColumns({ view, onReport: setReported })}
          rows={[...weak].sort(byDeadline)}
          keyOf={({ id }) => id}
        />
      )}
      <SegmentedControl
        aria-label={words.view}
        value={way}
        onChange={setWay}
        data={[
          { value: 'dong-thoi-gian', label: words.timeline },
          { value: 'bang', label: words.board },
        ]}
        className="no-print"
      />
      {way === 'bang' ? (
        <Board view={view} onReport={setReported} />
      ) : (
        <DataTable
          caption={words.timeline}
          columns={lineColumns({ view, onReport: setReported })}
          rows={[...tasks].sort(byDeadline)}
          keyOf={({ id }) => id}
        />
      )}
      {reported && <ReportDialog view={view} task={reported} onClose={() => setReported(undefined)} />}
    </Stack>
  )
}
