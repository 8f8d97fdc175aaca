import { useParams } from '@tanstack/react-router'
import { selfAssessmentTexts as texts } from '../../language/pages/self-assessment.ts'
import { DaysLeft, LastMoment } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Sheet, selfAssessmentRoutes } from './contract.ts'
import { OpenSheet, type RenderEvidence } from './open-sheet.tsx'

/** The sheet of one unit. The shell gives what shows the documents of a criterion. */
export const SheetPage = ({ renderEvidence }: { readonly renderEvidence?: RenderEvidence }) => {
  const params = useParams({ strict: false }) as { readonly cycleId: string; readonly unitId: string }
  const sheet = useCall(selfAssessmentRoutes.sheet, { params })
  return (
    <Loaded call={sheet}>
      {(value) => (
        <>
          <PageTitle under={<Under sheet={value} />}>{texts.sheetTitle(value.unit.name)}</PageTitle>
          {/* Once submitted, returned or closed it is another sheet to work on. */}
          <OpenSheet key={`${value.version} ${value.closedBecause ?? ''}`} sheet={value} {...(renderEvidence && { renderEvidence })} />
        </>
      )}
    </Loaded>
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
