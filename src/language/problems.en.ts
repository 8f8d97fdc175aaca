import type { ProblemSentences } from './problem-sentences.ts'
import { actProblemsEn } from './problems/act.en.ts'
import { appraisalProblemsEn } from './problems/appraisal.en.ts'
import { compositeProblemsEn } from './problems/composite.en.ts'
import { cycleProblemsEn } from './problems/cycle.en.ts'
import { documentProblemsEn } from './problems/document.en.ts'
import { evidenceProblemsEn } from './problems/evidence.en.ts'
import { improvementProblemsEn } from './problems/improvement.en.ts'
import { installationProblemsEn } from './problems/installation.en.ts'
import { organisationProblemsEn } from './problems/organisation.en.ts'
import { ruleProblemsEn } from './problems/rule.en.ts'
import { selfAssessmentProblemsEn } from './problems/self-assessment.en.ts'
import { signedPaperProblemsEn } from './problems/signed-paper.en.ts'
import { surveyProblemsEn } from './problems/survey.en.ts'
import { templateProblemsEn } from './problems/template.en.ts'
import { valueProblemsEn } from './problems/value.en.ts'

/** Every problem in English; the same facts in the same order as in Vietnamese. */
export const problemsEn: ProblemSentences = {
  ...actProblemsEn,
  ...appraisalProblemsEn,
  ...compositeProblemsEn,
  ...cycleProblemsEn,
  ...documentProblemsEn,
  ...evidenceProblemsEn,
  ...improvementProblemsEn,
  ...installationProblemsEn,
  ...organisationProblemsEn,
  ...ruleProblemsEn,
  ...selfAssessmentProblemsEn,
  ...signedPaperProblemsEn,
  ...surveyProblemsEn,
  ...templateProblemsEn,
  ...valueProblemsEn,
}
