import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorAt } from '../core/problem.ts'
import { problemSentence } from './problem-sentence.ts'
import { problemWords } from './problem-words.ts'

const said = /errorAt\('(?:notFound|alreadyExists)'[^{}]*\{ what: '(\w+)'/g

describe('what is not found, or is there already', () => {
  it('has a word in both languages wherever the program says so', () => {
    const files = globSync('src/**/*.ts').filter((file) => !file.endsWith('.test.ts'))
    const names = new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(said)].map(([, name = '']) => name)))
    expect(names.size).toBeGreaterThan(20)
    for (const { open } of Object.values(problemWords)) expect([...names].filter((name) => !Object.hasOwn(open, name))).toEqual([])
  })

  it('is never a thing of the language of the program', () => {
    for (const what of ['__proto__', 'constructor', 'toString'])
      expect(problemSentence(errorAt('notFound', what, { what }))).toBe(`Không tìm thấy ${what}.`)
  })
})
