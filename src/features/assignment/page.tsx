import { Group, Select, Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { assignmentTexts } from '../../language/pages/assignment.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { assignmentRoutes } from './contract.ts'
import { PlanEditor } from './plan-editor.tsx'

/** What the assignment of a unit rests on, shown by another feature. */
type RenderGrounds = (cycleId: string, unitId: string) => ReactNode

/** Who leads and who helps with each criterion, within one unit of a cycle. */
export const AssignmentPage = ({ renderGrounds }: { readonly renderGrounds?: RenderGrounds }) => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  const places = useCall(assignmentRoutes.places, { params: { cycleId } })
  const [chosen, choose] = useAddress('don-vi')
  return (
    <Loaded call={places}>
      {({ units }) => {
        const [first] = units
        const unit = units.find(({ id }) => id === chosen) ?? first
        if (!unit) return <Nobody />
        return (
          <Stack gap="md">
            {units.length > 1 && (
              <Group className="no-print">
                <Select
                  label={assignmentTexts.chooseUnit}
                  searchable
                  allowDeselect={false}
                  w={360}
                  maw="100%"
                  data={units.map(({ id, name }) => ({ value: id, label: name }))}
                  value={unit.id}
                  onChange={(value) => choose(value ?? '')}
                />
              </Group>
            )}
            <UnitPlan key={unit.id} cycleId={cycleId} unitId={unit.id} />
            {renderGrounds?.(cycleId, unit.id)}
          </Stack>
        )
      }}
    </Loaded>
  )
}

const Nobody = () => (
  <>
    <PageTitle>{assignmentTexts.title}</PageTitle>
    <EmptyState title={assignmentTexts.noUnits} action={<LinkButton to="/viec-duoc-giao">{assignmentTexts.own.title}</LinkButton>}>
      {assignmentTexts.noUnitsHint}
    </EmptyState>
  </>
)

const UnitPlan = (params: { readonly cycleId: string; readonly unitId: string }) => {
  const plan = useCall(assignmentRoutes.plan, { params })
  return <Loaded call={plan}>{(value) => <PlanEditor plan={value} />}</Loaded>
}
