import type { z } from 'zod'
import type { Framework } from '../../core/framework/framework.ts'
import { errorAt } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import { shapeProblems } from '../../core/shape-problems.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import type { PaperSource } from '../../language/reports/paper-sources.ts'
import type { Report } from '../report.ts'
import { composeAppraisalReport } from './appraisal-report.ts'
import { assignmentFactsShape, composeAssignmentPlan } from './assignment-plan.ts'
import { composeCouncilDecision, composeMinutes, councilFactsShape, minutesFactsShape } from './council.ts'
import { composeDeterminationPlan, determinationFactsShape } from './determination-plan.ts'
import { composeGuidance, composeReminder, guidanceFactsShape, reminderFactsShape } from './letters.ts'
import type { PaperDetails } from './paper-details.ts'
import { planFactsShape } from './plan-facts.ts'
import { composePeriodicReport } from './periodic-report.ts'
import { periodicReportFactsShape } from './periodic-facts.ts'
import { composePublicationDecision } from './publication-decision.ts'
import type { Ranking } from './ranking.ts'
import { composeImprovementPlan, composeRemedialPlan, composeRoadmapPlan } from './remedial-plans.ts'
import { composeResultNotice } from './result-notice.ts'
import { composeScoreSheet } from './score-sheet.ts'
import { composeSelfAssessmentReport, selfAssessmentFactsShape } from './self-assessment-report.ts'
import { composeSubmission, submissionFactsShape } from './submission.ts'
import { surveyReportFactsShape } from './survey-facts.ts'
import { composeSurveyReport } from './survey-report.ts'
import type { UnitSheet } from './unit-sheet.ts'

/** What papers are made of beside their details. `facts` is what only people know; each kind has its shape for it. */
export interface PaperSources {
  readonly framework?: Framework | undefined
  readonly sheet?: UnitSheet | undefined
  readonly ranking?: Ranking | undefined
  readonly facts?: unknown
}

/** A kind of paper: which sources it must have, and how it is composed from them. */
interface PaperMaking {
  readonly needs: readonly PaperSource[]
  readonly compose: (details: PaperDetails, sources: PaperSources) => Result<Report>
}

const missing = (source: PaperSource): Result<never> => refuse(errorAt('missingField', source, { field: source }))

const ofFramework =
  (compose: (details: PaperDetails, framework: Framework, facts: unknown) => Result<Report>): PaperMaking['compose'] =>
  (details, { framework, facts }) =>
    framework ? compose(details, framework, facts) : missing('framework')

const ofSheet =
  (compose: (details: PaperDetails, sheet: UnitSheet, facts: unknown) => Result<Report>): PaperMaking['compose'] =>
  (details, { sheet, facts }) =>
    sheet ? compose(details, sheet, facts) : missing('sheet')

const ofRanking =
  (compose: (details: PaperDetails, ranking: Ranking) => Result<Report>): PaperMaking['compose'] =>
  (details, { ranking }) =>
    ranking ? compose(details, ranking) : missing('ranking')

/** Facts are read by the shape of the kind before anything is composed; each field that is missing is named. */
const withFacts =
  <Facts, Rest extends readonly unknown[]>(shape: z.ZodType<Facts>, compose: (...rest: [...Rest, Facts]) => Result<Report>) =>
  (...rest: [...Rest, unknown]): Result<Report> => {
    const facts = rest.at(-1)
    const parsed = shape.safeParse(facts)
    if (!parsed.success) return refuse(...shapeProblems(parsed.error, facts))
    return compose(...([...rest.slice(0, -1), parsed.data] as [...Rest, Facts]))
  }

type OfFacts = (details: PaperDetails, facts: unknown) => Result<Report>
const ofFacts =
  (compose: OfFacts): PaperMaking['compose'] =>
  (details, { facts }) =>
    compose(details, facts)

const makings = {
  determinationPlan: { needs: ['facts'], compose: ofFacts(withFacts(determinationFactsShape, composeDeterminationPlan)) },
  assignmentPlan: { needs: ['framework', 'facts'], compose: ofFramework(withFacts(assignmentFactsShape, composeAssignmentPlan)) },
  councilDecision: { needs: ['facts'], compose: ofFacts(withFacts(councilFactsShape, composeCouncilDecision)) },
  guidance: { needs: ['framework', 'facts'], compose: ofFramework(withFacts(guidanceFactsShape, composeGuidance)) },
  reminder: { needs: ['facts'], compose: ofFacts(withFacts(reminderFactsShape, composeReminder)) },
  selfAssessmentReport: { needs: ['sheet', 'facts'], compose: ofSheet(withFacts(selfAssessmentFactsShape, composeSelfAssessmentReport)) },
  scoreSheet: { needs: ['sheet'], compose: ofSheet(composeScoreSheet) },
  appraisalMinutes: { needs: ['facts'], compose: ofFacts(withFacts(minutesFactsShape, composeMinutes)) },
  appraisalReport: { needs: ['ranking'], compose: ofRanking(composeAppraisalReport) },
  submission: { needs: ['facts'], compose: ofFacts(withFacts(submissionFactsShape, composeSubmission)) },
  publicationDecision: { needs: ['ranking'], compose: ofRanking(composePublicationDecision) },
  surveyReport: { needs: ['facts'], compose: ofFacts(withFacts(surveyReportFactsShape, composeSurveyReport)) },
  resultNotice: { needs: ['sheet'], compose: ofSheet(composeResultNotice) },
  remedialPlan: { needs: ['facts'], compose: ofFacts(withFacts(planFactsShape, composeRemedialPlan)) },
  improvementPlan: { needs: ['facts'], compose: ofFacts(withFacts(planFactsShape, composeImprovementPlan)) },
  roadmapPlan: { needs: ['facts'], compose: ofFacts(withFacts(planFactsShape, composeRoadmapPlan)) },
  periodicReport: { needs: ['facts'], compose: ofFacts(withFacts(periodicReportFactsShape, composePeriodicReport)) },
} as const satisfies Record<PaperKind, PaperMaking>

/** What a paper of this kind is made of. */
export const sourcesOf = (kind: PaperKind): readonly PaperSource[] => makings[kind].needs

/** Composes a paper, or names everything that is missing. */
export const composePaper = (kind: PaperKind, details: PaperDetails, sources: PaperSources): Result<Report> =>
  makings[kind].compose(details, sources)
