import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cleanLines, cleanText, fold, isUpperCase } from './clean-text.ts'
import { readCode, splitCodeAndName, splitRomanAndName } from './code.ts'
import { roleOfHeading, yearsOfHeading } from './column-role.ts'
import { documentFacts } from './document-facts.ts'
import { doubtfulWords } from './doubtful-words.ts'
import { readFigure } from './figure.ts'
import {
  continues,
  countingOfTitle,
  isCalculationLine,
  isClosing,
  isFootnote,
  isIfAny,
  isSubtotal,
  isTotal,
  isUnfinished,
  namesSurvey,
} from './row-words.ts'
import { sectionsOf } from './sections.ts'
import { statedCounts } from './stated-counts.ts'
import { beginsUnit, splitUnits } from './unit-names.ts'

type Rows = readonly (readonly [string, unknown])[]
type Groups = Readonly<Record<string, readonly string[]>>

const words = JSON.parse(readFileSync(new URL('printed-words.json', import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>
const rowsOf = (name: string): Rows => words[name] as Rows
const groupsOf = (name: string): readonly (readonly [string, readonly string[]])[] => Object.entries(words[name] as Groups)

// The golden files hold what these rules of thumb do together; here each is held alone, in the words of real decisions.
describe('words of printed tables', () => {
  it('say what a heading stands for and what the rows of a title count as', () => {
    for (const [name, read] of Object.entries({ roleOfHeading, countingOfTitle }))
      for (const [role, texts] of groupsOf(name)) for (const text of texts) expect([text, read(text) ?? 'none']).toStrictEqual([text, role])
  })

  it('tell rows apart: totals, remarks, lines of a calculation, names that go on', () => {
    const tests = {
      isTotal,
      isSubtotal,
      namesSurvey,
      isIfAny,
      isCalculationLine,
      isFootnote,
      isClosing,
      isUnfinished,
      continues,
      isUpperCase,
      beginsUnit,
    }
    for (const [name, holds] of Object.entries(tests))
      for (const [answer, texts] of groupsOf(name))
        for (const text of texts) expect([name, text, holds(text)]).toStrictEqual([name, text, answer === 'yes'])
  })

  it('hold figures, codes, units, counts and years, and the slips of recognition in them', () => {
    const counted = (text: string) => (['criteria', 'roadmap'] as const).flatMap((kind) => statedCounts([{ text, line: 3 }], kind))
    const reads = {
      readCode,
      splitCodeAndName,
      splitRomanAndName,
      cleanText,
      cleanLines,
      fold,
      doubtfulWords,
      splitUnits,
      yearsOfHeading,
      readFigure,
      readFigureOfNumber: (text: string) => readFigure(text, true),
      statedCounts: counted,
    }
    for (const [name, read] of Object.entries(reads))
      for (const [text, value] of rowsOf(name)) expect([name, text, read(text) ?? null]).toStrictEqual([name, text, value])
  })

  it('part a document into tables, and say in its head which decision it is of', () => {
    for (const [name, read] of Object.entries({ sectionsOf, documentFacts }))
      for (const [lines, value] of rowsOf(name)) expect([lines, read(lines as unknown as readonly string[])]).toStrictEqual([lines, value])
  })
})
