import { Text, UnstyledButton } from '@mantine/core'
import { resultsWords as words } from '../../language/pages/results.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Percent, Points } from '../../web/widgets/figures.tsx'
import type { SheetRow } from './shapes.ts'
import classes from './sheet-table.module.css'

interface Props {
  readonly caption: string
  readonly rows: readonly SheetRow[]
  readonly hasClaimed: boolean
  readonly onTrace: (row: SheetRow) => void
}

const statusWords = { notApplicable: words.notApplicable, missing: words.missing, notMeasured: words.notMeasured } as const

const Given = ({ row, onTrace }: { readonly row: SheetRow; readonly onTrace: Props['onTrace'] }) => {
  const { given } = row
  if (!given) return null
  const status = given.status && given.status in statusWords ? statusWords[given.status as keyof typeof statusWords] : undefined
  return (
    <UnstyledButton
      className={classes.figure}
      onClick={() => onTrace(row)}
      aria-label={`${words.openTrace(`${row.code} ${row.name}`)}: ${status ?? given.points ?? ''}`}
    >
      {status ?? <Points value={given.points} decimals={2} />}
    </UnstyledButton>
  )
}

const columnsOf = (hasClaimed: boolean, onTrace: Props['onTrace']): readonly Column<SheetRow>[] => [
  { key: 'code', title: words.code, width: 72, cell: ({ code }) => code },
  {
    key: 'name',
    title: words.criterion,
    isRowHeader: true,
    cell: ({ name, depth }) => (
      <span className={classes.name} data-depth={depth}>
        {name}
      </span>
    ),
  },
  { key: 'max', title: words.maxPoints, isFigure: true, width: 84, cell: ({ maxPoints }) => <Points value={maxPoints} /> },
  ...(hasClaimed
    ? [
        {
          key: 'claimed',
          title: words.claimed,
          isFigure: true,
          width: 96,
          cell: ({ claimed, source }: SheetRow) =>
            source === 'appraised' && claimed ? <Points value={claimed.points} decimals={2} /> : null,
        },
      ]
    : []),
  { key: 'given', title: words.given, isFigure: true, width: 110, cell: (row) => <Given row={row} onTrace={onTrace} /> },
  { key: 'percent', title: words.percent, isFigure: true, width: 72, cell: ({ given }) => <Percent value={given?.percent} decimals={1} /> },
  {
    key: 'reason',
    title: words.reasonAndSource,
    cell: ({ given, source, isLeaf }) => (
      <>
        {(given?.reason ?? given?.basis) && <Text size="sm">{given?.reason ?? given?.basis}</Text>}
        {isLeaf && source !== 'appraised' && (
          <Text size="xs" c="gray.7">
            {words.sourceNames[source]}
          </Text>
        )}
      </>
    ),
  },
]

/** A unit's sheet in the order of the decision's table; every given figure opens its reason. */
export const SheetTable = ({ caption, rows, hasClaimed, onTrace }: Props) => (
  <DataTable
    caption={caption}
    columns={columnsOf(hasClaimed, onTrace)}
    rows={rows}
    keyOf={({ id }) => id}
    rowClass={({ depth, isLeaf }) => (depth === 0 ? classes.area : isLeaf ? undefined : classes.group)}
    empty={words.noneLost}
  />
)
