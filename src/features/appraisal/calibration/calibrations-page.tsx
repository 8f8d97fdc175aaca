import { Badge, Button, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { calibrationTexts as texts } from '../../../language/pages/calibration.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import { LinkButton, PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { CalibrationForm } from './calibration-form.tsx'
import { type CalibrationHead, type Calibrations, calibrationRoutes } from './contract.ts'

const count = (figure: number): string => formatFigure(String(figure))

/** Common samples of a cycle; whoever conducts them draws a new one here. */
export const CalibrationsPage = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  const list = useCall(calibrationRoutes.list, { params: { cycleId } })
  return <Loaded call={list}>{(value) => <Page value={value} />}</Loaded>
}

const Page = ({ value }: { readonly value: Calibrations }) => {
  const { cycle, calibrations, canConduct, groups } = value
  const [isAdding, setAdding] = useState(false)
  const canDraw = groups.some(({ units }) => units.length > 0)
  return (
    <Stack gap="lg">
      <PageTitle
        under={cycle.title}
        actions={
          <>
            <LinkButton variant="default" to="/tham-dinh/$cycleId" params={{ cycleId: cycle.id }}>
              {appraisalTexts.backToList}
            </LinkButton>
            {canConduct && canDraw && !isAdding && <Button onClick={() => setAdding(true)}>{texts.add}</Button>}
          </>
        }
      >
        {texts.title}
      </PageTitle>
      <Text>{texts.under}</Text>
      {canConduct && !canDraw && <Text c="gray.7">{texts.noUnits}</Text>}
      {isAdding && <CalibrationForm value={value} onClose={() => setAdding(false)} />}
      {calibrations.length === 0 && !isAdding && <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>}
      {calibrations.length > 0 && (
        <DataTable
          caption={texts.title}
          isCaptionHidden
          rows={calibrations}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: texts.columns.name,
              isRowHeader: true,
              cell: ({ id, title }) => (
                <PageLink to="/cham-thu/$cycleId/$calibrationId" params={{ cycleId: cycle.id, calibrationId: id }}>
                  {title}
                </PageLink>
              ),
            },
            { key: 'stage', title: texts.columns.stage, cell: ({ stage }) => <CalibrationBadge stage={stage} /> },
            { key: 'size', title: texts.columns.size, cell: ({ units, leaves }) => texts.size(count(units), count(leaves)) },
            { key: 'people', title: texts.columns.people, cell: (head) => texts.through(throughOf(head), head.people.length) },
            {
              key: 'drawn',
              title: texts.columns.drawn,
              cell: ({ drawnBy, drawnAt }) => (
                <>
                  {drawnBy.name}, <Moment value={drawnAt} />
                </>
              ),
            },
          ]}
        />
      )}
    </Stack>
  )
}

/** How many of those who take part have given points to every leaf. */
const throughOf = ({ people, leaves }: CalibrationHead): number => people.filter(({ given }) => given >= leaves).length

export const CalibrationBadge = ({ stage }: Pick<CalibrationHead, 'stage'>) => (
  <Badge
    variant={stage === 'giving' ? 'filled' : 'light'}
    color={stage === 'giving' ? 'navy' : 'gray'}
    c={stage === 'giving' ? 'white' : 'gray.8'}
  >
    {texts.stages[stage]}
  </Badge>
)
