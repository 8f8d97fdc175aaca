import { EvidencePanel } from '../../features/evidence/evidence-panel.tsx'
import { GuidanceOfLeaf } from '../../features/guidance/unread-guidance.tsx'
import { QuestionPanel } from '../../features/questions/question-panel.tsx'
import type { EvidencePlace } from '../../features/self-assessment/open-sheet.tsx'
import { SheetPage } from '../../features/self-assessment/sheet-page.tsx'

const renderEvidence = ({ onOpenQuestions, ...place }: EvidencePlace) => (
  <>
    <GuidanceOfLeaf cycleId={place.cycleId} nodeId={place.nodeId} />
    <EvidencePanel key={place.nodeId} {...place} />
    <QuestionPanel key={`? ${place.nodeId}`} cycleId={place.cycleId} unitId={place.unitId} nodeId={place.nodeId} onOpen={onOpenQuestions} />
  </>
)

/** The sheet of a unit with the documents of each criterion and what is asked there: features that do not know one another. */
export const SelfAssessmentSheet = () => <SheetPage renderEvidence={renderEvidence} />
