import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { paperPartWords } from '../../language/reports/paper-part-words.ts'
import { templateFields } from '../../language/reports/template-words.ts'
import { composePaper, sourcesOf } from '../papers/compose-paper.ts'
import type { Block, Cell, OneOrMore, Report, Table, Text } from '../report.ts'
import { mark } from './fields.ts'
import { sampleMaterial, sampleNumbers } from './sample-material.ts'
import type { PaperTemplate, TemplateBlock } from './template.ts'

/** The only group of the sample stands for all groups of a ranking. */
const oneGroup = mark(templateFields.group)

const ofGroups = (text: string, kind: PaperKind): string =>
  sourcesOf(kind).includes('ranking')
    ? text.replaceAll(`0 ${oneGroup}`, mark(templateFields.groupCounts)).replaceAll(oneGroup, mark(templateFields.groups))
    : text

/** Numbers of the sample stand for fields: no paper says seven thousand and one. */
const named = (text: string, kind: PaperKind): string =>
  ofGroups(text, kind).replace(/7\.?\d{3}/g, (number) => {
    const name = sampleNumbers.get(Number(number.replace('.', '')))
    return name === undefined ? number : mark(name)
  })

const namedText = (text: Text, kind: PaperKind): Text =>
  typeof text === 'string' ? named(text, kind) : text.map((span) => ({ ...span, text: named(span.text, kind) }))

const namedBlock = (block: Block, kind: PaperKind): Block => ({
  ...block,
  ...('title' in block && block.title !== undefined && { title: named(block.title, kind) }),
  ...('text' in block && block.text !== undefined && { text: namedText(block.text, kind) }),
})

const namedCell = (cell: Cell, kind: PaperKind): Cell => {
  if ('text' in cell) return { text: namedText(cell.text, kind) }
  if ('lines' in cell) return { lines: cell.lines.map((line) => namedText(line, kind)) }
  const number = 'count' in cell ? cell.count : Number(cell.figure)
  const name = sampleNumbers.get(number ?? 0)
  return name === undefined ? cell : { text: mark(name) }
}

const namedTable = (table: Table, kind: PaperKind): Table => ({
  ...table,
  ...(table.caption !== undefined && { caption: named(table.caption, kind) }),
  columns: mapped(table.columns, (column) => ({ ...column, heading: named(column.heading, kind) })),
  rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => namedCell(cell, kind)) })),
})

const mapped = <T>([first, ...rest]: OneOrMore<T>, change: (each: T) => T): OneOrMore<T> => [change(first), ...rest.map(change)]

const namedWhole = (block: Block, kind: PaperKind): Block =>
  block.kind === 'table' ? { ...block, table: namedTable(block.table, kind) } : namedBlock(block, kind)

/** A paper of the sample with the names of fields instead of its numbers, in its tables and annexes too. */
export const namedReport = (report: Report, kind: PaperKind): Report => {
  const { heading } = report
  return {
    ...report,
    heading:
      heading.kind === 'letter'
        ? { ...heading, subject: named(heading.subject, kind) }
        : { ...heading, summary: named(heading.summary, kind) },
    body: mapped(report.body, (block) => namedWhole(block, kind)),
    annexes: report.annexes.map((annex) => ({
      ...annex,
      title: named(annex.title, kind),
      body: mapped(annex.body, (block) => namedWhole(block, kind)),
    })),
  }
}

/** The wording of a paper, with each run of blocks that the data compose as one. */
const templateBlocks = (body: readonly Block[], kind: PaperKind): readonly TemplateBlock[] =>
  body.flatMap((block, at): readonly TemplateBlock[] => {
    if (block.part === undefined) return [{ kind: 'block', block: namedBlock(block, kind) }]
    return body[at - 1]?.part === block.part ? [] : [{ kind: 'part', part: block.part }]
  })

/** Summaries that the data word differently from paper to paper stand as a field. */
const summaryOf = ({ heading }: Report, kind: PaperKind): string => {
  const summary = named(heading.kind === 'letter' ? heading.subject : heading.summary, kind)
  return kind === 'periodicReport' || kind === 'surveyReport' ? mark(templateFields.summary) : summary
}

/** What the program says in a paper of this kind, as a template: the same wording, its values as fields. */
export const defaultTemplate = (kind: PaperKind): PaperTemplate => {
  const { details, sources } = sampleMaterial(kind)
  const composed = composePaper(kind, details, sources)
  if (!composed.ok) throw new Error(`the sample of ${kind} does not compose: ${JSON.stringify(composed.problems)}`)
  return {
    summary: summaryOf(composed.value, kind),
    bases: composed.value.heading.kind === 'letter' ? [] : [{ chosen: true }],
    body: templateBlocks(composed.value.body, kind),
    annexes: ['composed'],
  }
}

/** Blocks of the data that a paper of this kind has. */
export const partNames = (kind: PaperKind): readonly string[] => [
  ...new Set(defaultTemplate(kind).body.flatMap((each) => (each.kind === 'part' ? [paperPartWords[each.part]] : []))),
]
