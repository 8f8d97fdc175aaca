import type { Problem } from '../core/problem.ts'
import { formatFigure } from './format.ts'
import { problemSentence } from './problem-sentence.ts'
import { rangeWords } from './range-words.ts'

const expectedWords: Readonly<Record<string, string>> = {
  figure: 'một số, ví dụ 95,5',
  wholeNumber: 'một số nguyên',
  date: 'một ngày, ví dụ 09/12/2026',
  flag: 'có hoặc không',
}

/** Why an answer is not taken, said under its own field: no place, the figure and what it should be. */
export const inputRefusal = (problem: Problem): string => {
  if (problem.code === 'outOfRange') {
    const { value, from, to } = problem
    return `${formatFigure(value)} chưa đúng, cần ${rangeWords({ from, to, fromInclusive: true, toInclusive: true })}.`
  }
  if (problem.code === 'notWhole') return `${formatFigure(problem.value)} chưa đúng, cần số nguyên.`
  if (problem.code === 'offStep') return `${formatFigure(problem.value)} chưa đúng, cần chia hết cho ${formatFigure(problem.step)}.`
  if (problem.code === 'invalidValue') return `“${problem.value}” chưa đúng, cần ${expectedWords[problem.expected] ?? problem.expected}.`
  return problemSentence(problem)
}
