import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { improvementWords } from '../../language/pages/improvement.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { improvementRoutes } from './contract.ts'
import type { OverviewLine } from './follow-contract.ts'
import { RecommendationsOnCriteria } from './recommendations-on-criteria.tsx'

const words = improvementWords.overview

const columns: readonly Column<OverviewLine>[] = [
  {
    key: 'unit',
    title: words.unit,
    isRowHeader: true,
    cell: ({ unit, id }) => (
      <PageLink to="/cai-thien/$unitId/$planId" params={{ unitId: unit.id, planId: id }}>
        {unit.name}
      </PageLink>
    ),
  },
  { key: 'title', title: improvementWords.plans.name, cell: ({ title }) => title },
  { key: 'year', title: improvementWords.plans.forYear, width: 110, cell: ({ actionYear }) => actionYear },
  { key: 'tasks', title: improvementWords.plans.tasks, isFigure: true, width: 100, cell: ({ tasks }) => tasks },
  { key: 'done', title: words.done, isFigure: true, width: 100, cell: ({ done }) => done },
  { key: 'late', title: words.late, isFigure: true, width: 100, cell: ({ late }) => late },
  { key: 'endangered', title: words.endangered, isFigure: true, width: 110, cell: ({ endangered }) => endangered },
  { key: 'stake', title: words.atStake, isFigure: true, width: 120, cell: ({ atStake }) => <Points value={atStake} /> },
]

/** Approved plans of all units: what is late, endangered and at stake; and what units ask of the criteria. */
export const OverviewOfPlans = () => {
  const [after, setAfter] = useState<string>()
  const call = useCall(improvementRoutes.overview, { query: after === undefined ? {} : { after } })
  return (
    <Stack gap="lg">
      <PageTitle under={<Text span>{improvementWords.lead}</Text>}>{improvementWords.title}</PageTitle>
      <Loaded call={call}>
        {({ plans, next }) => (
          <>
            {plans.length === 0 ? (
              <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
            ) : (
              <DataTable caption={words.caption} columns={columns} rows={plans} keyOf={({ id }) => id} />
            )}
            {next && (
              <Button variant="default" onClick={() => setAfter(next)}>
                {words.more}
              </Button>
            )}
          </>
        )}
      </Loaded>
      <RecommendationsOnCriteria />
    </Stack>
  )
}
