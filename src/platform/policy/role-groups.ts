import type { Role, Stage } from '../../core/vocabulary.ts'

// Roles and stages that several lines of the policy speak of together.
export const unitSide: readonly Role[] = ['unitOfficer', 'headOfUnit']
export const council: readonly Role[] = ['councilChair', 'councilSecretary', 'councilMember']
export const appraisalSide: readonly Role[] = ['appraiser', 'areaLead', ...council]
export const overseers: readonly Role[] = ['methodOwner', 'leader', 'inspector']
export const afterSubmission: readonly Stage[] = [
  'submitted',
  'firstAppraisal',
  'explaining',
  'secondAppraisal',
  'council',
  'approved',
  'published',
]
export const afterFirst: readonly Stage[] = ['explaining', 'secondAppraisal', 'council', 'approved', 'published']
export const beforeApproval: readonly Stage[] = ['submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council']
export const unfinished: readonly Stage[] = [
  'preparing',
  'selfAssessing',
  'submitted',
  'firstAppraisal',
  'explaining',
  'secondAppraisal',
  'council',
]
