import { Text } from '@mantine/core'
import { formatFigure } from '../../../language/format.ts'
import { cycleMoveTexts as texts } from '../../../language/pages/cycle-move.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import type { MovedLeaf } from './contract.ts'

type Leaf = MovedLeaf['now'][number]
export const leafText = ({ code, name, maxPoints }: Leaf): string => texts.leaf(code, name, formatFigure(maxPoints))

const Leaves = ({ leaves }: { readonly leaves: readonly Leaf[] }) =>
  leaves.length === 0 ? texts.nothing : leaves.map((leaf) => <div key={leaf.id}>{leafText(leaf)}</div>)

const count = (units: number): string => (units === 0 ? texts.nothing : String(units))

/** What becomes of every leaf that does not simply stay, and for how many units. */
export const PreviewTable = ({ leaves }: { readonly leaves: readonly MovedLeaf[] }) => {
  if (leaves.length === 0) return <Text>{texts.untouched}</Text>
  return (
    <DataTable
      caption={texts.caption}
      rows={leaves}
      keyOf={({ fate, old, now }) => `${fate} ${old?.id ?? ''} ${now[0]?.id ?? ''}`}
      columns={[
        { key: 'fate', title: texts.columns.fate, isRowHeader: true, cell: ({ fate }) => texts.fates[fate] },
        { key: 'old', title: texts.columns.old, cell: ({ old }) => <Leaves leaves={old ? [old] : []} /> },
        { key: 'now', title: texts.columns.now, cell: ({ now }) => <Leaves leaves={now} /> },
        { key: 'units', title: texts.columns.units, isFigure: true, cell: ({ units }) => count(units) },
        { key: 'settle', title: texts.columns.settle, isFigure: true, cell: ({ toSettle }) => count(toSettle) },
        { key: 'anew', title: texts.columns.anew, isFigure: true, cell: ({ scoredAnew }) => count(scoredAnew) },
      ]}
    />
  )
}
