import type { Problem } from '../core/problem.ts'
import { commandLineWords } from '../language/command-line.ts'
import type { Language } from '../language/language.ts'
import { problemSentence, speakProblem } from '../language/problem-sentence.ts'
import type { Outcome } from './command.ts'

/** One JSON value and nothing else; problems stand in it with their sentences. A refusal is `{"problems":[…]}`. */
const jsonText = ({ value, problems }: Outcome, language: Language): string => {
  if (problems.length === 0) return `${JSON.stringify(value)}\n`
  return `${JSON.stringify({ ...value, problems: problems.map((problem) => speakProblem(problem, language)) })}\n`
}

const problemLine = (problem: Problem, language: Language): string => {
  const { line: lineWord, error, warning } = commandLineWords[language]
  const place = problem.line === undefined ? '' : ` ${lineWord} ${problem.line}:`
  return `${problem.severity === 'error' ? error : warning}:${place} ${problemSentence(problem, language)}`
}

/** Results on standard output, problems below them; those of a refusal on standard error. */
export const printOutcome = (outcome: Outcome, isJson: boolean, language: Language): void => {
  if (isJson) return void process.stdout.write(jsonText(outcome, language))
  if (outcome.text !== '') process.stdout.write(`${outcome.text}\n`)
  if (outcome.problems.length === 0) return
  const sentences = outcome.problems.map((problem) => problemLine(problem, language)).join('\n')
  if (outcome.text === '') process.stderr.write(`${sentences}\n`)
  else process.stdout.write(`\n${commandLineWords[language].problems(outcome.problems.length)}\n${sentences}\n`)
}
