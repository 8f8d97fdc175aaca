import { Group } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { cycleMoveTexts } from '../../language/pages/cycle-move.ts'
import { selfAssessmentTexts as texts } from '../../language/pages/self-assessment.ts'
import { DaysLeft, LastMoment } from '../../web/widgets/figures.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useSignedIn } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Sheet, selfAssessmentRoutes } from './contract.ts'
import type { LinkDocument } from './link-document.ts'
import { OpenSheet, type RenderEvidence } from './open-sheet.tsx'

interface Props {
  readonly linkDocument: LinkDocument
  readonly renderEvidence?: RenderEvidence
}

/** The sheet of one unit. The shell gives what shows and links the documents of a criterion. */
export const SheetPage = ({ linkDocument, renderEvidence }: Props) => {
  const params = useParams({ strict: false }) as { readonly cycleId: string; readonly unitId: string }
  const sheet = useCall(selfAssessmentRoutes.sheet, { params })
  return (
    <Loaded call={sheet}>
      {(value) => (
        <>
          <PageTitle under={<Under sheet={value} />} actions={<Ways sheet={value} />}>
            {texts.sheetTitle(value.unit.name)}
          </PageTitle>
          {/* Once submitted, returned or closed it is another sheet to work on. */}
          <OpenSheet
            key={`${value.version} ${value.closedBecause ?? ''}`}
            sheet={value}
            linkDocument={linkDocument}
            {...(renderEvidence && { renderEvidence })}
          />
        </>
      )}
    </Loaded>
  )
}

const Ways = ({ sheet }: { readonly sheet: Sheet }) => (
  <Group gap="sm">
    {sheet.movedAt && (
      <LinkButton
        variant="default"
        to="/tu-danh-gia/$cycleId/$unitId/truoc-khi-chuyen"
        params={{ cycleId: sheet.cycle.id, unitId: sheet.unit.id }}
      >
        {cycleMoveTexts.left.open}
      </LinkButton>
    )}
    <ToAssignment sheet={sheet} />
  </Group>
)

/** Whoever answers for the unit says there who does what, and hands its parts to the divisions. */
const ToAssignment = ({ sheet: { cycle, unit } }: { readonly sheet: Sheet }) => {
  const { grants } = useSignedIn()
  const answersFor = grants.some(({ role, unit: own }) => own?.id === unit.id && (role === 'unitOfficer' || role === 'headOfUnit'))
  if (!answersFor) return null
  return (
    <LinkButton variant="default" to="/ky-danh-gia/$cycleId/phan-cong" params={{ cycleId: cycle.id }} search={{ 'don-vi': unit.id }}>
      {texts.toAssignment}
    </LinkButton>
  )
}

const Under = ({ sheet }: { readonly sheet: Sheet }) => (
  <>
    {sheet.cycle.title} <StageBadge stage={sheet.stage} />{' '}
    {sheet.deadline && sheet.stage === 'selfAssessing' && (
      <>
        {texts.deadline} <LastMoment closes={sheet.deadline.closes} /> (<DaysLeft closes={sheet.deadline.closes} />)
      </>
    )}
  </>
)
