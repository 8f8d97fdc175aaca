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
const afterFirst: readonly Stage[] = ['explaining', 'secondAppraisal', 'council', 'approved', 'published']
const beforeApproval: readonly Stage[] = ['submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council']
const unfinished: readonly Stage[] = [
  'preparing',
  'selfAssessing',
  'submitted',
  'firstAppraisal',
  'explaining',
  'secondAppraisal',
  'council',
]
/** Appraisers give points; while a unit explains and before the council they wait. */
const givingPoints: readonly Stage[] = ['submitted', 'firstAppraisal', 'secondAppraisal']

export const policyTable: readonly PolicyLine[] = [
  {
    roles,
    relations: 'any',
    stages: 'any',
    acts: [
      'useOwnSession',
      'useOwnJobs',
      'readOrganisation',
      'readCycles',
      'readFrameworks',
      'readPublications',
      'computeRobustness',
      'readCalendar',
      'renewCalendarLink',
      'readOwnNotices',
      'readOwnDuties',
      'readLegalDocuments',
      'readIndexes',
    ],
  },

  { roles: ['administrator'], relations: 'any', stages: 'any', acts: ['changeOrganisation', 'readPeople', 'changePeople', 'readLog'] },
  { roles: ['administrator'], relations: 'any', stages: 'any', acts: ['readUnitPeople', 'changeUnitPeople'] },
  { roles: ['headOfUnit'], relations: ['own'], stages: 'any', acts: ['readUnitPeople', 'changeUnitPeople'] },
  { roles: ['inspector'], relations: 'any', stages: 'any', acts: ['readPeople', 'readLog', 'readFrameworkDrafts'] },

  {
    roles: ['methodOwner'],
    relations: 'any',
    stages: 'any',
    acts: ['readFrameworkDrafts', 'changeFrameworks', 'putFrameworkInForce', 'changeOrganisation', 'addCycle', 'readCycleProgress'],
  },
  { roles: ['methodOwner'], relations: 'any', stages: ['preparing'], acts: ['changeCycles', 'openCycle', 'deleteCycle'] },
  { roles: ['methodOwner'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal'], acts: ['changeCycles'] },
  { roles: ['methodOwner'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal', 'approved'], acts: ['closeAppraisal'] },
  { roles: ['methodOwner'], relations: ['subordinate'], stages: ['submitted', 'firstAppraisal'], acts: ['returnSelfAssessment'] },
  { roles: ['methodOwner'], relations: ['subordinate'], stages: ['selfAssessing', 'submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council'], acts: ['extendDeadline'] },
  { roles: [...overseers, ...appraisalSide], relations: 'any', stages: 'any', acts: ['readCycleProgress', 'readCouncils', 'readAgenda'] },
  // Who appraises is decided by whoever sets the council up: the method owner proposes, chair and secretary of the council may correct.
  { roles: ['methodOwner', 'councilChair', 'councilSecretary'], relations: 'any', stages: 'any', acts: ['changeCouncils'] },
  { roles: appraisalSide, relations: 'any', stages: 'any', acts: ['declareInterest'] },
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
  { roles: ['councilChair'], relations: 'any', stages: 'any', acts: ['waiveInterest'] },

  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['changeCalendar', 'changeHolidays', 'remindUnits'] },
  // A unit divides its own work; the office that owns the method that of the authority, and helps where a unit cannot.
  { roles: [...unitSide, 'divisionOfficer'], relations: ['own'], stages: 'any', acts: ['readAssignment'] },
  { roles: unitSide, relations: ['own'], stages: unfinished, acts: ['changeAssignment'] },
  { roles: overseers, relations: ['subordinate'], stages: 'any', acts: ['readAssignment'] },
  { roles: ['methodOwner'], relations: ['subordinate'], stages: unfinished, acts: ['changeAssignment'] },
  // A division hands on what was assigned to it; the unit it belongs to may do it in its place.
  { roles: ['divisionOfficer', 'headOfUnit'], relations: ['own'], stages: 'any', acts: ['handOnDuties'] },
  { roles: unitSide, relations: ['ownDivision'], stages: 'any', acts: ['handOnDuties'] },

  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['readSelfAssessment', 'readEvidence'] },
  { roles: [...unitSide, 'divisionOfficer'], relations: ['own'], stages: 'any', acts: ['readFacts', 'changeFacts'] },
  // Facts are no claim: who oversees or appraises looks at them at any time, and nobody but the unit enters them one by one.
  { roles: [...overseers, ...appraisalSide], relations: ['subordinate', 'assigned', 'conflicted'], stages: 'any', acts: ['readFacts'] },
  { roles: ['methodOwner', 'inspector', 'administrator'], relations: 'any', stages: 'any', acts: ['readFactProfiles'] },
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['importFacts'] },
  { roles: ['divisionOfficer'], relations: ['own'], stages: 'any', acts: ['readSelfAssessment', 'readEvidence'] },
  { roles: [...unitSide, 'divisionOfficer'], relations: 'any', stages: 'any', acts: ['listOwnSelfAssessments'] },
  { roles: unitSide, relations: ['own'], stages: ['selfAssessing'], acts: ['changeSelfAssessment'] },
  // Also once submitted, so that a repeated request gets the first answer; a second submission is refused by the table of stages.
  { roles: unitSide, relations: ['own'], stages: ['selfAssessing', 'submitted'], acts: ['submitSelfAssessment'] },
  // Questions at a leaf: the unit with its divisions, and whoever appraises or guides it. Whoever has an interest reads and does not speak.
  { roles: [...unitSide, 'divisionOfficer', ...appraisalSide, ...overseers], relations: 'any', stages: 'any', acts: ['listQuestions'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['readQuestions'] },
  { roles: unitSide, relations: ['own'], stages: unfinished, acts: ['askQuestions'] },
  { roles: ['divisionOfficer', 'headOfUnit'], relations: ['agencyOfDivision'], stages: unfinished, acts: ['readQuestions', 'askQuestions'] },
  { roles: [...appraisalSide, ...overseers], relations: ['subordinate', 'assigned', 'conflicted'], stages: 'any', acts: ['readQuestions'] },
  { roles: ['appraiser', 'areaLead'], relations: ['assigned'], stages: unfinished, acts: ['askQuestions'] },
  { roles: ['methodOwner'], relations: ['subordinate'], stages: unfinished, acts: ['askQuestions'] },
  // A division sees and fills in what its agency claims at the leaves that it was given; the database shows it no others.
  {
    roles: ['divisionOfficer', 'headOfUnit'],
    relations: ['agencyOfDivision'],
    stages: [...unfinished, 'approved', 'published'],
    acts: ['readSelfAssessment', 'readEvidence', 'readParts'],
  },
  { roles: ['divisionOfficer', 'headOfUnit'], relations: ['agencyOfDivision'], stages: ['selfAssessing'], acts: ['changeSelfAssessment', 'finishPart'] },
  { roles: ['headOfUnit'], relations: ['agencyOfDivision'], stages: ['selfAssessing'], acts: ['handInPart'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['readParts'] },
  { roles: unitSide, relations: ['own'], stages: ['selfAssessing'], acts: ['settleParts'] },
  { roles: unitSide, relations: ['own'], stages: ['preparing', 'selfAssessing'], acts: ['shareOutParts'] },
  { roles: [...unitSide, 'divisionOfficer'], relations: ['own'], stages: 'any', acts: ['changeEvidence'] },
  { roles: unitSide, relations: ['own'], stages: ['approved', 'published'], acts: ['readAppraisal', 'readOwnResult'] },
  { roles: unitSide, relations: ['own'], stages: afterFirst, acts: ['readExplanation'] },
  { roles: unitSide, relations: ['own'], stages: ['explaining'], acts: ['changeExplanation'] },
  // Also where finishing has led to, so that a repeated request gets the first answer.
  { roles: unitSide, relations: ['own'], stages: ['explaining', 'secondAppraisal', 'council', 'approved'], acts: ['finishExplanation'] },
  { roles: unitSide, relations: ['own'], stages: ['explaining', 'secondAppraisal', 'council'], acts: ['withdrawDispute'] },

  {
    roles: overseers,
    relations: ['subordinate'],
    stages: afterSubmission,
    acts: ['readSelfAssessment', 'readEvidence', 'readAppraisal', 'readExplanation', 'readOwnResult'],
  },
  {
    roles: appraisalSide,
    relations: ['assigned', 'conflicted'],
    stages: afterSubmission,
    acts: ['readSelfAssessment', 'readEvidence', 'readAppraisal', 'readExplanation'],
  },
  // The council reads all: who signs a ranking has seen the sheets behind it.
  { roles: council, relations: ['assigned', 'conflicted'], stages: afterSubmission, acts: ['readOwnResult'] },
  { roles: ['appraiser', 'areaLead'], relations: ['assigned'], stages: givingPoints, acts: ['changeAppraisal'] },
  { roles: ['appraiser', 'areaLead'], relations: ['assigned'], stages: ['submitted', 'firstAppraisal'], acts: ['requestExplanation'] },
  { roles: ['methodOwner', 'areaLead'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal'], acts: ['endExplanations'] },
  // The council decides; chair and secretary record what it decided. Nobody of them about a unit in which they have an interest.
  { roles: ['councilChair', 'councilSecretary'], relations: ['assigned'], stages: ['council'], acts: ['decideInCouncil'] },
  {
    roles: ['councilChair', 'councilSecretary'],
    relations: 'any',
    stages: ['selfAssessing', 'firstAppraisal', 'approved'],
    acts: ['finishCouncil'],
  },
  // Finishing and closing also where they have led to: a repeated request gets the first answer; a second act is refused by the table of stages.
  { roles: ['appraiser', 'areaLead'], relations: ['assigned'], stages: [...givingPoints, 'approved'], acts: ['finishAppraisal'] },
  { roles: ['appraiser', 'areaLead'], relations: ['assigned'], stages: ['approved'], acts: ['reopenAppraisal'] },

  // Leaders mark what was handed in, each for themselves, until it is approved; other evaluations are brought in by the office that owns the method.
  { roles: ['panelMember'], relations: 'any', stages: 'any', acts: ['readOwnMarks'] },
  { roles: ['panelMember'], relations: ['subordinate'], stages: beforeApproval, acts: ['markInPanel'] },
  { roles: overseers, relations: 'any', stages: 'any', acts: ['readExternalValues'] },
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['importExternalValues'] },

  // Answers belong to whoever conducts the survey; the office that owns the method reads what was counted.
  { roles: ['surveyManager'], relations: 'any', stages: 'any', acts: ['readSurveys', 'changeSurveys', 'readSurveyResponses'] },
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['readSurveys'] },

  { roles: [...overseers, ...council], relations: 'any', stages: 'any', acts: ['readResults'] },
  // Papers speak of all units; the office that owns the method and the council's secretary write them.
  { roles: [...overseers, ...council], relations: 'any', stages: 'any', acts: ['readPapers'] },
  // The office that owns the method keeps the register of plans and legal documents; a unit enters its own, and what its own assignment rests on.
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['changeLegalDocuments', 'changeIndexes'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['changeOwnLegalDocuments', 'setOwnGrounds'] },
  { roles: ['methodOwner'], relations: ['subordinate'], stages: 'any', acts: ['setOwnGrounds'] },
  { roles: ['methodOwner', 'councilSecretary'], relations: 'any', stages: 'any', acts: ['changePapers'] },
  // A unit writes its own papers: officers draft, the head too; nobody outside reads a unit's drafts.
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['readOwnPapers', 'changeOwnPapers'] },
  // The office that follows reform asks for periodic reports; the unit fills in and sends its own. Source: seed plans 0 (1.2.1) and 4 (annex 1.2).
  { roles: overseers, relations: 'any', stages: 'any', acts: ['readReports'] },
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['demandReports'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['readOwnReports', 'changeOwnReports'] },
  { roles: overseers, relations: ['subordinate'], stages: 'any', acts: ['readOwnReports'] },
  { roles: ['councilChair'], relations: 'any', stages: ['approved', 'published'], acts: ['publish', 'changePublicity'] },
  // What one tries on a copy is one's own; on the scores of all only whoever reads them all.
  { roles: [...overseers, ...council, ...unitSide], relations: 'any', stages: 'any', acts: ['keepScenarios'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['tryOwnScenario', 'filePetition', 'readOwnPetitions'] },
  { roles: [...overseers, ...council], relations: 'any', stages: 'any', acts: ['readPetitions'] },
  { roles: ['councilChair', 'councilSecretary'], relations: 'any', stages: 'any', acts: ['answerPetition'] },
  // A unit's plan is its own: officers write it, the head approves it, whoever works there reports how tasks go; overseers read what was approved.
  { roles: [...unitSide, 'divisionOfficer'], relations: ['own'], stages: 'any', acts: ['readImprovement', 'followTasks'] },
  { roles: ['divisionOfficer', 'headOfUnit'], relations: ['agencyOfDivision'], stages: 'any', acts: ['readImprovement', 'followTasks'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['changeImprovement'] },
  { roles: ['headOfUnit'], relations: ['own'], stages: 'any', acts: ['approveImprovement'] },
  { roles: overseers, relations: ['subordinate'], stages: 'any', acts: ['readImprovement'] },
  { roles: overseers, relations: 'any', stages: 'any', acts: ['readAllImprovement'] },
  // What units ask of the criteria is answered by the office that owns them.
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['answerRecommendations'] },
]
