import { EvidencePanel } from '../../features/evidence/evidence-panel.tsx'
import type { EvidencePlace } from '../../features/self-assessment/open-sheet.tsx'
import { SheetPage } from '../../features/self-assessment/sheet-page.tsx'

const renderEvidence = (place: EvidencePlace) => <EvidencePanel key={place.nodeId} {...place} />

/** The sheet of a unit with the documents of each criterion: two features that do not know one another. */
export const SelfAssessmentSheet = () => <SheetPage renderEvidence={renderEvidence} />
