import { expect, it } from 'vitest'
import { firstProblems } from './first-problems.ts'
import { errorAt } from './problem.ts'

it('tells the first problems and how many more there are', () => {
  const problems = Array.from({ length: 205 }, (_, at) => errorAt('missingName', String(at), {}))
  expect(firstProblems(problems)).toStrictEqual([...problems.slice(0, 200), errorAt('moreProblems', '', { count: 5 })])
  expect(firstProblems(problems.slice(5))).toStrictEqual(problems.slice(5))
})
