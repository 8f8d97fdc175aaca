import { Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { sumBudget } from '../../core/cycle/budget.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { budgetTexts as words } from '../../language/pages/budget.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { BudgetTable, digitsOf, StageOfBudget } from './budget-table.tsx'
import { budgetRoutes, type BudgetView } from './contract.ts'

type Seen = BudgetView & { readonly units: readonly { readonly id: string; readonly name: string }[]; readonly mayChange: boolean }
type Line = BudgetView['lines'][number]

const freshLine = (lines: readonly Line[]): Line => ({
  id: `p${1 + Math.max(0, ...lines.map(({ id }) => Number(/^p(\d+)$/.exec(id)?.[1] ?? 0)))}`,
  item: '',
  amount: '',
})

/** Asks before the estimate is sent or taken back. */
const Move = ({ budget, act, text }: { readonly budget: Seen; readonly act: 'submit' | 'takeBack'; readonly text: string }) => {
  const [isOpen, setOpen] = useState(false)
  const move = useChange(budgetRoutes[act])
  return (
    <>
      <Button variant={act === 'submit' ? 'filled' : 'default'} onClick={() => setOpen(true)}>
        {words[act]}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={words[act]}
        act={words[act]}
        isRunning={move.isRunning}
        refused={move.refused}
        onClose={() => setOpen(false)}
        onAct={async () => {
          if ((await move.run({ params: { cycleId: budget.cycle.id }, ifMatch: budget.version })).ok) setOpen(false)
        }}
      >
        {text}
      </Confirm>
    </>
  )
}

const Editor = ({ budget }: { readonly budget: Seen }) => {
  const [stored] = useState(() => budget.lines.map((line) => ({ ...line, amount: formatFigure(line.amount) })))
  const [lines, setLines] = useState<readonly Line[]>(stored)
  const [unitId, setUnitId] = useState(budget.financeUnit?.id ?? '')
  const change = useChange(budgetRoutes.change)
  const isSaved = lines === stored && unitId === (budget.financeUnit?.id ?? '')
  const set = (at: number, part: Partial<Line>): void => setLines(lines.map((line, other) => (other === at ? { ...line, ...part } : line)))
  const cell = (label: string, value: string, onChange: (text: string) => void) => (
    <TextInput size="xs" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
  )
  const keep = async (): Promise<void> => {
    const body = {
      lines: lines.map(({ id, item, basis, amount }) => ({ id, item, ...(basis?.trim() && { basis }), amount: digitsOf(amount) })),
      ...(unitId !== '' && { financeUnitId: unitId }),
    }
    await change.run({ params: { cycleId: budget.cycle.id }, body, ifMatch: budget.version })
  }
  const counted = lines.filter(({ amount }) => /^\d+$/.test(digitsOf(amount))).map((line) => ({ ...line, amount: digitsOf(line.amount) }))
  return (
    <Stack gap="md">
      {lines.length === 0 ? (
        <Text c="gray.7">{words.empty}</Text>
      ) : (
        <DataTable
          caption={words.caption(budget.cycle.title)}
          columns={[
            {
              key: 'item',
              title: words.item,
              isRowHeader: true,
              cell: ({ item }, at) => cell(`${words.item} ${at + 1}`, item, (text) => set(at, { item: text })),
            },
            {
              key: 'basis',
              title: words.basis,
              cell: ({ basis = '' }, at) => cell(`${words.basis} ${at + 1}`, basis, (text) => set(at, { basis: text })),
            },
            {
              key: 'amount',
              title: words.amount,
              width: 180,
              cell: ({ amount }, at) => cell(`${words.amount} ${at + 1}`, amount, (text) => set(at, { amount: text })),
            },
            {
              key: 'drop',
              title: words.acts,
              width: 80,
              isScreenOnly: true,
              cell: ({ item }, at) => (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  aria-label={words.remove(item)}
                  onClick={() => setLines(lines.filter((_, other) => other !== at))}
                >
                  {words.removeShort}
                </Button>
              ),
            },
          ]}
          rows={lines}
          keyOf={({ id }) => id}
        />
      )}
      <Text fw={600}>{`${words.total}: ${formatFigure(sumBudget(counted).amount)}`}</Text>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setLines([...lines, freshLine(lines)])}>
        {words.add}
      </Button>
      <Select
        label={words.financeUnit}
        maw={480}
        searchable
        clearable
        data={budget.units.map(({ id, name }) => ({ value: id, label: name }))}
        value={unitId || null}
        onChange={(value) => setUnitId(value ?? '')}
      />
      {change.refused && <ErrorState refused={change.refused} />}
      <Group>
        <Button variant="default" onClick={() => void keep()} loading={change.isRunning}>
          {words.save}
        </Button>
        {isSaved && budget.financeUnit && budget.lines.length > 0 && (
          <Move budget={budget} act="submit" text={words.submitText(budget.financeUnit.name)} />
        )}
        {!isSaved && <Text c="gray.7">{words.unsaved}</Text>}
      </Group>
      {isSaved && (
        <Text role="status">
          {budget.lines.length === 0 ? words.nextStep.lines : budget.financeUnit ? words.nextStep.submit : words.nextStep.finance}
        </Text>
      )}
    </Stack>
  )
}

const Shown = ({ budget }: { readonly budget: Seen }) => {
  if (budget.mayChange && budget.stage === 'draft') return <Editor key={budget.version} budget={budget} />
  return (
    <Stack gap="md">
      {budget.lines.length === 0 ? <Text c="gray.7">{words.emptyRead}</Text> : <BudgetTable budget={budget} />}
      {budget.appraisedOn && <Text>{words.appraised(budget.appraisedBy ?? '', formatDate(budget.appraisedOn))}</Text>}
      {budget.opinion && <Text>{`${words.opinion}: ${budget.opinion}`}</Text>}
      {budget.stage === 'submitted' && budget.financeUnit && <Text role="status">{words.nextStep.wait(budget.financeUnit.name)}</Text>}
      {budget.stage === 'appraised' && budget.mayChange && <Text role="status">{words.nextStep.appraised}</Text>}
      {budget.mayChange && (
        <Group>
          <Move budget={budget} act="takeBack" text={words.takeBackText} />
        </Group>
      )}
    </Stack>
  )
}

/** `/ky-danh-gia/$cycleId/du-toan`: the estimate of a cycle. */
export const BudgetPage = () => {
  const { cycleId = '' } = useParams({ strict: false })
  const call = useCall(budgetRoutes.read, { params: { cycleId } })
  return (
    <Loaded call={call}>
      {(budget) => (
        <>
          <PageLink to="/ky-danh-gia/$cycleId" params={{ cycleId }} className="no-print">
            {words.back}
          </PageLink>
          <PageTitle
            under={
              <Group gap="xs">
                <StageOfBudget stage={budget.stage} />
                {budget.financeUnit && <Badge color="gray">{budget.financeUnit.name}</Badge>}
                <Text span>{words.lead}</Text>
              </Group>
            }
          >
            {`${words.title}: ${budget.cycle.title}`}
          </PageTitle>
          <Shown budget={budget} />
        </>
      )}
    </Loaded>
  )
}
