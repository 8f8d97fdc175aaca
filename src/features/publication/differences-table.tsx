import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure, formatPercent, roundText } from '../../language/format.ts'
import { publicationWords as words, publicPageWords } from '../../language/pages/publication.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Difference, publicationRoutes } from './contract.ts'

const { differences: titles } = publicPageWords

const points = (value: string | null | undefined): string => (value ? formatFigure(roundText(value, 2)) : '–')
const percent = (value: string | null | undefined): string => (value ? formatPercent(value) : '–')

const columns: readonly Column<Difference>[] = [
  { key: 'unit', title: publicPageWords.columns.unit, isRowHeader: true, cell: ({ unit }) => unit.name },
  { key: 'pointsBefore', title: titles.pointsBefore, isFigure: true, cell: ({ before }) => points(before?.points) },
  { key: 'pointsAfter', title: titles.pointsAfter, isFigure: true, cell: ({ after }) => points(after?.points) },
  { key: 'percentBefore', title: titles.percentBefore, isFigure: true, cell: ({ before }) => percent(before?.percent) },
  { key: 'percentAfter', title: titles.percentAfter, isFigure: true, cell: ({ after }) => percent(after?.percent) },
  { key: 'rankBefore', title: titles.rankBefore, isFigure: true, cell: ({ before }) => before?.rank ?? '–' },
  { key: 'rankAfter', title: titles.rankAfter, isFigure: true, cell: ({ after }) => after?.rank ?? '–' },
  {
    key: 'nodes',
    title: words.changedCriteria,
    cell: ({ nodes }) => nodes.map(({ node, before, after }) => `${node}: ${points(before?.points)} → ${points(after?.points)}`).join('; '),
  },
]

/** What a correction changed, asked for when somebody wants to see it. */
export const DifferencesTable = ({ publicationId }: { readonly publicationId: string }) => {
  const [isOpen, setOpen] = useState(false)
  const call = useCall(publicationRoutes.differences, { params: { publicationId } }, { when: isOpen })
  return (
    <Stack gap="xs" mt="xs" align="flex-start">
      <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {publicPageWords.toDifferences}
      </Button>
      {isOpen && (
        <Loaded call={call}>
          {({ differences }) =>
            differences.length === 0 ? (
              <Text>{titles.none}</Text>
            ) : (
              <DataTable caption={titles.title} columns={columns} rows={differences} keyOf={({ unit }) => unit.id} />
            )
          }
        </Loaded>
      )}
    </Stack>
  )
}
