import { Badge, Checkbox, Group, NativeSelect, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { type RowChange, rowChanges } from '../../../core/framework/versions/compare-frameworks.ts'
import { formatFigure } from '../../../language/format.ts'
import { versionTexts as words } from '../../../language/pages/framework-versions.ts'
import { type Column, DataTable } from '../../../web/widgets/data-table.tsx'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { frameworkRoutes } from '../contract.ts'
import type { ComparedNode, ComparisonView } from '../framework-shapes.ts'
import { CodeMapPanel } from './code-map-panel.tsx'

type ComparedRow = ComparisonView['rows'][number]

/** Two versions side by side, and what became of the older one's rows. */
export const CompareFrameworksPage = () => {
  const { frameworkId } = useParams({ from: '/bo-tieu-chi/$frameworkId/so-sanh' })
  const [other, setOther] = useAddress('voi')
  const comparison = useCall(frameworkRoutes.compare, { params: { frameworkId }, query: other === '' ? {} : { with: other } })
  return (
    <>
      <PageLink to="/bo-tieu-chi/$frameworkId" params={{ frameworkId }}>
        {words.back}
      </PageLink>
      <PageTitle>{words.title}</PageTitle>
      <Loaded call={comparison}>{(view) => <Comparison key={`${view.old.id} ${view.now.id}`} view={view} onChoose={setOther} />}</Loaded>
    </>
  )
}

const Comparison = ({ view, onChoose }: { readonly view: ComparisonView; readonly onChoose: (id: string) => void }) => {
  const [all, setAll] = useAddress('tat-ca')
  const rows = all === '' ? view.rows.filter(({ changes }) => changes.length > 0) : view.rows
  const counts = rowChanges.flatMap((change) => {
    const count = view.rows.filter(({ changes }) => changes.includes(change)).length
    return count === 0 ? [] : [words.countOf(change, count)]
  })
  return (
    <Stack gap="md">
      <Paper p="md">
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
          <NativeSelect
            label={words.with}
            value={view.old.id}
            data={view.others.map(({ id, title, year, decisionNumber }) => ({
              value: id,
              label: `${title} (${words.ofYear(year, decisionNumber)})`,
            }))}
            onChange={(event) => onChoose(event.currentTarget.value)}
          />
          <Head title={words.old} head={view.old} />
          <Head title={words.now} head={view.now} />
        </SimpleGrid>
        <Text mt="sm" fw={600} role="status">
          {words.counted(counts)}
        </Text>
      </Paper>
      <CodeMapPanel view={view} />
      <Checkbox label={words.onlyChanged} checked={all === ''} onChange={(event) => setAll(event.currentTarget.checked ? '' : '1')} />
      {rows.length > 0 && <DataTable caption={words.caption} isCaptionHidden columns={columns} rows={rows} keyOf={keyOf} />}
    </Stack>
  )
}

const Head = ({ title, head }: { readonly title: string; readonly head: ComparisonView['old'] }) => (
  <div>
    <Text size="sm" c="gray.7">
      {title}
    </Text>
    <Text fw={600}>{head.title}</Text>
    <Text size="sm">
      {words.ofYear(head.year, head.decisionNumber)} · {words.total(formatFigure(head.total))}
    </Text>
  </div>
)

const keyOf = ({ old, now }: ComparedRow): string => `${old.map(({ id }) => id).join('+')} ${now?.id ?? ''}`

const NodeCell = ({ nodes, other }: { readonly nodes: readonly ComparedNode[]; readonly other: readonly ComparedNode[] }) =>
  nodes.length === 0 ? (
    <Text c="gray.7">{words.none}</Text>
  ) : (
    nodes.map((node) => (
      <div key={node.id}>
        <Text fw={node.isLeaf ? 400 : 600}>
          {node.code} {node.name}
        </Text>
        {node.ruleSentence !== undefined && other.some((each) => each.ruleSentence !== node.ruleSentence) && (
          <Text size="sm" c="gray.7">
            {node.ruleSentence}
          </Text>
        )}
      </div>
    ))
  )

const pointsOf = (nodes: readonly ComparedNode[]): string => nodes.map(({ maxPoints }) => formatFigure(maxPoints)).join(' + ') || words.none

const colours: Partial<Record<RowChange, string>> = { added: 'green', dropped: 'red', points: 'yellow', split: 'violet', merged: 'violet' }

const columns: readonly Column<ComparedRow>[] = [
  { key: 'old', title: words.old, width: 330, cell: ({ old, now }) => <NodeCell nodes={old} other={now ? [now] : []} /> },
  { key: 'oldPoints', title: words.points, isFigure: true, width: 90, cell: ({ old }) => pointsOf(old) },
  {
    key: 'now',
    title: words.now,
    width: 330,
    isRowHeader: true,
    cell: ({ old, now }) => <NodeCell nodes={now ? [now] : []} other={old} />,
  },
  { key: 'nowPoints', title: words.points, isFigure: true, width: 80, cell: ({ now }) => (now ? pointsOf([now]) : words.none) },
  {
    key: 'changes',
    title: words.change,
    width: 180,
    cell: ({ changes }) =>
      changes.length === 0 ? (
        <Text c="gray.7">{words.same}</Text>
      ) : (
        <Group gap={4}>
          {changes.map((change) => (
            <Badge key={change} color={colours[change] ?? 'blue'} variant="light">
              {words.changes[change]}
            </Badge>
          ))}
        </Group>
      ),
  },
]
