import { errorAt, type Problem } from './problem.ts'

/** More than this nobody reads at once. */
export const mostToldProblems = 200

/** The first problems of a list in their order, at most 200; where there are more, one last problem says how many. */
export const firstProblems = (problems: readonly Problem[], most = mostToldProblems): readonly Problem[] =>
  problems.length <= most ? problems : [...problems.slice(0, most), errorAt('moreProblems', '', { count: problems.length - most })]
