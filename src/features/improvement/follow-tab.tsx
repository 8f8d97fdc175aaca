import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes, type PlanView } from './contract.ts'
import { Accounts } from './accounts.tsx'
import { DivisionPlan } from './division-plan.tsx'
import { Divisions } from './divisions.tsx'
import { Emulation } from './emulation.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { textOf } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { changesOf, divisionNames, freshId } from './plan-context.ts'
import { Sections } from './sections.tsx'
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
            { key: 'by', label: words.by, kind: 'text', isRequired: true, suggestions: divisionNames(view) },
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
        { key: 'by', label: words.by, kind: 'text', isRequired: true, suggestions: divisionNames(view) },
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

/** How the plan goes: tasks, divisions and their own plans, emulation, difficulties, responsibility. */
export const FollowTab = ({ view }: { readonly view: PlanView }) =>
  view.editions.length === 0 ? (
    <EmptyState title={words.notYet}>{words.notYetHint}</EmptyState>
  ) : (
    <Sections
      sections={[
        { address: 'nhiem-vu', label: words.sections.tasks, body: <TaskBoard view={view} /> },
        { address: 'phong', label: words.sections.divisions, body: <Divisions view={view} /> },
        { address: 'ke-hoach-phong', label: words.sections.steps, body: <DivisionPlan view={view} /> },
        { address: 'thi-dua', label: words.sections.emulation, body: <Emulation view={view} /> },
        { address: 'kho-khan', label: words.sections.difficulties, body: <Difficulties view={view} /> },
        { address: 'trach-nhiem', label: words.sections.accounts, body: <Accounts view={view} /> },
      ]}
    />
  )
