import { Alert, Anchor, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { assignmentTexts as texts } from '../../language/pages/assignment.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FilterChips } from '../../web/widgets/filter-chips.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, type SignedIn, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { BulkBar } from './bulk-bar.tsx'
import { type AssignedRow, type AssignmentPlan, assignmentRoutes, type PlanChange } from './contract.ts'
import { OpenNames } from './open-names.tsx'
import { PlanTable } from './plan-table.tsx'
import { ShareOut } from './share-out-button.tsx'

const filterNames = ['tat-ca', 'chua-co-chu-tri', 'chua-xac-dinh'] as const
type Filter = (typeof filterNames)[number]
const labels = { 'tat-ca': texts.filters.all, 'chua-co-chu-tri': texts.filters.withoutLead, 'chua-xac-dinh': texts.filters.unsettled }

const passes: Readonly<Record<Filter, (row: AssignedRow) => boolean>> = {
  'tat-ca': () => true,
  'chua-co-chu-tri': ({ isLeaf, lead }) => isLeaf && lead.parties.length === 0,
  'chua-xac-dinh': ({ isUnsettled }) => isUnsettled,
}
const figure = (count: number): string => formatFigure(String(count))

const servesIn = ({ grants }: SignedIn, plan: AssignmentPlan): boolean =>
  grants.some(({ role, unit }) => unit?.id === plan.unit.id && (role === 'unitOfficer' || role === 'headOfUnit'))

/** Whoever may divide the work: those of the unit itself, and the office that owns the method. */
const mayChangeBy = (session: SignedIn, plan: AssignmentPlan): boolean =>
  !['approved', 'published'].includes(plan.cycle.stage) && (servesIn(session, plan) || holdsAny(session, ['methodOwner']))

/** The whole of a plan: what is missing, names to settle, the rows, and work on many of them at once. */
export const PlanEditor = ({ plan }: { readonly plan: AssignmentPlan }) => {
  const session = useSignedIn()
  const mayChange = mayChangeBy(session, plan)
  const [word, setWord] = useAddress('loc', 'tat-ca')
  const filter = filterNames.find((name) => name === word) ?? 'tat-ca'
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const change = useChange(assignmentRoutes.change, { refreshes: [assignmentRoutes.plan] })
  const params = { cycleId: plan.cycle.id, unitId: plan.unit.id }
  const act = async (body: Partial<PlanChange>): Promise<void> => {
    const outcome = await change.run({ params, body, ifMatch: plan.version })
    if (outcome.ok) setChosen(new Set())
  }
  const rows = plan.rows.filter(passes[filter])
  const counts = Object.fromEntries(filterNames.map((name) => [name, plan.rows.filter(passes[name]).length])) as Record<Filter, number>
  return (
    <Stack gap="md">
      <PageTitle
        under={`${plan.unit.name}, ${plan.cycle.title}`}
        actions={
          <Anchor href={addressOf(assignmentRoutes.file, { params })} download>
            {texts.file}
          </Anchor>
        }
      >
        {texts.title}
      </PageTitle>
      <Standing plan={plan} />
      {servesIn(session, plan) && <ShareOut plan={plan} />}
      {mayChange && plan.names.length > 0 && plan.units.length > 0 && (
        <OpenNames plan={plan} isRunning={change.isRunning} onSettle={(name, toUnitId) => void act({ names: [{ name, toUnitId }] })} />
      )}
      <FilterChips label={texts.filters.label} names={filterNames} labels={labels} counts={counts} chosen={filter} onChoose={setWord} />
      {change.refused && <ErrorState refused={change.refused} />}
      {mayChange && chosen.size > 0 && (
        <BulkBar
          plan={plan}
          chosen={chosen}
          isRunning={change.isRunning}
          onAct={(rows) => void act({ rows: [rows] })}
          onClear={() => setChosen(new Set())}
        />
      )}
      <PlanTable rows={rows} chosen={mayChange ? chosen : undefined} onChoose={setChosen} />
    </Stack>
  )
}

const Standing = ({ plan: { rows, units } }: { readonly plan: AssignmentPlan }) => {
  const missing = rows.filter(passes['chua-co-chu-tri']).length
  const unsettled = rows.filter((row) => row.isLeaf && row.isUnsettled).length
  if (missing + unsettled === 0) return <Text>{texts.complete}</Text>
  return (
    <Alert color="yellow" role="status">
      {missing > 0 && <Text size="sm">{texts.missing(figure(missing))}</Text>}
      {unsettled > 0 && <Text size="sm">{texts.unsettled(figure(unsettled))}</Text>}
      {units.length === 0 && <Text size="sm">{texts.noDivisions}</Text>}
    </Alert>
  )
}
