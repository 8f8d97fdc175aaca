import { UnitAppraisalPage } from '../../features/appraisal/unit-page.tsx'
import { EvidencePanel } from '../../features/evidence/evidence-panel.tsx'
import { SheetCopies } from '../../features/self-assessment/copies/sheet-copies.tsx'
import { QuestionPanel } from '../../features/questions/question-panel.tsx'

/** The appraisal of one unit, with the documents of each criterion and what is asked there beside it. */
export const AppraisalSheet = () => (
  <UnitAppraisalPage
    renderCopies={(place) => <SheetCopies {...place} />}
    renderEvidence={(place) => (
      <>
        <EvidencePanel key={place.nodeId} {...place} canChange={false} />
        <QuestionPanel key={`? ${place.nodeId}`} {...place} />
      </>
    )}
  />
)
