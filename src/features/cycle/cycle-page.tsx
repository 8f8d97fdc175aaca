import { Group, List, Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { formatFigure } from '../../language/format.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { DaysLeft, LastMoment } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type CycleDetail, cycleRoutes } from './contract.ts'
import { ChangeCycle, OpenCycle } from './cycle-acts.tsx'
import { StageLine } from './stage-line.tsx'
import { WorkList } from './work-list.tsx'

/** One cycle: where it stands, and which unit is how far. */
export const CyclePage = () => {
  const params = useParams({ strict: false }) as { readonly cycleId: string }
  const detail = useCall(cycleRoutes.detail, { params }, { everySeconds: 60 })
  return (
    <Loaded call={detail}>
      {(cycle) => (
        <>
          <PageTitle under={<Under cycle={cycle} />} actions={<Acts cycle={cycle} />}>
            {cycle.title}
          </PageTitle>
          <Stack gap="lg">
            <StageLine cycle={cycle} />
            <List size="sm">
              {cycle.frameworks.map(({ unitGroup, title, leaves }) => (
                <List.Item key={unitGroup}>
                  {unitGroup}: {cycleTexts.frameworks(title, formatFigure(String(leaves)))}
                </List.Item>
              ))}
            </List>
            <WorkList cycle={cycle} />
          </Stack>
        </>
      )}
    </Loaded>
  )
}

const Under = ({ cycle }: { readonly cycle: CycleDetail }) => (
  <>
    <StageBadge stage={cycle.stage} />{' '}
    {cycle.selfAssessmentDeadline && (
      <>
        {cycleTexts.deadlineOf} <LastMoment closes={cycle.selfAssessmentDeadline.closes} />
        {cycle.stage === 'selfAssessing' && (
          <>
            {' '}
            (<DaysLeft closes={cycle.selfAssessmentDeadline.closes} />)
          </>
        )}
      </>
    )}
  </>
)

const Acts = ({ cycle }: { readonly cycle: CycleDetail }) => {
  const isOwner = holdsAny(useSignedIn(), ['methodOwner'])
  if (!isOwner) return null
  return (
    <Group gap="sm">
      {['preparing', 'selfAssessing', 'firstAppraisal'].includes(cycle.stage) && <ChangeCycle cycle={cycle} />}
      {cycle.stage === 'preparing' && <OpenCycle cycle={cycle} />}
    </Group>
  )
}
