import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { improvementWords as words } from '../../language/pages/improvement.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { LinkButton, PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type ImprovementHome, improvementRoutes } from './contract.ts'
import { OverviewOfPlans } from './overview-of-plans.tsx'
import { PlanStage } from './plan-page.tsx'
import { StartPlan } from './start-plan-dialog.tsx'

const Plans = ({ home }: { readonly home: ImprovementHome }) => (
  <DataTable
    caption={words.plans.caption}
    columns={[
      {
        key: 'title',
        title: words.plans.name,
        isRowHeader: true,
        cell: ({ id, title }) => (
          <PageLink to="/cai-thien/$unitId/$planId" params={{ unitId: home.unit.id, planId: id }}>
            {title}
          </PageLink>
        ),
      },
      { key: 'year', title: words.plans.ofYear, width: 110, cell: ({ year }) => year },
      { key: 'action', title: words.plans.forYear, width: 120, cell: ({ actionYear }) => actionYear },
      { key: 'stage', title: words.plans.stage, width: 150, cell: ({ stage }) => <PlanStage stage={stage} /> },
      { key: 'lost', title: words.plans.lost, isFigure: true, width: 110, cell: ({ lost }) => <Points value={lost} decimals={2} /> },
      { key: 'tasks', title: words.plans.tasks, isFigure: true, width: 100, cell: ({ tasks }) => tasks },
    ]}
    rows={home.plans}
    keyOf={({ id }) => id}
  />
)

const PastResults = ({ home }: { readonly home: ImprovementHome }) => (
  <DataTable
    caption={words.pastList.caption}
    columns={[
      { key: 'year', title: words.year, isRowHeader: true, width: 80, cell: ({ year }) => year },
      { key: 'title', title: words.past.name, cell: ({ title }) => title },
      { key: 'rows', title: words.pastList.rows, isFigure: true, width: 110, cell: ({ rows }) => rows },
      { key: 'points', title: words.pastList.points, isFigure: true, width: 100, cell: ({ points }) => <Points value={points} /> },
      { key: 'max', title: words.pastList.max, isFigure: true, width: 110, cell: ({ maxPoints }) => <Points value={maxPoints} /> },
      {
        key: 'open',
        title: words.acts,
        isScreenOnly: true,
        width: 100,
        cell: ({ year }) => (
          <PageLink to="/cai-thien/$unitId/ket-qua/$year" params={{ unitId: home.unit.id, year: String(year) }}>
            {words.pastList.open}
          </PageLink>
        ),
      },
    ]}
    rows={home.past}
    keyOf={({ year }) => String(year)}
  />
)

const AddPast = ({ unitId }: { readonly unitId: string }) => {
  const [year, setYear] = useState(new Date().getFullYear() - 1)
  return (
    <Group align="flex-end" className="no-print">
      <NumberInput
        label={words.pastList.addYear}
        value={year}
        min={2000}
        max={2100}
        w={160}
        onChange={(value) => setYear(Number(value) || year)}
      />
      <LinkButton variant="default" to="/cai-thien/$unitId/ket-qua/$year" params={{ unitId, year: String(year) }}>
        {words.pastList.add}
      </LinkButton>
    </Group>
  )
}

const UnitHome = ({ unitId, mayChange }: { readonly unitId: string; readonly mayChange: boolean }) => {
  const call = useCall(improvementRoutes.home, { params: { unitId } })
  const [isStarting, setStarting] = useState(false)
  return (
    <Loaded call={call}>
      {(home) => {
        const hasSource = home.results.length + home.past.length + home.plans.length > 0
        const mayStart = mayChange && home.unit.id === unitId
        const start = mayStart && hasSource && <Button onClick={() => setStarting(true)}>{words.start.title}</Button>
        return (
          <Stack gap="lg">
            <PageTitle under={<Text span>{`${home.unit.name}. ${words.lead}`}</Text>} actions={start}>
              {words.title}
            </PageTitle>
            {home.plans.length === 0 ? <EmptyState title={words.plans.empty}>{words.plans.emptyHint}</EmptyState> : <Plans home={home} />}
            {home.past.length > 0 && <PastResults home={home} />}
            {mayStart && <AddPast unitId={unitId} />}
            {isStarting && <StartPlan home={home} onClose={() => setStarting(false)} />}
          </Stack>
        )
      }}
    </Loaded>
  )
}

/** `/cai-thien`: the plans of the own unit; for whoever oversees all, the approved plans of all. */
export const ImprovementPage = () => {
  const session = useSignedIn()
  const own = session.grants.find(({ unit, role }) => unit && ['unitOfficer', 'headOfUnit', 'divisionOfficer'].includes(role))
  if (own?.unit) return <UnitHome unitId={own.unit.id} mayChange={own.role !== 'divisionOfficer'} />
  if (holdsAny(session, ['methodOwner', 'leader', 'inspector'])) return <OverviewOfPlans />
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <EmptyState title={words.noUnit}>{words.noUnitHint}</EmptyState>
    </>
  )
}
