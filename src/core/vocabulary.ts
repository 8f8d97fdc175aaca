/**
 * The closed word lists of the domain. Vietnamese and English labels stand in `src/language/labels.ts`;
 * `docs/glossary.md` is generated from both. Source: the glossary of the design, checked against Resolution 76/NQ-CP in English.
 */
export const roles = [
  'administrator',
  'methodOwner',
  'unitOfficer',
  'divisionOfficer',
  'headOfUnit',
  'appraiser',
  'areaLead',
  'councilChair',
  'councilSecretary',
  'councilMember',
  'surveyManager',
  'interviewer',
  'panelMember',
  'leader',
  'inspector',
] as const
export type Role = (typeof roles)[number]

/** How a person stands to the unit an act is about. */
export const relations = ['own', 'ownDivision', 'agencyOfDivision', 'ledInPart', 'subordinate', 'other', 'assigned', 'conflicted'] as const
export type Relation = (typeof relations)[number]

/** Stages of a cycle and of one unit within it, in their order. */
export const stages = [
  'preparing',
  'selfAssessing',
  'submitted',
  'firstAppraisal',
  'explaining',
  'secondAppraisal',
  'council',
  'approved',
  'published',
] as const
export type Stage = (typeof stages)[number]

/** Sets of scores of a cycle; a cycle has an ordered list of them. */
export const rounds = ['claimed', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council'] as const
export type Round = (typeof rounds)[number]

/** Levels of a framework from the top; the last holds from the third level down. */
export const nodeLevels = ['area', 'criterion', 'subCriterion'] as const
export type NodeLevel = (typeof nodeLevels)[number]

/** How a node enters the total: within its parents' maxima, or added to or taken from their sum, up to its own maximum. */
export const countings = ['base', 'bonus', 'penalty'] as const
export type Counting = (typeof countings)[number]

/** Who measured the points; results keep them apart, and redistribution never crosses from one to another. */
export const sources = ['appraised', 'survey', 'external', 'panel'] as const
export type ScoreSource = (typeof sources)[number]

/** A leaf that does not apply: out of the maximum, won, lost, or its maximum spread over neighbours of the same source. */
export const treatments = ['excluded', 'full', 'zero', 'redistributed'] as const
/** What becomes of the maximum of a leaf that does not apply. */
export type Treatment = (typeof treatments)[number]

/** What becomes of a block that nobody measured this year: re-scaled, lost, or taken from the year before. */
export const absentBlockPolicies = ['rescale', 'zero', 'carry'] as const
export type AbsentBlock = (typeof absentBlockPolicies)[number]

/** How ties count: 1, 2, 2, 4 · 1, 2, 2, 3 · 1, 2, 3, 4. */
export const rankings = ['competition', 'dense', 'ordinal'] as const
export type RankingMethod = (typeof rankings)[number]

/** What a leaf can be; the same words in files, in results and on the wire. */
export const scoreStatuses = ['scored', 'notApplicable', 'missing', 'notMeasured', 'refused'] as const
export type ScoreStatus = (typeof scoreStatuses)[number]

/** Kinds of units, in the words of the laws that name them. */
export const unitKinds = [
  'specializedAgency',
  'homeAffairsDepartment',
  'peoplesCommittee',
  'peoplesCouncil',
  'commune',
  'ward',
  'township',
  'specialZone',
  'division',
  'publicNonBusinessUnit',
  'verticalAgency',
  'authority',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** How far a document is a state secret; `open` is none. Law 29/2018/QH14: Mật, Tối mật, Tuyệt mật. */
export const secrecyLevels = ['open', 'confidential', 'secret', 'topSecret'] as const
export type Secrecy = (typeof secrecyLevels)[number]

/** What a file of a document is: as it was written, as it was signed and stamped, or with personal data blacked out. */
export const documentCopies = ['softCopy', 'signedCopy', 'redactedCopy'] as const
export type DocumentCopy = (typeof documentCopies)[number]

/** Papers that are issued to units beside their work: how to do it, what to know, what to study. */
export const guidanceKinds = ['guidance', 'notice', 'study'] as const
export type GuidanceKind = (typeof guidanceKinds)[number]

/** What kind of loss it is. Source: the causes told in seed plans 2, 3 and 4. */
export const lossKinds = [
  'notDone',
  'late',
  'wrongForm',
  'evidenceNotSupplied',
  'productMissing',
  'nothingArose',
  'procedureCalendar',
  'quality',
  'survey',
  'notSuited',
] as const
export type LossKind = (typeof lossKinds)[number]

/** Whether a cause lies outside the unit's control or within it. */
export const causeSides = ['objective', 'subjective'] as const
export type CauseSide = (typeof causeSides)[number]

/** How far a task is. */
export const taskStates = ['notStarted', 'inProgress', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]
