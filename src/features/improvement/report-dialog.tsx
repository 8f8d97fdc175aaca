import { Text } from '@mantine/core'
import { useState } from 'react'
import type { FollowedTask } from '../../core/improvement/follow.ts'
import { reportPeriods } from '../../core/improvement/plan-registers.ts'
import { lastDayOf, periodBefore, periodOn, tasksOn } from '../../core/improvement/progress.ts'
import { taskStates, type TaskState } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes, type PlanView } from './contract.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { type EntryField, textOf, type Values } from './entry-fields.tsx'
import { followed } from './follow-facts.ts'

const words = improvementWords.follow

const fieldsOf = ({ documents }: PlanView): readonly EntryField[] => [
  { key: 'period', label: words.period, kind: 'choice', choices: reportPeriods.map((value) => ({ value, label: words.periods[value] })) },
  {
    key: 'state',
    label: words.state,
    kind: 'choice',
    isRequired: true,
    choices: taskStates.map((value) => ({ value, label: labelsVi.taskStates[value] })),
  },
  { key: 'share', label: words.share, kind: 'text', isRequired: true },
  { key: 'note', label: words.note, kind: 'long' },
  { key: 'evidenceId', label: words.evidence, kind: 'choice', choices: documents.map(({ id, title }) => ({ value: id, label: title })) },
]

/** What the period before said of the task: the form starts from it. */
const carriedText = (view: PlanView, task: FollowedTask): string | undefined => {
  const before = periodBefore(periodOn(view.today, view.plan.actionYear))
  if (before === undefined) return undefined
  const { entries } = followed(view)
  const [then] = tasksOn(
    [task],
    entries.filter(({ task: id }) => id === task.id),
    lastDayOf(before, view.plan.actionYear),
  )
  return entries.some((entry) => entry.task === task.id) ? words.carried(words.periods[before], then?.share ?? 0) : undefined
}

/** Report how one task goes. */
export const ReportDialog = ({
  view,
  task,
  onClose,
}: {
  readonly view: PlanView
  readonly task: FollowedTask
  readonly onClose: () => void
}) => {
  const report = useChange(improvementRoutes.report)
  const [key] = useState(intentionKey)
  const last = view.progress.findLast(({ taskId }) => taskId === task.id)
  const send = async (values: Values): Promise<void> => {
    const [period, evidenceId] = [textOf(values, 'period'), textOf(values, 'evidenceId')]
    const done = await report.run({
      params: { unitId: view.unit.id, planId: view.id },
      idempotencyKey: key,
      body: {
        taskId: task.id,
        state: textOf(values, 'state') as TaskState,
        share: Math.round(Number(textOf(values, 'share'))),
        note: textOf(values, 'note'),
        ...(period !== '' && { period: period as (typeof reportPeriods)[number] }),
        ...(evidenceId !== '' && { evidenceId }),
      },
    })
    if (done.ok) onClose()
  }
  const carried = carriedText(view, task)
  return (
    <EntryDialog
      title={`${words.report}: ${task.title}`}
      fields={fieldsOf(view)}
      initial={{
        period: periodOn(view.today, view.plan.actionYear),
        state: task.state,
        share: String(task.share),
        note: last?.note ?? '',
      }}
      more={() => carried && <Text c="gray.7">{carried}</Text>}
      act={words.report}
      isRunning={report.isRunning}
      refused={report.refused}
      onSave={(values) => void send(values)}
      onClose={onClose}
    />
  )
}
