import { roles, type Stage } from '../../core/vocabulary.ts'
import { appraisalLines } from './appraisal-lines.ts'
import type { PolicyLine } from './policy-line.ts'
import { afterFirst, afterSubmission, appraisalSide, beforeApproval, council, overseers, unfinished, unitSide } from './role-groups.ts'

/** Appraisers give points; while a unit explains and before the council they wait. */
const givingPoints: readonly Stage[] = ['submitted', 'firstAppraisal', 'secondAppraisal']

/**
 * Who may do what: role × relation to the unit × stage → acts. What no line allows is refused.
 * Lines are grounded in the duties of the seed plans and domain notes, section 3.2; the expected table of the tests is written apart.
 */
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
  {
    roles: ['methodOwner'],
    relations: 'any',
    stages: unfinished.filter((stage) => stage !== 'preparing'),
    acts: ['moveFramework', 'computePeerPoints'],
  },
  { roles: ['methodOwner'], relations: 'any', stages: ['selfAssessing', 'firstAppraisal', 'approved'], acts: ['closeAppraisal'] },
  { roles: ['methodOwner'], relations: ['subordinate'], stages: ['submitted', 'firstAppraisal'], acts: ['returnSelfAssessment'] },
  {
    roles: ['methodOwner'],
    relations: ['subordinate'],
    stages: ['selfAssessing', 'submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council'],
    acts: ['extendDeadline'],
  },
  { roles: [...overseers, ...appraisalSide], relations: 'any', stages: 'any', acts: ['readCycleProgress', 'readCouncils', 'readAgenda'] },
  // Who appraises is decided by whoever sets the council up: the method owner proposes, chair and secretary of the council may correct.
  { roles: ['methodOwner', 'councilChair', 'councilSecretary'], relations: 'any', stages: 'any', acts: ['changeCouncils'] },
  { roles: appraisalSide, relations: 'any', stages: 'any', acts: ['declareInterest'] },
  ...appraisalLines,
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
  {
    roles: ['divisionOfficer', 'headOfUnit'],
    relations: ['agencyOfDivision'],
    stages: unfinished,
    acts: ['readQuestions', 'askQuestions'],
  },
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
  {
    roles: ['divisionOfficer', 'headOfUnit'],
    relations: ['agencyOfDivision'],
    stages: ['selfAssessing'],
    acts: ['changeSelfAssessment', 'finishPart'],
  },
  { roles: ['headOfUnit'], relations: ['agencyOfDivision'], stages: ['selfAssessing'], acts: ['handInPart'] },
  // A department does so in the province's own assessment, at the leaves that it leads there.
  {
    roles: unitSide,
    relations: ['ledInPart'],
    stages: [...unfinished, 'approved', 'published'],
    acts: ['readSelfAssessment', 'readEvidence', 'readParts', 'readQuestions'],
  },
  { roles: unitSide, relations: ['ledInPart'], stages: ['selfAssessing'], acts: ['changeSelfAssessment', 'finishPart', 'askQuestions'] },
  { roles: ['headOfUnit'], relations: ['ledInPart'], stages: ['selfAssessing'], acts: ['handInPart'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['readParts'] },
  { roles: unitSide, relations: ['own'], stages: ['selfAssessing'], acts: ['settleParts'] },
  { roles: unitSide, relations: ['own'], stages: ['preparing', 'selfAssessing'], acts: ['shareOutParts'] },
  { roles: [...unitSide, 'divisionOfficer'], relations: ['own'], stages: 'any', acts: ['changeEvidence'] },
  // What goes to the unit above is for those to say who speak for the unit.
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['shareRegister'] },
  // Whoever appraises guides; whoever is assessed says that it was read; whoever follows the work knows who has not.
  { roles, relations: 'any', stages: 'any', acts: ['readGuidance'] },
  { roles: ['methodOwner', 'appraiser', 'areaLead'], relations: 'any', stages: 'any', acts: ['issueGuidance', 'readGuidanceReceipts'] },
  { roles: ['leader', 'inspector'], relations: 'any', stages: 'any', acts: ['readGuidanceReceipts'] },
  { roles: [...unitSide, 'divisionOfficer'], relations: ['own'], stages: 'any', acts: ['confirmGuidance'] },
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
  { roles: ['methodOwner', 'councilChair', 'councilSecretary'], relations: 'any', stages: 'any', acts: ['recordConference'] },
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
  // Whoever conducts a cycle draws up its budget; the unit to which it is handed appraises it, which the use case holds.
  { roles: overseers, relations: 'any', stages: 'any', acts: ['readBudget'] },
  { roles: ['methodOwner'], relations: 'any', stages: 'any', acts: ['changeBudget'] },
  { roles: unitSide, relations: ['own'], stages: 'any', acts: ['appraiseBudget'] },
]
