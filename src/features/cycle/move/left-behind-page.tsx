import { Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { cycleMoveTexts } from '../../../language/pages/cycle-move.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { type LeftBehind, moveRoutes } from './contract.ts'
import { MovesList } from './moves-list.tsx'
import { leafText } from './preview-table.tsx'

const { left: texts, what } = cycleMoveTexts

const whatOf = (row: LeftBehind): string => {
  const named = (what as Readonly<Record<string, string>>)[row.what] ?? row.what
  return row.round ? `${named} (${labelsVi.rounds[row.round].toLocaleLowerCase('vi')})` : named
}

const pointsOf = ({ points, status }: LeftBehind): string =>
  points !== undefined ? formatFigure(points) : status && status !== 'scored' ? labelsVi.scoreStatuses[status] : ''

/** What one unit had at leaves that a move did not carry over as it was. Only to be read. */
export const LeftBehindPage = () => {
  const params = useParams({ strict: false }) as { readonly cycleId: string; readonly unitId: string }
  const left = useCall(moveRoutes.leftBehind, { params })
  return (
    <>
      <PageTitle
        actions={
          <LinkButton variant="default" to="/tu-danh-gia/$cycleId/$unitId" params={params}>
            {texts.back}
          </LinkButton>
        }
      >
        {texts.title}
      </PageTitle>
      <Loaded call={left}>
        {({ rows, moves, hasMore }) => (
          <Stack gap="md">
            <Text maw="70ch">{texts.intro}</Text>
            <MovesList moves={moves} />
            {rows.length === 0 ? <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState> : <Rows rows={rows} />}
            {hasMore && <Text>{texts.more(formatFigure(String(rows.length)))}</Text>}
          </Stack>
        )}
      </Loaded>
    </>
  )
}

const Rows = ({ rows }: { readonly rows: readonly LeftBehind[] }) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    isLong
    rows={rows}
    keyOf={({ moveId, number }) => `${moveId} ${number}`}
    columns={[
      { key: 'leaf', title: texts.columns.leaf, isRowHeader: true, cell: ({ leaf }) => leafText(leaf) },
      { key: 'what', title: texts.columns.what, cell: whatOf },
      { key: 'points', title: texts.columns.points, isFigure: true, cell: pointsOf },
      {
        key: 'words',
        title: texts.columns.words,
        cell: ({ words, document }) =>
          [...(document === undefined ? [] : [document]), ...words].map((each) => <div key={each}>{each}</div>),
      },
      {
        key: 'became',
        title: texts.columns.became,
        cell: ({ became }) => (became.length === 0 ? texts.gone : became.map((leaf) => <div key={leaf.id}>{leafText(leaf)}</div>)),
      },
    ]}
  />
)
