import type { ProblemSentences } from './problem-sentences.ts'
import { actProblemsVi } from './problems/act.vi.ts'
import { appraisalProblemsVi } from './problems/appraisal.vi.ts'
import { compositeProblemsVi } from './problems/composite.vi.ts'
import { cycleProblemsVi } from './problems/cycle.vi.ts'
import { documentProblemsVi } from './problems/document.vi.ts'
import { evidenceProblemsVi } from './problems/evidence.vi.ts'
import { improvementProblemsVi } from './problems/improvement.vi.ts'
import { installationProblemsVi } from './problems/installation.vi.ts'
import { organisationProblemsVi } from './problems/organisation.vi.ts'
import { ruleProblemsVi } from './problems/rule.vi.ts'
import { selfAssessmentProblemsVi } from './problems/self-assessment.vi.ts'
import { signedPaperProblemsVi } from './problems/signed-paper.vi.ts'
import { surveyProblemsVi } from './problems/survey.vi.ts'
import { templateProblemsVi } from './problems/template.vi.ts'
import { valueProblemsVi } from './problems/value.vi.ts'

/** Every problem in Vietnamese: where, what, which figures, what to do next. Sentence case, no blame. */
export const problemsVi: ProblemSentences = {
  ...actProblemsVi,
  ...appraisalProblemsVi,
  ...compositeProblemsVi,
  ...cycleProblemsVi,
  ...documentProblemsVi,
  ...evidenceProblemsVi,
  ...improvementProblemsVi,
  ...installationProblemsVi,
  ...organisationProblemsVi,
  ...ruleProblemsVi,
  ...selfAssessmentProblemsVi,
  ...signedPaperProblemsVi,
  ...surveyProblemsVi,
  ...templateProblemsVi,
  ...valueProblemsVi,
}
