import { UnitAppraisalPage } from '../../features/appraisal/unit-page.tsx'
import { EvidencePanel } from '../../features/evidence/evidence-panel.tsx'

/** The appraisal of one unit, with the documents of each criterion beside it. */
export const AppraisalSheet = () => (
  <UnitAppraisalPage renderEvidence={(place) => <EvidencePanel key={place.nodeId} {...place} canChange={false} />} />
)
