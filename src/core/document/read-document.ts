import { errorAt, type Problem, warningAt } from '../problem.ts'
import { candidateTables } from './candidate-tables.ts'
import { kindOf } from './kind-of-table.ts'
import { inUnicode } from './legacy-font.ts'
import type { RawDocument } from './raw-document.ts'
import { readCriteria } from './read-criteria.ts'
import { readRanking } from './read-ranking.ts'
import type { ReadKind, ReadResult } from './read-result.ts'
import { readRoadmap } from './read-roadmap.ts'
import { readScoreSheet } from './read-score-sheet.ts'
import { type ReadTable, readTable } from './read-table.ts'
import { bestOf, firstGoodOf, worthOf } from './table-worth.ts'

/** More rows than any table of criteria or ranking has, and longer than any of them; the rest of the work is bounded by both. */
const mostLines = 60_000
const longestText = 50_000

/**
 * Reads the table of a document: criteria, a roadmap of points, a unit's sheet or a ranking. Without `kind` it is recognised from the headings. All
 * doubts come at once, in document order; where there is no table, or too much text, that alone is the problem. Of several tables of one kind the
 * largest is read, or the one with that `number`, counted from 1 as the problem `severalTables` names them.
 */
export const readDocument = (raw: RawDocument, kind?: ReadKind, number?: number): ReadResult => {
  const lines = linesOf(raw)
  if (lines > mostLines) return nothing(kind, errorAt('tooLarge', '', { what: 'rows', limit: String(mostLines), actual: String(lines) }))
  const length = longestOf(raw)
  if (length > longestText)
    return nothing(kind, errorAt('tooLarge', '', { what: 'bytes', limit: String(longestText), actual: String(length) }))
  const { document, font } = inUnicode(raw)
  const tables = candidateTables(document).map((renderings) => firstGoodOf(renderings.flatMap((table) => readTable(table) ?? [])))
  const found = tables.filter((table) => table !== undefined).filter((table) => kind === undefined || fits(table, kind))
  const largest = bestOf(found)
  if (!largest) return nothing(kind, errorAt('noTable', '', { kind: kind ?? 'criteria' }))
  const alike = tablesLike(largest, found)
  const chosen = number === undefined ? largest : alike[number - 1]
  if (!chosen)
    return nothing(kind, errorAt('invalidValue', 'table', { field: 'table', value: String(number), expected: `1 … ${alike.length}` }))
  const read = readAs(chosen, kind ?? kindOf(chosen))
  const others = number === undefined ? severalTables(alike, chosen) : []
  return {
    ...read,
    problems: [
      ...(font ? [warningAt('legacyFont', '', { font })] : []),
      ...hiddenParts(document),
      ...read.problems,
      ...guessed(chosen),
      ...others,
    ],
  }
}

const nothing = (kind: ReadKind | undefined, problem: Problem): ReadResult => ({ kind: kind ?? 'criteria', problems: [problem] })

const linesOf = (document: RawDocument): number =>
  document.blocks.reduce(
    (sum, block) =>
      sum + (block.kind === 'text' ? block.lines.length : block.kind === 'grid' ? block.rows.length : Math.ceil(block.words.length / 4)),
    0,
  )

/** Letters of the longest line or cell. */
const longestOf = (document: RawDocument): number => {
  let longest = 0
  for (const block of document.blocks) {
    const texts = block.kind === 'text' ? block.lines : block.kind === 'page' ? block.words : block.rows.flatMap((row) => row.cells)
    for (const { text } of texts) longest = Math.max(longest, text.length)
  }
  return longest
}

/** A ranking has no criteria and criteria are no ranking; a sheet and a roadmap hold the criteria they are about. */
const fits = (table: ReadTable, kind: ReadKind): boolean => (kind === 'ranking') === (kindOf(table) === 'ranking')

const readAs = (table: ReadTable, kind: ReadKind): ReadResult => {
  if (kind === 'roadmap') return { kind, ...readRoadmap(table) }
  if (kind === 'scoreSheet') return { kind, ...readScoreSheet(table) }
  return kind === 'ranking' ? { kind, ...readRanking(table) } : { kind, ...readCriteria(table) }
}

/** Tables of the kind of this one that hold more than a few rows, in document order. */
const tablesLike = (largest: ReadTable, found: readonly ReadTable[]): readonly ReadTable[] =>
  found.filter((table) => table === largest || (kindOf(table) === kindOf(largest) && worthOf(table) >= 3))

const severalTables = (alike: readonly ReadTable[], chosen: ReadTable): ReadResult['problems'] =>
  alike.length < 2
    ? []
    : [
        warningAt('severalTables', '', {
          count: alike.length,
          chosen: nameOf(chosen),
          number: alike.indexOf(chosen) + 1,
          tables: alike.map(nameOf),
        }),
      ]

/** What a workbook hides is not on its printed page; the person is told that it was left out. */
const hiddenParts = ({ blocks }: RawDocument): readonly Problem[] => {
  const hidden = blocks.flatMap((block) => (block.kind === 'grid' && block.hidden ? [block.hidden] : []))
  const [rows, columns] = [hidden.reduce((sum, each) => sum + each.rows, 0), hidden.reduce((sum, each) => sum + each.columns, 0)]
  return rows + columns === 0 ? [] : [warningAt('hiddenCells', '', { rows, columns })]
}

/** Rows of copied text whose words may belong to other columns. */
const guessed = ({ table, all }: ReadTable): readonly Problem[] => [
  ...(table.guessed ?? []).map(({ text, line }) =>
    warningAt('doubtfulText', all.find(({ row }) => row.line === line)?.id ?? '', { raw: text }, line),
  ),
  ...(table.unplaced ?? []).map(({ text, line }) => warningAt('unreadableRow', '', { text }, line)),
]

const nameOf = ({ table, facts, all }: ReadTable): string => table.name ?? (facts.title || all[0]?.row.name || '')
