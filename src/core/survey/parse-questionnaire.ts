import { nestsDeeperThan } from '../nesting.ts'
import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { shapeProblems } from '../shape-problems.ts'
import { checkQuestionnaire } from './check-questionnaire.ts'
import { type Questionnaire, questionnaireShape } from './questionnaire-file.ts'

/** Sections, questions and options take eight; conditions within conditions the rest. */
const deepest = 30

/**
 * Reads `parindex/questionnaire@1`. Left out: scales run from 1 to 5 and their upper half is positive, nothing is required, every group is asked
 * everything, cells below 5 are withheld. Refuses with every problem of the shape at once, and where the shape holds, of the meaning.
 */
export const parseQuestionnaire = (input: unknown): Result<Questionnaire> => {
  if (nestsDeeperThan(input, deepest))
    return refuse(errorAt('tooLarge', '', { what: 'levels', limit: String(deepest), actual: `> ${deepest}` }))
  const parsed = questionnaireShape.safeParse(input)
  if (!parsed.success) return refuse(...shapeProblems(parsed.error, input))
  const problems = checkQuestionnaire(parsed.data)
  return problems.length > 0 ? refuse(...problems) : accept(parsed.data)
}
