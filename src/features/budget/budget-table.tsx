import { Badge, Text } from '@mantine/core'
import { formatFigure } from '../../language/format.ts'
import { budgetTexts as words } from '../../language/pages/budget.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import type { BudgetView } from './contract.ts'

/** Typed money without its dots and spaces. */
export const digitsOf = (text: string): string => text.replace(/[.\s]/g, '')

const colors = { draft: 'gray', submitted: 'yellow', appraised: 'green' } as const

export const StageOfBudget = ({ stage }: { readonly stage: BudgetView['stage'] }) => (
  <Badge color={colors[stage]}>{words.stages[stage]}</Badge>
)

/** The lines of an estimate as they stand, with what was allowed. */
export const BudgetTable = ({ budget }: { readonly budget: BudgetView }) => (
  <>
    <DataTable
      caption={words.caption(budget.cycle.title)}
      columns={[
        { key: 'item', title: words.item, isRowHeader: true, cell: ({ item }) => item },
        { key: 'basis', title: words.basis, cell: ({ basis }) => basis ?? '' },
        { key: 'amount', title: words.amount, isFigure: true, width: 160, cell: ({ amount }) => formatFigure(amount) },
        { key: 'allowed', title: words.allowed, isFigure: true, width: 160, cell: ({ allowed }) => (allowed ? formatFigure(allowed) : '') },
        { key: 'reason', title: words.reason, cell: ({ reason }) => reason ?? '' },
      ]}
      rows={budget.lines}
      keyOf={({ id }) => id}
    />
    <Text fw={600}>
      {`${words.total}: ${formatFigure(budget.amount)}${budget.stage === 'appraised' ? ` · ${words.allowed}: ${formatFigure(budget.allowed)}` : ''}`}
    </Text>
  </>
)
