import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { paperKindWords } from '../../language/reports/paper-kind-words.ts'

/** Whose register it is: a unit's, or the authority's where there is none. */
export interface PaperPlace {
  readonly unitId?: string | undefined
}

/** Plans are composed on the page of the plan, where what they say stands. */
const planKinds: readonly PaperKind[] = ['remedialPlan', 'improvementPlan', 'roadmapPlan']
/** What a unit says about itself. */
const unitKinds: readonly PaperKind[] = ['selfAssessmentReport', 'assignmentPlan', 'scoreSheet', 'resultNotice']

export const kindsAt = ({ unitId }: PaperPlace): readonly PaperKind[] =>
  unitId === undefined ? (Object.keys(paperKindWords) as PaperKind[]).filter((kind) => !planKinds.includes(kind)) : unitKinds
