import type { Problem } from '../../core/problem.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import type { PaperPart } from '../../language/reports/paper-part-words.ts'
import type { Annex, Block, Cell, Heading, Report, Row, Text } from '../report.ts'
import { type FieldValues, fieldValues, type Material } from './field-catalogue.ts'
import { replaceFields } from './fields.ts'
import type { PaperTemplate, TemplateBlock, TemplateRow } from './template.ts'
import { templateLimits } from './template-limits.ts'

/** What is known at a place: fields, those of an entry before those of the paper; what was asked for in vain is gathered. */
interface Scope {
  readonly values: FieldValues
  readonly entry?: ReadonlyMap<string, string>
  readonly missing: Set<string>
  readonly parts: ReadonlyMap<PaperPart | undefined, readonly Block[]>
  /** What may still be written: repeats within repeats multiply. */
  readonly room: { left: number }
}

/** Entries of a list as long as there is room for what is written of them. */
const written = <Entry, Made>(entries: readonly Entry[], { room }: Scope, make: (entry: Entry) => readonly Made[]): readonly Made[] =>
  entries.flatMap((entry) => {
    room.left -= 1
    return room.left < 0 ? [] : make(entry)
  })

const valueIn = ({ values, entry, missing }: Scope, name: string): string => {
  const value = entry?.get(name) ?? values.fields.get(name)
  if (value === undefined) missing.add(name)
  return value ?? ''
}

const fillWords = (text: string, scope: Scope): string => replaceFields(text, (name) => valueIn(scope, name))

const fillText = (text: Text, scope: Scope): Text =>
  typeof text === 'string' ? fillWords(text, scope) : text.map((span) => ({ ...span, text: fillWords(span.text, scope) }))

const fillBlock = (block: Block, scope: Scope): Block => ({
  ...block,
  ...('title' in block && block.title !== undefined && { title: fillWords(block.title, scope) }),
  ...('text' in block && block.text !== undefined && { text: fillText(block.text, scope) }),
})

const fillCell = (lines: readonly Text[], scope: Scope): Cell => {
  const filled = lines.map((line) => fillText(line, scope))
  return filled.length > 1 ? { lines: filled } : { text: filled[0] ?? '' }
}

const entriesOf = (list: string, { values }: Scope): readonly ReadonlyMap<string, string>[] => values.lists.get(list) ?? []

const fillRow = ({ each, cells, hand }: TemplateRow, scope: Scope): readonly Row[] => {
  const row = (at: Scope): Row => ({ cells: cells.map((lines) => fillCell(lines, at)), ...(hand && { hand }) })
  return each === undefined ? [row(scope)] : written(entriesOf(each, scope), scope, (entry) => [row({ ...scope, entry })])
}

const holds = (name: string, scope: Scope): boolean =>
  (scope.entry?.get(name) ?? scope.values.fields.get(name) ?? '') !== '' || entriesOf(name, scope).length > 0

const fillBlocks = (blocks: readonly TemplateBlock[], scope: Scope): readonly Block[] =>
  written(blocks, scope, (each): readonly Block[] => {
    switch (each.kind) {
      case 'block':
        return [fillBlock(each.block, scope)]
      case 'table':
        return [{ kind: 'table', table: { columns: each.columns, rows: each.rows.flatMap((row) => fillRow(row, scope)) } }]
      case 'part':
        return scope.parts.get(each.part) ?? []
      case 'each':
        return written(entriesOf(each.list, scope), scope, (entry) => fillBlocks(each.body, { ...scope, entry }))
      case 'when':
        return holds(each.field, scope) ? fillBlocks(each.body, scope) : []
    }
  })

const withSummary = (heading: Heading, summary: string): Heading =>
  heading.kind === 'letter' ? { ...heading, subject: summary } : { ...heading, summary }

const annexesOf = ({ annexes }: PaperTemplate, composed: Report, scope: Scope): readonly Annex[] =>
  annexes.flatMap((annex) => {
    if (annex === 'composed') return composed.annexes
    const [first, ...rest] = fillBlocks(annex.body, scope)
    return first === undefined
      ? []
      : [{ title: fillWords(annex.title, scope), orientation: annex.orientation, body: [first, ...rest] as const }]
  })

/** The paper in the wording of a template. A field that the paper has no value for is named; so is a template that leaves nothing to say. */
export const applyTemplate = (kind: PaperKind, template: PaperTemplate, material: Material): Result<Report> => {
  const { composed } = material
  const missing = new Set<string>()
  const room = { left: templateLimits.blocks }
  const scope: Scope = { values: fieldValues(kind, material), missing, room, parts: Map.groupBy(composed.body, ({ part }) => part) }
  const [first, ...rest] = fillBlocks(template.body, scope)
  const report = {
    ...composed,
    heading: withSummary(composed.heading, fillWords(template.summary, scope)),
    bases: template.bases.flatMap((basis) => (typeof basis === 'string' ? [fillWords(basis, scope)] : composed.bases)),
    annexes: annexesOf(template, composed, scope),
  }
  const problems: Problem[] = [...missing].map((name) => errorAt('templateFieldWithoutValue', name, { field: name }))
  if (room.left < 0) problems.push(errorAt('templateTooManyBlocks', '', { limit: templateLimits.blocks }))
  else if (first === undefined) problems.push(errorAt('templateSaysNothing', '', {}))
  return problems.length > 0 || first === undefined ? refuse(...problems) : accept({ ...report, body: [first, ...rest] })
}
