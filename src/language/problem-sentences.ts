import type { Problem, ProblemCode } from '../core/problem.ts'

/** The problem of one code, with its facts. */
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { readonly code: Code }>

/** One sentence for every code: `place` opens it (`Tiêu chí 4.4`); `problem` carries the facts. A code without sentence does not compile. */
export type ProblemSentences = SentencesOf<ProblemCode>

/** The sentences of some codes. */
export type SentencesOf<Codes extends ProblemCode> = {
  readonly [Code in Codes]: (problem: ProblemOf<Code>, place: string) => string
}
