import { Group, List, Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { formatFigure } from '../../language/format.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { cycleMoveTexts } from '../../language/pages/cycle-move.ts'
import { DaysLeft, LastMoment } from '../../web/widgets/figures.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type CycleDetail, cycleRoutes } from './contract.ts'
import { ChangeCycle, DeleteCycle, OpenCycle } from './cycle-acts.tsx'
import { DeleteTrial } from './delete-trial-dialog.tsx'
import { ExtensionLog } from './extension-log.tsx'
import { PrepareCycle } from './prepare-cycle.tsx'
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
            <ExtensionLog cycleId={cycle.id} />
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
  const mayReadBudget = holdsAny(useSignedIn(), ['methodOwner', 'leader', 'inspector'])
  const isRunning = !['preparing', 'approved', 'published'].includes(cycle.stage)
  return (
    <Group gap="sm">
      <LinkButton variant="default" to="/ky-danh-gia/$cycleId/lich" params={{ cycleId: cycle.id }}>
        {cycleTexts.toCalendar}
      </LinkButton>
      <LinkButton variant="default" to="/ky-danh-gia/$cycleId/phan-cong" params={{ cycleId: cycle.id }}>
        {cycleTexts.toAssignment}
      </LinkButton>
      {mayReadBudget && (
        <LinkButton variant="default" to="/ky-danh-gia/$cycleId/du-toan" params={{ cycleId: cycle.id }}>
          {cycleTexts.toBudget}
        </LinkButton>
      )}
      {isRunning && (
        <LinkButton variant="default" to="/ky-danh-gia/$cycleId/don-doc" params={{ cycleId: cycle.id }}>
          {cycleTexts.toBoard}
        </LinkButton>
      )}
      {cycle.stage !== 'preparing' && (
        <LinkButton variant="default" to="/hoi-dong/$cycleId" params={{ cycleId: cycle.id }}>
          {cycleTexts.toCouncils}
        </LinkButton>
      )}
      {isOwner && <OwnerActs cycle={cycle} />}
      {isOwner && isRunning && (
        <LinkButton variant="default" to="/ky-danh-gia/$cycleId/chuyen-bo-tieu-chi" params={{ cycleId: cycle.id }}>
          {cycleMoveTexts.open}
        </LinkButton>
      )}
      {isOwner && isRunning && (
        <LinkButton
          // The next step only once every unit is through.
          variant={cycle.units.every(({ stage }) => stage === 'approved') ? 'filled' : 'default'}
          to="/tham-dinh/$cycleId"
          params={{ cycleId: cycle.id }}
          search={{ 'ket-thuc': 'co' }}
        >
          {cycleTexts.toClose}
        </LinkButton>
      )}
    </Group>
  )
}

const OwnerActs = ({ cycle }: { readonly cycle: CycleDetail }) => (
  <>
    {['preparing', 'selfAssessing', 'firstAppraisal'].includes(cycle.stage) && <ChangeCycle cycle={cycle} />}
    {cycle.isTrial ? <DeleteTrial cycle={cycle} /> : cycle.stage === 'preparing' && <DeleteCycle cycle={cycle} />}
    {cycle.stage === 'preparing' && <PrepareCycle cycle={cycle} />}
    {cycle.stage === 'preparing' && <OpenCycle cycle={cycle} />}
  </>
)
