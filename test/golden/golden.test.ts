import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/core/document/read-document.ts'
import { pointsText } from '../../src/core/exact/points.ts'
import type { ReadKind, ReadResult } from '../../src/core/document/read-result.ts'
import type { Problem } from '../../src/core/problem.ts'
import { parseDocument } from '../../src/platform/documents/parse-document.ts'
import { type Expected, expectedLines, plain, pointsTexts, readLines, rowsLike, saysSource } from './compare.ts'

const golden = join(import.meta.dirname, '../../golden')

const read = async (path: string, number?: number): Promise<ReadResult> => {
  const document = await parseDocument(new Uint8Array(readFileSync(path)), path)
  return document.ok ? readDocument(document.value, undefined, number) : { kind: 'criteria' as ReadKind, problems: document.problems }
}

/** A workbook keeps numbers, not the sign they were printed with. */
const hidesSigns = (path: string): boolean => /\.(?:xlsx|ods)$/u.test(path)
/** A doubt about the text around a table, which most inputs leave out. */
const isAside = (problem: Problem): boolean => problem.code === 'countMismatch'

const compareTable = (expected: Expected, result: ReadResult): void => {
  expect(result.kind).toBe(expected.kind)
  if (expected.nodes) expect(readLines(result.framework?.nodes ?? [], saysSource(expected.nodes))).toEqual(expectedLines(expected.nodes))
  if (expected.rows) expect(rowsLike(expected.rows, result)).toEqual(expected.rows.map(plain))
  const totals = result.roadmap ?? result.scoreSheet
  if (expected.columns && totals) expect(totals.columns).toEqual(expected.columns)
  if (expected.roles) expect(result.roadmap?.roles).toEqual(expected.roles)
  if (expected.printedTotals && totals) expect(pointsTexts(totals.printedTotals)).toEqual(plain(expected.printedTotals))
  if (expected.derivedTotals && totals) expect(pointsTexts(totals.derivedTotals)).toEqual(plain(expected.derivedTotals))
  if (expected.unit) expect(result.scoreSheet?.unit?.toLowerCase()).toBe(expected.unit.toLowerCase())
}

/** What the head of the document says, where the expectation speaks of it. */
const compareHead = ({ decision, title, year, scaleTotal, values }: Expected, { framework, ranking, scoreSheet }: ReadResult): void => {
  if (decision && framework) expect(framework.decision).toMatchObject(decision)
  if (title && framework) expect(framework.title).toBe(title)
  if (year !== undefined) expect(framework?.year || ranking?.year || scoreSheet?.year).toBe(year)
  if (scaleTotal && framework) expect(pointsText(framework.scaleTotal)).toBe(scaleTotal)
  if (values) expect(ranking?.rows.map((row) => Object.values(pointsTexts(row.values)))).toEqual(values)
}

const compareProblems = (expected: Expected, result: ReadResult, path: string): void => {
  const isHidden = (code: unknown): boolean => code === 'decimalSign' && hidesSigns(path)
  const wanted = [...expected.problems, ...(expected.doubts?.[path] ?? [])].filter(({ code }) => !isHidden(code))
  for (const problem of wanted) expect(result.problems).toContainEqual(expect.objectContaining(problem))
  expect(result.problems.filter((problem) => !isAside(problem) && !isHidden(problem.code)).map(({ code, at }) => `${code}@${at}`).sort()).toEqual(
    wanted.map(({ code, at }) => `${String(code)}@${String(at ?? '')}`).sort(),
  )
}

/** Known gap: columns that `pdftotext -layout` pushes into one another below headings of three lines. */
const gaps = new Set(['ha-noi-2018-lo-trinh/input-pdftotext-layout.txt'])

describe('tables of other offices and programs', () => {
  for (const table of readdirSync(golden, { withFileTypes: true }).filter(({ name }) => existsSync(join(golden, name, 'expected.json')))) {
    const folder = join(golden, table.name)
    const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
    for (const input of readdirSync(folder).filter((name) => name.startsWith('input'))) {
      const test = gaps.has(`${table.name}/${input}`) ? it.fails : it
      test(`${table.name}: ${input} is read as the table says`, async () => {
        const result = await read(join(folder, input))
        if (expected.kind) compareTable(expected, result)
        compareHead(expected, result)
        compareProblems(expected, result, input)
      })
    }
  }
})

/** Problems that say that a text has lost its cells: no table, words of no known row or column, sums or units that are gone. */
const saysSo = new Set(['noTable', 'unreadableRow', 'doubtfulText', 'totalMismatch', 'missingLeadUnit', 'missingCoordinatingUnit', 'missingMaxPoints'])

describe('text out of a PDF that lost its cells', () => {
  const inputs = readdirSync(golden).flatMap((table) =>
    existsSync(join(golden, table, 'expected.json')) ? readdirSync(join(golden, table)).flatMap((name) => (name.startsWith('unsure') ? [join(table, name)] : [])) : [],
  )
  it.each(inputs)('%s is never read silently wrong', async (input) => {
    const result = await read(join(golden, input))
    expect(result.problems.filter(({ code }) => saysSo.has(code))).not.toEqual([])
  })
})

describe('a file with two criteria sets', () => {
  const folder = join(golden, 'hai-phu-luc')
  const second: Expected = JSON.parse(readFileSync(join(folder, 'second.json'), 'utf8'))
  it.each(readdirSync(folder).filter((name) => name.startsWith('input')))('gives the second by its number: %s', async (input) => {
    const result = await read(join(folder, input), 2)
    compareTable(second, result)
    compareProblems(second, result, input)
  })
})
