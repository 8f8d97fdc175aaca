import { Alert, List, Stack, Text } from '@mantine/core'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Percent } from '../../web/widgets/figures.tsx'
import type { Across, LineAcross } from './across-shapes.ts'

type Cell = LineAcross['cells'][number]

export interface AcrossRow {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly isArea: boolean
  readonly cells: readonly Cell[]
}

/** The whole, then areas, then criteria; a criteria set whose areas are criteria themselves shows them once. */
export const rowsOf = (across: Across, wholes: readonly (string | null | undefined)[]): readonly AcrossRow[] => {
  const whole = { rows: [], points: null, appliedMax: '0' }
  const areas = across.areas.map((line, at) => ({ ...line, key: `area ${at}`, isArea: true }))
  const shown = new Set(across.areas.map(({ cells }) => JSON.stringify(cells.map(({ rows }) => rows))))
  const leaves = across.leaves
    .filter(({ cells }) => !shown.has(JSON.stringify(cells.map(({ rows }) => rows))))
    .map((line, at) => ({ ...line, key: `leaf ${at}`, isArea: false }))
  const cells = wholes.map((percent): Cell => ({ ...whole, percent: percent ?? null }))
  return [{ key: 'whole', code: '', name: words.whole, isArea: true, cells }, ...areas, ...leaves]
}

const codesOf = ({ rows }: Cell): string => rows.map(({ code }) => code).join(' + ')

const CellText = ({ cell, row }: { readonly cell: Cell; readonly row: AcrossRow }) => {
  if (row.key === 'whole') return <Percent value={cell.percent} decimals={1} />
  if (cell.rows.length === 0)
    return (
      <Text span size="sm" c="gray.7">
        {words.notInSet}
      </Text>
    )
  const differs = codesOf(cell) !== row.code
  return (
    <>
      <Percent value={cell.percent} decimals={1} />
      {differs && (
        <Text size="xs" c="gray.7" title={cell.rows.map(({ name }) => name).join('; ')}>
          {words.rowsThen(codesOf(cell))}
        </Text>
      )}
    </>
  )
}

const columnsOf = (titles: readonly string[]): readonly Column<AcrossRow>[] => [
  {
    key: 'name',
    title: words.criterion,
    isRowHeader: true,
    cell: ({ code, name, isArea }) => (isArea ? <strong>{`${code} ${name}`.trim()}</strong> : `${code} ${name}`.trim()),
  },
  ...titles.map(
    (title, at): Column<AcrossRow> => ({
      key: `${at}`,
      title,
      isFigure: true,
      // Years are short: on a phone the names need the room.
      width: title.length < 7 ? 84 : 130,
      cell: (row) => {
        const cell = row.cells[at]
        return cell && <CellText cell={cell} row={row} />
      },
    }),
  ),
]

/** Criteria by the columns that have them, where some column has not. */
const missingSomewhere = (across: Across, titles: readonly string[]): readonly string[] => {
  const partial = across.leaves.filter(({ cells }) => cells.some(({ rows }) => rows.length === 0))
  const having = ({ cells }: LineAcross): string => titles.filter((_, at) => (cells[at]?.rows.length ?? 0) > 0).join(', ')
  return [...Map.groupBy(partial, having)].map(([columns, lines]) =>
    words.onlyHere(columns, lines.length, lines.map(({ code, name }) => code || name).join(', ')),
  )
}

/** What not every column has is named: a person must not take it for lost. */
const Incomparable = ({ across, titles }: { readonly across: Across; readonly titles: readonly string[] }) => {
  const alone = missingSomewhere(across, titles)
  if (titles.length < 2) return null
  if (alone.length === 0 && across.unsettled.length === 0) return <Text c="gray.7">{words.allComparable}</Text>
  return (
    <Alert color="yellow" variant="light">
      <List size="sm" spacing={4}>
        {across.unsettled.map(({ old, now }) => (
          <List.Item key={`${old} ${now}`}>{words.unsettled(old, now)}</List.Item>
        ))}
        {alone.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

/** Columns side by side, row by row as the criteria sets' maps of codes have it, and in words what is not comparable. */
export const AcrossTable = ({
  caption,
  across,
  titles,
  rows,
}: {
  readonly caption: string
  readonly across: Across
  readonly titles: readonly string[]
  readonly rows: readonly AcrossRow[]
}) => (
  <Stack gap="sm">
    <Text c="gray.7">{words.acrossLead}</Text>
    <Incomparable across={across} titles={titles} />
    <DataTable caption={caption} columns={columnsOf(titles)} rows={rows} keyOf={({ key }) => key} isTableOnPhone={titles.length < 3} />
  </Stack>
)
