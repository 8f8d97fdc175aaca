import { Button, Select, Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { inspectionTexts as texts } from '../../../language/pages/inspection.ts'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { type Inspection, inspectionRoutes } from './contract.ts'
import { InspectionCard } from './inspection-card.tsx'
import { InspectionForm } from './inspection-form.tsx'

/** Visits of a cycle, those to come first; planned and written down here. */
export const InspectionsPage = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  const list = useCall(inspectionRoutes.list, { params: { cycleId } })
  const [editing, edit] = useState<Inspection | 'new'>()
  const [unitId, chooseUnit] = useState<string | null>(null)
  return (
    <Loaded call={list}>
      {({ cycle, canChange, inspections, units, people }) => (
        <Stack gap="lg">
          <PageTitle
            under={cycle.title}
            actions={
              <>
                <LinkButton variant="default" to="/tham-dinh/$cycleId" params={{ cycleId }}>
                  {appraisalTexts.backToList}
                </LinkButton>
                {canChange && editing === undefined && <Button onClick={() => edit('new')}>{texts.add}</Button>}
              </>
            }
          >
            {texts.title}
          </PageTitle>
          {editing === 'new' && (
            <Select
              label={texts.unit}
              searchable
              data={units.map(({ id, name }) => ({ value: id, label: name }))}
              value={unitId}
              onChange={chooseUnit}
              maw={480}
            />
          )}
          {editing !== undefined && (editing !== 'new' || unitId) && (
            <InspectionForm
              key={editing === 'new' ? unitId : editing.id}
              place={{ cycleId, unitId: editing === 'new' ? (unitId ?? '') : editing.unit.id }}
              inspection={editing === 'new' ? undefined : editing}
              people={people}
              onClose={() => edit(undefined)}
            />
          )}
          {inspections.length === 0 && editing === undefined && (
            <EmptyState title={texts.none}>{canChange ? texts.noneHint : texts.noneYet}</EmptyState>
          )}
          {inspections
            .filter((each) => editing === undefined || editing === 'new' || each.id !== editing.id)
            .map((each) => (
              <InspectionCard
                key={each.id}
                inspection={each}
                action={
                  canChange &&
                  units.some(({ id }) => id === each.unit.id) && (
                    <Button size="xs" variant="default" onClick={() => edit(each)}>
                      {texts.edit}
                    </Button>
                  )
                }
              />
            ))}
        </Stack>
      )}
    </Loaded>
  )
}

/** What concerns one unit, as it may know it. */
export const UnitInspectionsPage = () => {
  const place = useParams({ strict: false }) as { readonly cycleId: string; readonly unitId: string }
  const list = useCall(inspectionRoutes.ofUnit, { params: place })
  return (
    <Stack gap="lg">
      <PageTitle>{texts.ofUnit}</PageTitle>
      <Loaded call={list}>
        {({ inspections }) =>
          inspections.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneOfUnit}</EmptyState>
          ) : (
            inspections.map((each) => <InspectionCard key={each.id} inspection={each} />)
          )
        }
      </Loaded>
    </Stack>
  )
}
