import type { ActProblemFacts } from './problem-facts/act.ts'
import type { AppraisalProblemFacts } from './problem-facts/appraisal.ts'
import type { CompositeProblemFacts } from './problem-facts/composite.ts'
import type { CycleProblemFacts } from './problem-facts/cycle.ts'
import type { DocumentProblemFacts } from './problem-facts/document.ts'
import type { EvidenceProblemFacts } from './problem-facts/evidence.ts'
import type { ImprovementProblemFacts } from './problem-facts/improvement.ts'
import type { InstallationProblemFacts } from './problem-facts/installation.ts'
import type { OrganisationProblemFacts } from './problem-facts/organisation.ts'
import type { RuleProblemFacts } from './problem-facts/rule.ts'
import type { SelfAssessmentProblemFacts } from './problem-facts/self-assessment.ts'
import type { SignedPaperProblemFacts } from './problem-facts/signed-paper.ts'
import type { SurveyProblemFacts } from './problem-facts/survey.ts'
import type { TemplateProblemFacts } from './problem-facts/template.ts'
import type { ValueProblemFacts } from './problem-facts/value.ts'

/**
 * Facts of each kind of problem, by what they are about; the sentence is made in `src/language/problems` alone.
 * Points and figures are strings with a decimal point. Codes are an open list: add there, then the compiler asks for the sentence.
 */
export interface ProblemFacts
  extends ActProblemFacts,
    AppraisalProblemFacts,
    CompositeProblemFacts,
    CycleProblemFacts,
    DocumentProblemFacts,
    EvidenceProblemFacts,
    ImprovementProblemFacts,
    InstallationProblemFacts,
    OrganisationProblemFacts,
    RuleProblemFacts,
    SelfAssessmentProblemFacts,
    SignedPaperProblemFacts,
    SurveyProblemFacts,
    TemplateProblemFacts,
    ValueProblemFacts {}

/** Every kind of problem; codes never change their meaning, new ones are added. */
export type ProblemCode = keyof ProblemFacts

interface ProblemPlace {
  /** Node id, `total`, a field path or another place; empty where the problem is of the whole. */
  readonly at: string
  readonly severity: 'error' | 'warning'
  /** 1-based line or row of the input. */
  readonly line?: number
}

/** One doubt or refusal, as data. The sentence for it is `problemSentence` of `src/language`. */
export type Problem = { [Code in ProblemCode]: { readonly code: Code } & ProblemPlace & ProblemFacts[Code] }[ProblemCode]

type ProblemOf<Code extends ProblemCode> = Extract<Problem, { code: Code }>

const problem =
  (severity: 'error' | 'warning') =>
  <Code extends ProblemCode>(code: Code, at: string, facts: ProblemFacts[Code], line?: number): ProblemOf<Code> =>
    ({ code, at, severity, ...(line === undefined ? {} : { line }), ...facts }) as unknown as ProblemOf<Code>

/** A problem that keeps the value from being used. */
export const errorAt = problem('error')
/** A problem that a person should settle, but may leave. */
export const warningAt = problem('warning')

/** Whether anything among them keeps the value from being used; warnings do not. */
export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((each) => each.severity === 'error')
