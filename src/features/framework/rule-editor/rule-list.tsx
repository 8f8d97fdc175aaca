import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { FrameworkEdit } from '../../../core/framework/draft/edit.ts'
import { ruleEditorTexts as words } from '../../../language/pages/rule-editor.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { type Column, DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { Points } from '../../../web/widgets/figures.tsx'
import { FilterChips } from '../../../web/widgets/filter-chips.tsx'
import { useAddress } from '../../../web/widgets/use-address.ts'
import type { FrameworkRow } from '../framework-shapes.ts'
import { useDraft } from '../use-draft.ts'
import classes from '../../../web/widgets/rule-form/rule-form.module.css'

type State = 'proposed' | 'ruled' | 'unread' | 'manual'
const states = ['all', 'proposed', 'ruled', 'unread', 'manual'] as const

const printedOf = (row: FrameworkRow): string | undefined => row.calculation ?? row.note

const stateOf = (row: FrameworkRow): State => {
  if (row.rule) return 'ruled'
  if (row.proposal && !row.proposal.isRefused) return 'proposed'
  return row.calculation !== undefined && !row.proposal ? 'unread' : 'manual'
}

const acceptOf = ({ id, proposal }: FrameworkRow): readonly FrameworkEdit[] =>
  proposal ? [{ kind: 'setRule', at: id, rule: proposal.rule }] : []

/** Every leaf with what the decision prints, the rule it has or the one that the print proposes, and what can be done. */
export const RuleList = ({ onOpen }: { readonly onOpen: (id: string) => void }) => {
  const { view } = useDraft()
  const [filter, setFilter] = useAddress('loc')
  const chosen = states.find((each) => each === filter) ?? 'all'
  const leaves = view.rows.filter(({ isLeaf }) => isLeaf)
  const count = (state: (typeof states)[number]): number => leaves.filter((row) => state === 'all' || stateOf(row) === state).length
  const rows = leaves.filter((row) => chosen === 'all' || stateOf(row) === chosen)
  const proposed = leaves.filter((row) => stateOf(row) === 'proposed' && !row.isOfFrame)
  return (
    <Stack gap="sm">
      <Group justify="space-between" className="no-print">
        <FilterChips
          label={words.filterLabel}
          names={states}
          labels={words.filters}
          counts={Object.fromEntries(states.map((state) => [state, count(state)])) as Record<(typeof states)[number], number>}
          chosen={chosen}
          onChoose={(state) => setFilter(state === 'all' ? '' : state)}
        />
        {view.canChange && proposed.length > 0 && <AcceptAll rows={proposed} />}
      </Group>
      {view.canChange && count('proposed') + count('ruled') === 0 && <Text c="gray.7">{words.noneProposed}</Text>}
      {rows.length === 0 ? (
        <EmptyState>{words.empty}</EmptyState>
      ) : (
        <DataTable caption={words.caption} isCaptionHidden columns={columnsOf(onOpen)} rows={rows} keyOf={({ id }) => id} />
      )}
    </Stack>
  )
}

const AcceptAll = ({ rows }: { readonly rows: readonly FrameworkRow[] }) => {
  const { edit } = useDraft()
  const [isAsking, setAsking] = useState(false)
  const accept = async (): Promise<void> => {
    await edit(...rows.slice(0, 500).flatMap(acceptOf))
    setAsking(false)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.acts.acceptAll(rows.length)}</Button>
      <Confirm
        isOpen={isAsking}
        title={words.acceptTitle}
        act={words.acts.acceptAll(rows.length)}
        onAct={() => void accept()}
        onClose={() => setAsking(false)}
      >
        {words.acceptText(rows.length)}
      </Confirm>
    </>
  )
}

const columnsOf = (onOpen: (id: string) => void): readonly Column<FrameworkRow>[] => [
  { key: 'code', title: words.code, cell: ({ code }) => code, width: 70 },
  { key: 'name', title: words.name, isRowHeader: true, width: 260, cell: ({ name }) => name },
  { key: 'points', title: words.points, isFigure: true, width: 80, cell: ({ maxPoints }) => <Points value={maxPoints} /> },
  {
    key: 'printed',
    title: words.printed,
    width: 260,
    cell: (row) => <span className={classes.printed}>{printedOf(row) ?? words.nothingPrinted}</span>,
  },
  { key: 'rule', title: words.rule, width: 300, cell: (row) => <RuleCell row={row} /> },
  { key: 'acts', title: words.actsTitle, width: 176, cell: (row) => <Acts row={row} onOpen={onOpen} /> },
]

const RuleCell = ({ row }: { readonly row: FrameworkRow }) => {
  const { ruleSentence, proposal } = row
  if (row.rule) return <span>{ruleSentence ?? row.rule.kind}</span>
  if (!proposal) return <Text c="gray.7">{words.byHand}</Text>
  return (
    <>
      <Badge color={proposal.isRefused ? 'gray' : 'blue'}>{proposal.isRefused ? words.refused : words.proposed}</Badge>
      <Text {...(proposal.isRefused && { c: 'gray.7' })}>{proposal.sentence}</Text>
    </>
  )
}

const Acts = ({ row, onOpen }: { readonly row: FrameworkRow; readonly onOpen: (id: string) => void }) => {
  const { view, edit } = useDraft()
  const about = `${row.code} ${row.name}`.trim()
  const act = (label: string, run: () => unknown, isFirst = false) => (
    <Button size="compact-sm" variant={isFirst ? 'filled' : 'default'} aria-label={`${label}: ${about}`} onClick={() => void run()}>
      {label}
    </Button>
  )
  const answer = (reply: 'refused' | 'offered') => edit({ kind: 'answerProposal', at: row.id, answer: reply })
  if (!view.canChange || row.isOfFrame) return row.rule ? act(words.acts.view, () => onOpen(row.id)) : null
  const state = stateOf(row)
  return (
    <Group gap={4}>
      {state === 'proposed' && act(words.acts.accept, () => edit(...acceptOf(row)), true)}
      {act(row.rule || state === 'proposed' ? words.acts.change : words.acts.make, () => onOpen(row.id))}
      {state === 'proposed' && act(words.acts.refuse, () => answer('refused'))}
      {row.proposal?.isRefused && act(words.acts.offer, () => answer('offered'))}
    </Group>
  )
}
