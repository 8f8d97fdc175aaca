import { expect, it } from 'vitest'
import { languages } from './language.ts'
import { exampleProblems } from './problem-examples.ts'
import { problemSentence } from './problem-sentence.ts'

for (const language of languages) {
  it.each(exampleProblems.map((problem) => [problem.code, problem] as const))(
    `${language}: %s is said in whole sentences`,
    (_, problem) => {
      const sentence = problemSentence(problem, language)
      expect(sentence).toMatch(/^[\p{Lu}“\d].*[.?]$/su)
      expect(sentence).not.toMatch(/undefined|null|\[object|!|NaN/)
    },
  )
}
