import { type PaperKind, paperKindWords } from '../../language/reports/paper-kind-words.ts'

/** Whose register it is: a unit's, or the authority's where there is none. */
export interface PaperPlace {
  readonly unitId?: string | undefined
}

/** Plans are made of a plan of improvement, and a periodic report of its form: both are a unit's own. */
export const planKinds: readonly PaperKind[] = ['remedialPlan', 'improvementPlan', 'roadmapPlan']
/** What a unit says about itself. */
const unitKinds: readonly PaperKind[] = [
  'selfAssessmentReport',
  'assignmentPlan',
  'scoreSheet',
  'resultNotice',
  ...planKinds,
  'periodicReport',
]
const ofUnitAlone: readonly PaperKind[] = [...planKinds, 'periodicReport']

export const kindsAt = ({ unitId }: PaperPlace): readonly PaperKind[] =>
  unitId === undefined ? (Object.keys(paperKindWords) as PaperKind[]).filter((kind) => !ofUnitAlone.includes(kind)) : unitKinds

/** Kinds that are begun by hand; a periodic report begins at its form. */
export const kindsToBegin = (at: PaperPlace): readonly PaperKind[] => kindsAt(at).filter((kind) => kind !== 'periodicReport')
