import { UnitAppraisalPage } from '../../features/appraisal/unit-page.tsx'
import { EvidencePanel } from '../../features/evidence/evidence-panel.tsx'
import { SheetCopies } from '../../features/self-assessment/copies/sheet-copies.tsx'
import { LeafFlags } from '../../features/self-assessment/flags/leaf-flags.tsx'
import { SheetFlags } from '../../features/self-assessment/flags/sheet-flags.tsx'
import { QuestionPanel } from '../../features/questions/question-panel.tsx'

/** The appraisal of one unit, with the documents of each criterion and what is asked there beside it. */
export const AppraisalSheet = () => (
  <UnitAppraisalPage
    renderCopies={(place) => (
      <>
        <SheetFlags {...place} />
        <SheetCopies {...place} />
      </>
    )}
    renderEvidence={(place) => (
      <>
        <EvidencePanel key={place.nodeId} {...place} canChange={false} />
        <LeafFlags key={`! ${place.nodeId}`} {...place} canChange={false} />
        <QuestionPanel key={`? ${place.nodeId}`} {...place} />
      </>
    )}
  />
)
