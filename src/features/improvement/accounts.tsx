import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { parsePoints, type Points as ExactPoints, pointsText, zeroPoints } from '../../core/exact/points.ts'
import { compareTargets } from '../../core/improvement/compare-targets.ts'
import { type ShortTask, tasksThatFellShort } from '../../core/improvement/fell-short.ts'
import { targetRowsOf } from '../../core/improvement/plan.ts'
import { nodeId, type NodeId } from '../../core/ids.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import type { PlanView } from './contract.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { type EntryField, filledIn, valuesOf } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { followed } from './follow-facts.ts'
import { changesOf, divisionNames, freshId, usePlanParts } from './plan-context.ts'
import { StandingBadge } from './standing-badge.tsx'
import { usePart } from './use-part.tsx'

const words = improvementWords.follow

const fieldsOf = (view: PlanView): readonly EntryField[] => [
  { key: 'task', label: words.task, kind: 'choice', choices: view.plan.tasks.map(({ id, title }) => ({ value: id, label: title })) },
  { key: 'division', label: words.division, kind: 'text', isRequired: true, suggestions: divisionNames(view) },
  { key: 'head', label: words.head, kind: 'text', isRequired: true, suggestions: view.divisions.flatMap(({ head }) => head ?? []) },
  { key: 'finding', label: words.finding, kind: 'long', isRequired: true },
  { key: 'groundId', label: words.groundId, kind: 'choice', choices: view.grounds.map(({ id, title }) => ({ value: id, label: title })) },
  { key: 'ground', label: words.ground, kind: 'text', hint: () => words.groundHint },
  { key: 'party', label: words.party, kind: 'text' },
  { key: 'government', label: words.government, kind: 'text' },
  { key: 'decidedOn', label: words.decidedOn, kind: 'date' },
]

/** Tasks that fell short by today, those with the most points first; the year's result counts once it is there. */
const shortTasksOf = (view: PlanView): readonly ShortTask[] => {
  const { tasks, losses, standing } = followed(view)
  const year = view.plan.actionYear
  const reached = new Map<NodeId, ExactPoints>(
    Object.entries(view.reached[String(year)] ?? {}).map(([leaf, text]) => [nodeId(leaf), parsePoints(text) ?? zeroPoints]),
  )
  return tasksThatFellShort(tasks, standing, losses, compareTargets(targetRowsOf(view.plan), year, reached))
}

const ShortTasks = ({ view }: { readonly view: PlanView }) => {
  const [open, setOpen] = useState<ShortTask>()
  const { save, isRunning, refused, forget } = usePlanParts(view)
  const recorded = new Set(view.plan.accounts.flatMap(({ task }) => task ?? []))
  const { shown, more } = usePart(shortTasksOf(view))
  const mayChange = changesOf(view).lists
  const headOf = (division: string | undefined) => view.divisions.find(({ name }) => name === division)?.head
  const columns: readonly Column<ShortTask>[] = [
    { key: 'task', title: words.task, isRowHeader: true, width: 300, cell: ({ task }) => task.title },
    { key: 'unit', title: words.division, width: 130, cell: ({ task }) => task.leadUnit ?? words.withoutUnit },
    { key: 'head', title: words.head, width: 130, cell: ({ task }) => headOf(task.leadUnit) ?? words.noHead },
    { key: 'state', title: words.state, width: 140, cell: ({ standing }) => <StandingBadge standing={standing} /> },
    { key: 'stake', title: words.atStake, isFigure: true, width: 90, cell: ({ atStake }) => formatFigure(pointsText(atStake)) },
    { key: 'missed', title: words.missed, isFigure: true, width: 110, cell: ({ missed }) => formatFigure(pointsText(missed)) },
    {
      key: 'act',
      title: improvementWords.acts,
      isScreenOnly: true,
      width: 130,
      cell: (short) =>
        recorded.has(short.task.id) ? (
          words.recorded
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={!mayChange}
            onClick={() => setOpen(short)}
            aria-label={`${words.addAccount}: ${short.task.title}`}
          >
            {words.addAccount}
          </Button>
        ),
    },
  ]
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h3">
        {words.short}
      </Title>
      {shown.length === 0 ? (
        <Text c="gray.7">{words.noShort}</Text>
      ) : (
        <DataTable caption={words.short} isCaptionHidden columns={columns} rows={shown} keyOf={({ task }) => task.id} />
      )}
      {more}
      {open && (
        <EntryDialog
          title={words.addAccount}
          fields={fieldsOf(view)}
          initial={valuesOf({
            task: open.task.id,
            division: open.task.leadUnit ?? '',
            head: headOf(open.task.leadUnit) ?? '',
            finding: words.findingOf(
              words.standings[open.standing],
              formatFigure(pointsText(open.missed > 0 ? open.missed : open.atStake)),
            ),
          })}
          isRunning={isRunning}
          refused={refused}
          onClose={() => {
            forget()
            setOpen(undefined)
          }}
          onSave={async (values) => {
            const entry = {
              id: freshId('k', view.plan.accounts),
              ...filledIn(fieldsOf(view), values),
            } as PlanView['plan']['accounts'][number]
            if (await save({ accounts: [...view.plan.accounts, entry] })) setOpen(undefined)
          }}
        />
      )}
    </Stack>
  )
}

/** Tasks that fell short with whoever heads the division, and what was decided about their responsibility, on what ground. */
export const Accounts = ({ view }: { readonly view: PlanView }) => {
  const tasks = new Map(view.plan.tasks.map(({ id, title }) => [id, title]))
  const grounds = new Map(view.grounds.map(({ id, title }) => [id, title]))
  return (
    <Stack gap="xl">
      <ShortTasks view={view} />
      <EntryList
        view={view}
        part="accounts"
        title={words.accounts}
        lead={words.accountsLead}
        add={words.addAccount}
        empty={words.empty}
        mayChange={changesOf(view).lists}
        nameOf={({ head }) => head}
        fresh={() => ({ id: freshId('k', view.plan.accounts) })}
        fields={fieldsOf(view)}
        columns={[
          { key: 'head', title: words.head, isRowHeader: true, cell: ({ head, division }) => `${head} (${division})` },
          { key: 'task', title: words.task, cell: ({ task }) => (task && tasks.get(task)) ?? '' },
          { key: 'finding', title: words.finding, cell: ({ finding }) => finding },
          { key: 'ground', title: words.ground, cell: ({ groundId, ground }) => (groundId && grounds.get(groundId)) ?? ground ?? '' },
          { key: 'party', title: words.party, cell: ({ party }) => party ?? '' },
          { key: 'government', title: words.government, cell: ({ government }) => government ?? '' },
          { key: 'on', title: words.decidedOn, width: 120, cell: ({ decidedOn }) => (decidedOn ? formatDate(decidedOn) : '') },
        ]}
      />
    </Stack>
  )
}
