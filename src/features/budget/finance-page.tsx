import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatFigure } from '../../language/format.ts'
import { budgetTexts as words } from '../../language/pages/budget.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { BudgetTable, digitsOf, StageOfBudget } from './budget-table.tsx'
import { budgetRoutes, type BudgetView } from './contract.ts'

interface Typed {
  readonly allowed: string
  readonly reason: string
}

/** What finance says, line by line; every line begins as it was asked. */
const Appraisal = ({ budget, unitId }: { readonly budget: BudgetView; readonly unitId: string }) => {
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(
    Object.fromEntries(budget.lines.map(({ id, amount }) => [id, { allowed: formatFigure(amount), reason: '' }])),
  )
  const [opinion, setOpinion] = useState('')
  const appraise = useChange(budgetRoutes.appraise)
  const set = (id: string, part: Partial<Typed>): void =>
    setTyped({ ...typed, [id]: { ...(typed[id] ?? { allowed: '', reason: '' }), ...part } })
  const keep = async (): Promise<void> => {
    const decisions = budget.lines.map(({ id }) => {
      const { allowed = '', reason = '' } = typed[id] ?? {}
      return { id, allowed: digitsOf(allowed), ...(reason.trim() !== '' && { reason }) }
    })
    await appraise.run({ params: { unitId, cycleId: budget.cycle.id }, body: { decisions, opinion }, ifMatch: budget.version })
  }
  return (
    <Stack gap="md">
      <DataTable
        caption={words.caption(budget.cycle.title)}
        columns={[
          {
            key: 'item',
            title: words.item,
            isRowHeader: true,
            cell: ({ item, basis }) => (
              <>
                {item}
                {basis && <Text size="sm">{basis}</Text>}
              </>
            ),
          },
          { key: 'amount', title: words.amount, isFigure: true, width: 150, cell: ({ amount }) => formatFigure(amount) },
          {
            key: 'allowed',
            title: words.allowed,
            width: 160,
            cell: ({ id, item }) => (
              <TextInput
                size="xs"
                inputMode="numeric"
                aria-label={`${words.allowed}: ${item}`}
                value={typed[id]?.allowed ?? ''}
                onChange={(event) => set(id, { allowed: event.currentTarget.value })}
              />
            ),
          },
          {
            key: 'reason',
            title: words.reason,
            cell: ({ id, item }) => (
              <TextInput
                size="xs"
                aria-label={`${words.reason}: ${item}`}
                value={typed[id]?.reason ?? ''}
                onChange={(event) => set(id, { reason: event.currentTarget.value })}
              />
            ),
          },
        ]}
        rows={budget.lines}
        keyOf={({ id }) => id}
      />
      <Textarea
        label={words.opinion}
        required
        autosize
        minRows={2}
        value={opinion}
        onChange={(event) => setOpinion(event.currentTarget.value)}
      />
      {appraise.refused && <ErrorState refused={appraise.refused} />}
      <Group>
        <Button onClick={() => void keep()} loading={appraise.isRunning}>
          {words.appraise}
        </Button>
      </Group>
    </Stack>
  )
}

/** `/du-toan/$unitId`: estimates that were handed to a unit in charge of finance. */
export const FinancePage = () => {
  const { unitId = '' } = useParams({ strict: false })
  const call = useCall(budgetRoutes.ofUnit, { params: { unitId } })
  return (
    <>
      <PageTitle under={<Text span>{words.unitLead}</Text>}>{words.unitTitle}</PageTitle>
      <Loaded call={call}>
        {({ budgets }) =>
          budgets.length === 0 ? (
            <EmptyState title={words.unitEmpty}>{words.unitEmptyHint}</EmptyState>
          ) : (
            <Stack gap="xl">
              {budgets.map((budget) => (
                <Stack key={`${budget.cycle.id} ${budget.version}`} gap="sm" component="section">
                  <Group gap="xs">
                    <Title order={2} size="h3">
                      {budget.cycle.title}
                    </Title>
                    <StageOfBudget stage={budget.stage} />
                  </Group>
                  {budget.stage === 'submitted' ? <Appraisal budget={budget} unitId={unitId} /> : <BudgetTable budget={budget} />}
                  {budget.appraisedOn && <Text>{words.appraised(budget.appraisedBy ?? '', formatDate(budget.appraisedOn))}</Text>}
                  {budget.opinion && <Text>{`${words.opinion}: ${budget.opinion}`}</Text>}
                </Stack>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  )
}
