import type { Act } from '../../contract/acts.ts'
import { type Relation, type Role, roles, type Stage } from '../../core/vocabulary.ts'

/**
 * Who may do what: role × relation to the unit × stage → acts. What no line allows is refused.
 * Lines are grounded in the duties of the seed plans and domain notes, section 3.2; the expected table of the tests is written apart.
 */
export interface PolicyLine {
  readonly roles: readonly Role[]
  /** How the person stands to the unit; `any` also where the act is about no unit. */
  readonly relations: readonly Relation[] | 'any'
  /** Stage of the unit in the cycle, or of the cycle; `any` also where the act is about neither. */
  readonly stages: readonly Stage[] | 'any'
  readonly acts: readonly Act[]
}

const unitSide: readonly Role[] = ['unitOfficer', 'headOfUnit']
const council: readonly Role[] = ['councilChair', 'councilSecretary', 'councilMember']
const appraisalSide: readonly Role[] = ['appraiser', 'areaLead', ...council]
const overseers: readonly Role[] = ['methodOwner', 'leader', 'inspector']
const afterSubmission: readonly Stage[] = [
  'submitted',
  'firstAppraisal',
  'explaining',
  'secondAppraisal',
  'council',
  'approved',
  'published',
]
const underAppraisal: readonly Stage[] = ['submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council']

export const policyTable: readonly PolicyLine[] = [
  {
    roles,
    relations: 'any',
    stages: 'any',
    acts: ['useOwnSession', 'readOrganisation', 'readCycles', 'readFrameworks', 'readPublications'],
  },

  { roles: ['administrator'], relations: 'any', stages: 'any', acts: ['changeOrganisation', 'readPeople', 'changePeople', 'readLog'] },
  { roles: ['inspector'], relations: 'any', stages: 'any', acts: ['readPeople', 'readLog', 'readFrameworkDrafts'] },

  {
    roles: ['methodOwner'],
    relations: 'any',
    stages: 'any',
    acts: ['readFrameworkDrafts', 'changeFrameworks', 'putFrameworkInForce', 'changeOrganisation', 'addCycle', 'readCycleProgress'],
  },
  { roles: ['methodOwner'], relations: 'any', stages: ['preparing'], acts: ['changeCycles', 'openCycle'] },
  { roles: ['methodOwner'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal'], acts: ['changeCycles'] },
  { roles: ['methodOwner'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal', 'approved'], acts: ['closeAppraisal'] },
  { roles: ['methodOwner'], relations: ['subordinate'], stages: ['submitted', 'firstAppraisal'], acts: ['returnSelfAssessment'] },
  { roles: [...overseers, ...appraisalSide], relations: 'any', stages: 'any', acts: ['readCycleProgress'] },

  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['readSelfAssessment', 'readEvidence'] },
  { roles: ['divisionOfficer'], relations: ['own'], stages: 'any', acts: ['readSelfAssessment', 'readEvidence'] },
  { roles: [...unitSide, 'divisionOfficer'], relations: 'any', stages: 'any', acts: ['listOwnSelfAssessments'] },
  { roles: unitSide, relations: ['own'], stages: ['selfAssessing'], acts: ['changeSelfAssessment'] },
  // Also once submitted, so that a repeated request gets the first answer; a second submission is refused by the table of stages.
  { roles: unitSide, relations: ['own'], stages: ['selfAssessing', 'submitted'], acts: ['submitSelfAssessment'] },
  { roles: [...unitSide, 'divisionOfficer'], relations: ['own'], stages: 'any', acts: ['changeEvidence'] },
  { roles: unitSide, relations: ['own'], stages: ['approved', 'published'], acts: ['readAppraisal', 'readOwnResult'] },

  {
    roles: overseers,
    relations: ['subordinate'],
    stages: afterSubmission,
    acts: ['readSelfAssessment', 'readEvidence', 'readAppraisal', 'readOwnResult'],
  },
  {
    roles: appraisalSide,
    relations: ['assigned', 'conflicted'],
    stages: afterSubmission,
    acts: ['readSelfAssessment', 'readEvidence', 'readAppraisal'],
  },
  // The council reads all: who signs a ranking has seen the sheets behind it.
  { roles: council, relations: ['assigned', 'conflicted'], stages: afterSubmission, acts: ['readOwnResult'] },
  { roles: ['appraiser', 'areaLead'], relations: ['assigned'], stages: underAppraisal, acts: ['changeAppraisal'] },
  // Finishing and closing also where they have led to: a repeated request gets the first answer; a second act is refused by the table of stages.
  { roles: ['appraiser', 'areaLead'], relations: ['assigned'], stages: [...underAppraisal, 'approved'], acts: ['finishAppraisal'] },
  { roles: ['appraiser', 'areaLead'], relations: ['assigned'], stages: ['approved'], acts: ['reopenAppraisal'] },

  { roles: [...overseers, ...council], relations: 'any', stages: 'any', acts: ['readResults'] },
  { roles: ['councilChair'], relations: 'any', stages: ['approved', 'published'], acts: ['publish', 'changePublicity'] },
]
