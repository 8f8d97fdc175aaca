import type { Problem, ProblemCode } from '../core/problem.ts'
import type { Language } from './language.ts'
import { placeName } from './place.ts'
import type { ProblemOf, ProblemSentences } from './problem-sentences.ts'
import { problemsEn } from './problems.en.ts'
import { problemsVi } from './problems.vi.ts'

const sentences: Readonly<Record<Language, ProblemSentences>> = { vi: problemsVi, en: problemsEn }

/** A problem as one or two sentences for a person: where, what, with which figures, and what to do. Its line is left to who prints it. */
export const problemSentence = (problem: Problem, language: Language = 'vi'): string => sentenceOf(problem.code, problem, language)

const sentenceOf = <Code extends ProblemCode>(code: Code, problem: Problem, language: Language): string =>
  sentences[language][code](problem as ProblemOf<Code>, placeName(problem.at, language))

/** The problem as it leaves the program: its facts and the sentence beside them. */
export type SpokenProblem = Problem & { readonly message: string }

export const speakProblem = (problem: Problem, language: Language = 'vi'): SpokenProblem => ({
  ...problem,
  message: problemSentence(problem, language),
})
