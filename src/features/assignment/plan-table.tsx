import { Checkbox, Text } from '@mantine/core'
import { assignmentTexts } from '../../language/pages/assignment.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import type { AssignedRow } from './contract.ts'

const texts = assignmentTexts.table

interface Props {
  readonly rows: readonly AssignedRow[]
  /** Absent where nothing can be chosen. */
  readonly chosen: ReadonlySet<string> | undefined
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** The rows of the framework as a tree, each with whoever answers for it. */
export const PlanTable = ({ rows, chosen, onChoose }: Props) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    rows={rows}
    keyOf={({ nodeId }) => nodeId}
    empty={texts.none}
    columns={[
      ...(chosen ? [chooser(rows, chosen, onChoose)] : []),
      { key: 'code', title: texts.code, width: 74, cell: ({ code }) => code },
      { key: 'name', title: texts.name, isRowHeader: true, cell: (row) => <Name row={row} /> },
      { key: 'points', title: texts.points, isFigure: true, width: 70, cell: ({ maxPoints }) => <Points value={maxPoints} /> },
      { key: 'lead', title: assignmentTexts.duties.lead, width: 200, cell: ({ lead, isLeaf }) => <Parties duty={lead} isDue={isLeaf} /> },
      { key: 'help', title: assignmentTexts.duties.coordinating, width: 200, cell: ({ coordinating }) => <Parties duty={coordinating} /> },
      { key: 'people', title: texts.people, width: 150, cell: ({ people }) => people.map(({ name }) => name).join(', ') },
    ]}
  />
)

const chooser = (rows: readonly AssignedRow[], chosen: ReadonlySet<string>, onChoose: Props['onChoose']): Column<AssignedRow> => {
  const all = rows.length > 0 && rows.every(({ nodeId }) => chosen.has(nodeId))
  const toggle = (nodeId: string): void => {
    const next = new Set(chosen)
    if (!next.delete(nodeId)) next.add(nodeId)
    onChoose(next)
  }
  return {
    key: 'choose',
    title: (
      <Checkbox
        size="xs"
        aria-label={texts.chooseAll}
        checked={all}
        onChange={() => onChoose(all ? new Set() : new Set(rows.map(({ nodeId }) => nodeId)))}
      />
    ),
    width: 40,
    isScreenOnly: true,
    cell: ({ nodeId, code, name }) => (
      <Checkbox size="xs" aria-label={texts.chooseRow(code, name)} checked={chosen.has(nodeId)} onChange={() => toggle(nodeId)} />
    ),
  }
}

const Name = ({ row: { depth, isLeaf, name } }: { readonly row: AssignedRow }) => (
  <Text span size="sm" fw={isLeaf ? 400 : 600} style={{ display: 'block', paddingInlineStart: depth * 14 }}>
    {name}
  </Text>
)

const Parties = ({ duty: { parties, from }, isDue }: { readonly duty: AssignedRow['lead']; readonly isDue?: boolean }) => {
  if (parties.length === 0)
    return isDue ? (
      <Text span size="sm" c="red.8" fw={600}>
        {texts.nobody}
      </Text>
    ) : null
  const isDoubtful = parties.some(({ kind }) => kind === 'open' || kind === 'unknown')
  const kinds = [...new Set(parties.flatMap(({ kind }) => assignmentTexts.kinds[kind] || []))]
  return (
    <>
      {parties.map(({ name }) => name).join(', ')}
      {(kinds.length > 0 || from !== 'printed') && (
        <Text span size="xs" c={isDoubtful ? 'red.8' : 'gray.7'} display="block">
          {[...kinds, ...(from === 'printed' ? [] : [assignmentTexts.from[from]])].join('; ')}
        </Text>
      )}
    </>
  )
}
