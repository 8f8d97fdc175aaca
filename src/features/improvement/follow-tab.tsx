import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes, type PlanView } from './contract.ts'
import { Divisions } from './divisions.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { textOf } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { changesOf, freshId } from './plan-context.ts'
import { TaskBoard } from './task-board.tsx'

const words = improvementWords.follow

/** A difficulty is raised by anybody who works on the plan. */
const RaiseDifficulty = ({ view }: { readonly view: PlanView }) => {
  const raise = useChange(improvementRoutes.raise)
  const [key, setKey] = useState<string>()
  const close = (): void => {
    raise.forget()
    setKey(undefined)
  }
  return (
    <>
      <Button variant="default" onClick={() => setKey(intentionKey())} className="no-print" style={{ alignSelf: 'flex-start' }}>
        {words.raise}
      </Button>
      {key && (
        <EntryDialog
          title={words.raise}
          act={words.raise}
          fields={[
            { key: 'by', label: words.by, kind: 'text', isRequired: true },
            { key: 'text', label: words.text, kind: 'long', isRequired: true },
          ]}
          initial={{}}
          isRunning={raise.isRunning}
          refused={raise.refused}
          onClose={close}
          onSave={async (values) => {
            const body = { by: textOf(values, 'by'), text: textOf(values, 'text') }
            const done = await raise.run({ params: { unitId: view.unit.id, planId: view.id }, body, idempotencyKey: key })
            if (done.ok) close()
          }}
        />
      )}
    </>
  )
}

const Difficulties = ({ view }: { readonly view: PlanView }) => (
  <Stack gap="sm">
    <EntryList
      view={view}
      part="difficulties"
      title={words.difficulties}
      add={words.raise}
      empty={words.empty}
      mayChange={changesOf(view).lists}
      nameOf={({ text }) => text}
      fresh={() => ({ id: freshId('v', view.plan.difficulties), raisedOn: view.today })}
      fields={[
        { key: 'by', label: words.by, kind: 'text', isRequired: true },
        { key: 'text', label: words.text, kind: 'long', isRequired: true },
        { key: 'direction', label: words.direction, kind: 'long' },
        { key: 'directedOn', label: words.directedOn, kind: 'date' },
      ]}
      columns={[
        { key: 'on', title: words.raisedOn, width: 120, cell: ({ raisedOn }) => formatDate(raisedOn) },
        { key: 'by', title: words.by, width: 180, cell: ({ by }) => by },
        { key: 'text', title: words.text, isRowHeader: true, cell: ({ text }) => text },
        {
          key: 'direction',
          title: words.direction,
          cell: ({ direction, directedOn }) =>
            direction ? `${direction}${directedOn ? ` (${formatDate(directedOn)})` : ''}` : words.noDirection,
        },
      ]}
    />
    {view.mayFollow && !view.mayChange && view.stage === 'approved' && <RaiseDifficulty view={view} />}
  </Stack>
)

const Accounts = ({ view }: { readonly view: PlanView }) => {
  const tasks = new Map(view.plan.tasks.map(({ id, title }) => [id, title]))
  return (
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
      fields={[
        { key: 'task', label: words.task, kind: 'choice', choices: view.plan.tasks.map(({ id, title }) => ({ value: id, label: title })) },
        { key: 'division', label: words.division, kind: 'text', isRequired: true },
        { key: 'head', label: words.head, kind: 'text', isRequired: true },
        { key: 'finding', label: words.finding, kind: 'long', isRequired: true },
        { key: 'party', label: words.party, kind: 'text' },
        { key: 'government', label: words.government, kind: 'text' },
        { key: 'decidedOn', label: words.decidedOn, kind: 'date' },
      ]}
      columns={[
        { key: 'head', title: words.head, isRowHeader: true, cell: ({ head, division }) => `${head} (${division})` },
        { key: 'task', title: words.task, cell: ({ task }) => (task && tasks.get(task)) ?? '' },
        { key: 'finding', title: words.finding, cell: ({ finding }) => finding },
        { key: 'party', title: words.party, cell: ({ party }) => party ?? '' },
        { key: 'government', title: words.government, cell: ({ government }) => government ?? '' },
        { key: 'on', title: words.decidedOn, width: 120, cell: ({ decidedOn }) => (decidedOn ? formatDate(decidedOn) : '') },
      ]}
    />
  )
}

/** How the plan goes: tasks, divisions, difficulties, responsibility. */
export const FollowTab = ({ view }: { readonly view: PlanView }) =>
  view.editions.length === 0 ? (
    <EmptyState title={words.notYet}>{words.notYetHint}</EmptyState>
  ) : (
    <Stack gap="xl">
      <TaskBoard view={view} />
      <Divisions view={view} />
      <Difficulties view={view} />
      <Accounts view={view} />
    </Stack>
  )
