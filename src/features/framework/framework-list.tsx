import { Badge, Text } from '@mantine/core'
import { formatDate } from '../../language/format.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Moment, Points } from '../../web/widgets/figures.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import type { FrameworkSummary } from './framework-shapes.ts'

const words = frameworkTexts.list

const State = ({ framework }: { readonly framework: FrameworkSummary }) =>
  framework.status === 'draft' ? (
    <>
      <Badge color="yellow">{frameworkTexts.draft}</Badge>
      <Text size="sm">{frameworkTexts.problemsLeft(framework.problemsLeft)}</Text>
    </>
  ) : (
    <>
      <Badge color="green">{frameworkTexts.inForce}</Badge>
      {framework.inForceFrom && <Text size="sm">{frameworkTexts.inForceFrom(formatDate(framework.inForceFrom))}</Text>}
    </>
  )

const columns: readonly Column<FrameworkSummary>[] = [
  {
    key: 'name',
    title: words.name,
    isRowHeader: true,
    width: 280,
    cell: ({ id, title }) => (
      <PageLink to="/bo-tieu-chi/$frameworkId" params={{ frameworkId: id }}>
        {title || words.unnamed}
      </PageLink>
    ),
  },
  {
    key: 'decision',
    title: words.decision,
    width: 170,
    cell: ({ decisionNumber, decisionDate, sourceName }) => (
      <>
        <span>{decisionNumber || '–'}</span>
        {decisionDate && <Text size="sm">{frameworkTexts.dated(formatDate(decisionDate))}</Text>}
        {sourceName && (
          <Text size="sm" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
            {frameworkTexts.readFrom(sourceName)}
          </Text>
        )}
      </>
    ),
  },
  { key: 'year', title: words.year, isFigure: true, cell: ({ year }) => (year > 0 ? year : '–'), width: 70 },
  { key: 'unitGroup', title: words.unitGroup, cell: ({ unitGroup }) => unitGroup || '–', width: 150 },
  { key: 'leaves', title: words.leaves, isFigure: true, cell: ({ leaves }) => <Points value={String(leaves)} />, width: 120 },
  { key: 'state', title: words.state, cell: (framework) => <State framework={framework} />, width: 170 },
  {
    key: 'changed',
    title: words.changed,
    width: 190,
    cell: ({ changedAt, changedBy }) => (
      <>
        <Moment value={changedAt} />
        {changedBy && <Text size="sm">{changedBy.name}</Text>}
      </>
    ),
  },
]

/** Every framework the person may read, newest year first. */
export const FrameworkList = ({
  frameworks,
  canChange,
}: {
  readonly frameworks: readonly FrameworkSummary[]
  readonly canChange: boolean
}) =>
  frameworks.length === 0 ? (
    <EmptyState title={words.empty}>{canChange ? words.emptyOwner : words.emptyOthers}</EmptyState>
  ) : (
    <DataTable caption={words.caption} isCaptionHidden columns={columns} rows={frameworks} keyOf={({ id }) => id} />
  )
