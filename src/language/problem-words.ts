import type { Language } from './language.ts'
import type { ProblemWords } from './problem-word-lists.ts'
import { problemWordsEn } from './problem-words.en.ts'
import { problemWordsVi } from './problem-words.vi.ts'

export const problemWords: Readonly<Record<Language, ProblemWords>> = { vi: problemWordsVi, en: problemWordsEn }

/** The word for an open fact (`leaves` → `tiêu chí chấm điểm`), or the fact itself. */
export const openWord = (fact: string, language: Language): string => {
  const { open } = problemWords[language]
  // A fact may be text of a stranger: `__proto__` is no word.
  return (Object.hasOwn(open, fact) ? open[fact] : undefined) ?? fact
}

/** "(1) Phụ lục I; (2) Phụ lục II": names by which a table can be asked for. */
export const numbered = (names: readonly string[]): string => names.map((name, at) => `(${at + 1}) ${name}`).join('; ')
