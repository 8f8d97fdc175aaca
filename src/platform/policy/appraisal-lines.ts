import type { PolicyLine } from './policy-line.ts'
import { afterSubmission, appraisalSide, overseers, unitSide } from './role-groups.ts'

/** Around the giving of points: phrases, comparison, visits to units, second looks. */
export const appraisalLines: readonly PolicyLine[] = [
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['changeReasonPhrases'] },
  // What others were given helps whoever gives points; a unit in which one has an interest may be read like any other.
  { roles: appraisalSide, relations: ['assigned', 'conflicted'], stages: afterSubmission, acts: ['readAppraisalComparison'] },
  { roles: overseers, relations: ['subordinate'], stages: afterSubmission, acts: ['readAppraisalComparison'] },
  // Visits to units: planned and written down by who owns the method, who inspects and who leads an area or keeps the council's papers, never about a unit of
  // one's own; the unit reads what concerns it.
  { roles: [...overseers, ...appraisalSide], relations: 'any', stages: 'any', acts: ['readInspections'] },
  { roles: appraisalSide, relations: ['assigned', 'conflicted'], stages: 'any', acts: ['readUnitInspections'] },
  { roles: overseers, relations: ['subordinate'], stages: 'any', acts: ['readUnitInspections'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['readUnitInspections'] },
  {
    roles: ['methodOwner', 'inspector'],
    relations: ['subordinate'],
    stages: ['selfAssessing', 'submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council'],
    acts: ['changeInspections'],
  },
  {
    roles: ['areaLead', 'councilSecretary'],
    relations: ['assigned'],
    stages: ['selfAssessing', 'submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council'],
    acts: ['changeInspections'],
  },
  // When and where the council met is written down by who keeps its papers.
  {
    roles: ['councilChair', 'councilSecretary'],
    relations: 'any',
    stages: ['selfAssessing', 'firstAppraisal', 'approved'],
    acts: ['recordCouncilMeeting'],
  },
  // Of a trial nothing counts: whoever prepared it may take it back whole whenever the rehearsal is over.
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['deleteTrial'] },
  // Common samples are conducted by who answers for method and council; appraisers give points on them, and nothing of it counts.
  { roles: [...overseers, ...appraisalSide], relations: 'any', stages: 'any', acts: ['readCalibrations'] },
  { roles: ['methodOwner', 'councilChair'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal'], acts: ['conductCalibration'] },
  { roles: ['appraiser', 'areaLead'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal'], acts: ['calibrate'] },
  // Many claims at once: leaf by leaf and unit by unit the use case asks what it asks of one; who has an interest accepts nothing there.
  { roles: ['appraiser', 'areaLead'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal'], acts: ['acceptJointly'] },
  // Samples are drawn by who answers for the appraisal, and looked at by anybody of it but who decided or has an interest.
  { roles: [...overseers, ...appraisalSide], relations: 'any', stages: 'any', acts: ['readSecondLooks'] },
  {
    roles: ['methodOwner', 'areaLead', 'councilChair', 'councilSecretary'],
    relations: 'any',
    stages: ['selfAssessing', 'firstAppraisal'],
    acts: ['drawSecondLook'],
  },
  {
    roles: appraisalSide,
    relations: ['assigned'],
    stages: ['firstAppraisal', 'explaining', 'secondAppraisal', 'council', 'approved'],
    acts: ['takeSecondLook'],
  },
]
