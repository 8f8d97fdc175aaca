import { commandLineWords } from '../language/command-line.ts'
import { type Command, refused } from './command.ts'
import { openFramework } from './framework-input.ts'

/** `parindex check FRAMEWORK.json`: every problem of a framework. */
export const check: Command = {
  options: {},
  positionals: ['FRAMEWORK.json'],
  run: async ({ positionals: [path = ''], language }) => {
    const framework = await openFramework(path)
    if (!framework.ok) return refused(framework.problems)
    const { checkFramework } = await import('../core/framework/check-framework.ts')
    const { isConsequence } = await import('../core/framework/check-totals.ts')
    const problems = checkFramework(framework.value).filter((problem) => !isConsequence(problem))
    return {
      status: problems.length > 0 ? 1 : 0,
      value: { problems: [] },
      text: problems.length > 0 ? '' : commandLineWords[language].noProblems,
      problems,
    }
  },
}
