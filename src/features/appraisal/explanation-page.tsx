import { Alert, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { explanationTexts } from '../../language/pages/explanation.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { DaysLeft, LastMoment } from '../../web/widgets/figures.tsx'
import { FilterChips } from '../../web/widgets/filter-chips.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type ExplanationLeaf, explanationRoutes, type ExplanationSheet } from './explanation-contract.ts'
import { FinishExplaining } from './explanation/finish-explaining.tsx'
import { LeafAnswer } from './explanation/leaf-answer.tsx'

const filters = ['open', 'unanswered', 'disputed', 'all'] as const
type Filter = (typeof filters)[number]

const matches: Readonly<Record<Filter, (leaf: ExplanationLeaf) => boolean>> = {
  open: ({ canDispute, explained }) => canDispute || explained !== undefined,
  unanswered: ({ canDispute, explained }) => canDispute && explained?.answer === undefined,
  disputed: ({ explained }) => explained?.answer === 'disputed' && !explained.isWithdrawn,
  all: () => true,
}

/** What a unit was given, with reasons, and where it agrees or asks to look again. */
export const ExplanationPage = () => {
  const params = useParams({ from: '/giai-trinh/$cycleId/$unitId' })
  const sheet = useCall(explanationRoutes.sheet, { params })
  return <Loaded call={sheet}>{(value) => <Sheet sheet={value} />}</Loaded>
}

const Sheet = ({ sheet }: { readonly sheet: ExplanationSheet }) => {
  const [named, choose] = useAddress('loc', 'open')
  const chosen = filters.find((each) => each === named) ?? 'open'
  const nodes = useMemo(() => {
    const framework = parseFramework(sheet.framework)
    return new Map((framework.ok ? leavesOf(framework.value.nodes) : []).map((node) => [node.id as string, node]))
  }, [sheet.framework])
  const counts = Object.fromEntries(filters.map((each) => [each, sheet.leaves.filter(matches[each]).length])) as Record<Filter, number>
  const shown = sheet.leaves.filter(matches[chosen])
  return (
    <Stack gap="md">
      <PageTitle under={<Under sheet={sheet} />} actions={sheet.canExplain && <FinishExplaining sheet={sheet} counts={counts} />}>
        {explanationTexts.title(sheet.unit.name)}
      </PageTitle>
      {sheet.canExplain ? <Text>{explanationTexts.howTo}</Text> : sheet.stage === 'explaining' && <Alert>{explanationTexts.closed}</Alert>}
      <FilterChips
        label={explanationTexts.filterLabel}
        names={filters}
        labels={explanationTexts.filters}
        counts={counts}
        chosen={chosen}
        onChoose={choose}
      />
      {shown.length === 0 && <EmptyState>{explanationTexts.none}</EmptyState>}
      {shown.map((leaf) => {
        const node = nodes.get(leaf.nodeId)
        return node && <LeafAnswer key={leaf.nodeId} sheet={sheet} leaf={leaf} node={node} />
      })}
    </Stack>
  )
}

const Under = ({ sheet: { cycle, stage, deadline } }: { readonly sheet: ExplanationSheet }) => (
  <>
    {cycle.title} <StageBadge stage={stage} />{' '}
    {deadline && stage === 'explaining' && (
      <>
        {explanationTexts.deadline} <LastMoment closes={deadline.closes} /> (<DaysLeft closes={deadline.closes} />)
      </>
    )}
  </>
)
