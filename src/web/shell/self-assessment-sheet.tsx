import type { ComponentProps } from 'react'
import { EvidencePanel } from '../../features/evidence/evidence-panel.tsx'
import { evidenceRoutes } from '../../features/evidence/contract.ts'
import { GuidanceOfLeaf } from '../../features/guidance/unread-guidance.tsx'
import { QuestionPanel } from '../../features/questions/question-panel.tsx'
import type { EvidencePlace } from '../../features/self-assessment/open-sheet.tsx'
import { LeafFlags } from '../../features/self-assessment/flags/leaf-flags.tsx'
import { SheetPage } from '../../features/self-assessment/sheet-page.tsx'
import { call } from '../widgets/client.ts'

const renderEvidence = ({ onOpenQuestions, ...place }: EvidencePlace) => (
  <>
    <GuidanceOfLeaf cycleId={place.cycleId} nodeId={place.nodeId} />
    <EvidencePanel key={place.nodeId} {...place} />
    <LeafFlags key={`! ${place.nodeId}`} {...place} />
    <QuestionPanel key={`? ${place.nodeId}`} cycleId={place.cycleId} unitId={place.unitId} nodeId={place.nodeId} onOpen={onOpenQuestions} />
  </>
)

const linkDocument: ComponentProps<typeof SheetPage>['linkDocument'] = (params, isLinked) =>
  call(isLinked ? evidenceRoutes.link : evidenceRoutes.unlink, { params })

/** The sheet of a unit with the documents of each criterion and what is asked there: features that do not know one another. */
export const SelfAssessmentSheet = () => <SheetPage renderEvidence={renderEvidence} linkDocument={linkDocument} />
