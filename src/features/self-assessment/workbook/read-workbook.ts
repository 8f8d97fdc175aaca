import type { RawGrid } from '../../../core/document/raw-document.ts'
import { claimOfFacts } from '../../../core/self-assessment/claim-of-facts.ts'
import { enterInput, inputAt } from '../../../core/rules/enter-input.ts'
import { type Inputs, parseInputs } from '../../../core/rules/inputs.ts'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { questionLabel } from '../../../language/rule-words.ts'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { errorAt, type Problem, warningAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { readValueCells, type ValueCells, type WorkbookValue } from '../../../core/self-assessment/workbook-cells.ts'
import type { FilledLeaf, WrittenLeaf } from '../../../core/self-assessment/workbook-merge.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import { answerOfCell, cellOfAnswer, questionsInCells } from './fact-cells.ts'
import { columnAt, documentAt, factAt, hiddenSheet, rowsAbove, rowsAboveMore, statusOfWord, workbookFormat, writtenAt } from './layout.ts'

interface WrittenCells extends ValueCells {
  readonly version: number
  readonly explanation: string
}

/** What a workbook says of itself on its hidden sheet, and the rows of the visible one. */
export interface WorkbookFile {
  readonly madeFor: Readonly<Record<'authority' | 'cycle' | 'unit' | 'framework', string>>
  readonly written: ReadonlyMap<string, WrittenCells>
  readonly rows: readonly { readonly nodeId: string; readonly row: number; readonly cells: ValueCells & { readonly explanation: string } }[]
  /** Facts of leaves as they were written out. */
  readonly inputs: ReadonlyMap<string, Inputs>
  readonly facts: readonly { readonly nodeId: string; readonly row: number; readonly path: readonly string[]; readonly text: string }[]
  readonly documents: {
    readonly written: readonly { readonly nodeId: string; readonly id: string }[]
    readonly rows: readonly DocumentRow[]
  }
}

/** A row of the sheet of documents: one that was written out, or one that a person added. */
export interface DocumentRow {
  readonly row: number
  readonly nodeId: string
  readonly id: string
  readonly code: string
  readonly title: string
  readonly number: string
  readonly isUsed: boolean
}

/** Where each filled leaf stands, rows counted from 1, and what is wrong with rows as such. */
export interface WorkbookContent {
  readonly written: ReadonlyMap<string, WrittenLeaf>
  readonly filled: readonly FilledLeaf[]
  readonly rowOf: ReadonlyMap<string, number>
  /** Where the answer to a question of a leaf stands, by leaf and name. */
  readonly factCellOf: ReadonlyMap<string, string>
  readonly problems: readonly { readonly row: number | undefined; readonly problem: Problem }[]
}

type Line = readonly string[]

const linesOf = ({ rows }: RawGrid): readonly { readonly row: number; readonly cells: Line }[] =>
  rows.map(({ line, cells }) => {
    const texts: string[] = []
    for (const { column, text } of cells) texts[column] = text
    return { row: line, cells: texts }
  })

/** Sheets → what the workbook is and says; `notAWorkbook` where the hidden sheet or the visible one is not there as it was written. */
export const readWorkbook = (sheets: readonly RawGrid[]): Result<WorkbookFile> => {
  const about = sheets.find(({ name }) => name === hiddenSheet)
  const filled = sheets.find(({ name }) => name === workbookTexts.sheet)
  if (!about || !filled) return refuse(errorAt('notAWorkbook', '', {}))
  const lines = linesOf(about).map(({ cells }) => cells)
  const said = (word: string): string => lines.find(([first]) => first === word)?.[1] ?? ''
  if (said('format') !== workbookFormat) return refuse(errorAt('notAWorkbook', '', {}))
  const text = (cells: Line, at: number): string => cells[at] ?? ''
  const of = (name: string): ReturnType<typeof linesOf> => {
    const grid = sheets.find((sheet) => sheet.name === name)
    return grid ? linesOf(grid).filter(({ row }) => row > rowsAboveMore) : []
  }
  return accept({
    madeFor: { authority: said('authority'), cycle: said('cycle'), unit: said('unit'), framework: said('framework') },
    written: new Map(
      lines
        .filter((cells) => cells[writtenAt.word] === 'leaf')
        .map((cells) => [
          text(cells, writtenAt.node),
          {
            version: Number(text(cells, writtenAt.version)),
            points: text(cells, writtenAt.points),
            status: text(cells, writtenAt.status),
            explanation: text(cells, writtenAt.explanation),
          },
        ]),
    ),
    rows: linesOf(filled)
      .filter(({ row, cells }) => row > rowsAbove && text(cells, columnAt.node) !== '')
      .map(({ row, cells }) => ({
        nodeId: text(cells, columnAt.node),
        row,
        cells: {
          points: text(cells, columnAt.points),
          status: text(cells, columnAt.status),
          explanation: text(cells, columnAt.explanation),
        },
      })),
    inputs: new Map(lines.filter(([word]) => word === 'inputs').map((cells) => [text(cells, 1), readInputs(text(cells, 2))])),
    facts: of(workbookTexts.factSheet)
      .filter(({ cells }) => text(cells, factAt.node) !== '')
      .map(({ row, cells }) => ({
        row,
        nodeId: text(cells, factAt.node),
        path: readPath(text(cells, factAt.path)),
        text: text(cells, factAt.value),
      })),
    documents: {
      written: lines.filter(([word]) => word === 'document').map((cells) => ({ nodeId: text(cells, 1), id: text(cells, 2) })),
      rows: of(workbookTexts.documentSheet).map(({ row, cells }) => ({
        row,
        nodeId: text(cells, documentAt.node),
        id: text(cells, documentAt.document),
        code: text(cells, documentAt.code).trim(),
        title: text(cells, documentAt.title).trim(),
        number: text(cells, documentAt.number).trim(),
        isUsed: text(cells, documentAt.used).trim() !== '',
      })),
    },
  })
}

/** Hidden cells hold JSON as it was written; whoever changed them gets nothing out of it. */
const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const readInputs = (text: string): Inputs => {
  const parsed = parseInputs(readJson(text))
  return parsed.ok ? parsed.value : {}
}
const readPath = (text: string): readonly string[] => {
  const path = readJson(text)
  return Array.isArray(path) ? path.map(String) : []
}

/** What the facts of a leaf come to where cells of them were filled in; nothing where none was. */
const valueOfFacts = (
  { inputs, facts }: WorkbookFile,
  node: FrameworkNode,
): { readonly value: Result<WorkbookValue>; readonly changed: readonly string[] } | undefined => {
  const rule = factsRuleOf(node)
  if (!rule) return undefined
  const before = inputs.get(node.id) ?? {}
  const asked = new Map(questionsInCells(node, rule, before).map((question) => [question.path.join('.'), question]))
  const changed = facts.flatMap(({ nodeId, path, text }) => {
    const question = nodeId === node.id ? asked.get(path.join('.')) : undefined
    return question && text.trim() !== cellOfAnswer(question, inputAt(before, path)) ? [{ question, text }] : []
  })
  if (changed.length === 0) return undefined
  const answers = changed.map(({ question, text }) => ({ question, answer: answerOfCell(question, text) }))
  const wrong = answers.flatMap(({ answer }) => (answer.ok ? [] : answer.problems))
  const words = changed.map(({ question, text }) => workbookTexts.facts.changed(questionLabel(question), text.trim()))
  if (wrong.length > 0) return { value: refuse(...wrong), changed: words }
  const after = answers.reduce(
    (filled, { question, answer }) => enterInput(filled, question.path, answer.ok ? answer.value : undefined),
    before,
  )
  const { claim, outcome } = claimOfFacts(node, rule, after)
  if (!claim) return { value: refuse(...(outcome.status === 'refused' ? outcome.problems : [])), changed: words }
  const { status, points, inputs: kept } = claim
  return { value: accept({ status, ...(points !== undefined && { points }), ...(kept && { inputs: kept }) }), changed: words }
}

const valueOf = (node: FrameworkNode, written: ValueCells, filled: ValueCells): Result<WorkbookValue> =>
  readValueCells(node, written, filled, statusOfWord)

/** The cells of a workbook as values of their leaves. A leaf whose own written cells cannot be read any more makes the file none of ours. */
export const contentOf = (file: WorkbookFile, nodes: ReadonlyMap<string, FrameworkNode>): Result<WorkbookContent> => {
  const { written, rows } = file
  const before = new Map<string, WrittenLeaf>()
  for (const [nodeId, cells] of written) {
    const node = nodes.get(nodeId)
    const value = node && valueOf(node, cells, cells)
    if (!value?.ok || !Number.isSafeInteger(cells.version)) return refuse(errorAt('notAWorkbook', '', {}))
    const inputs = file.inputs.get(nodeId)
    before.set(nodeId, { version: cells.version, value: { ...value.value, ...(inputs && { inputs }) }, explanation: cells.explanation })
  }
  const rowOf = new Map<string, number>()
  const filled: FilledLeaf[] = []
  const problems: { row: number | undefined; problem: Problem }[] = []
  for (const { nodeId, row, cells } of rows) {
    const [node, base] = [nodes.get(nodeId), written.get(nodeId)]
    if (!node || !base) continue
    const first = rowOf.get(nodeId)
    if (first !== undefined) {
      problems.push({ row, problem: errorAt('workbookRowTwice', nodeId, { first }) })
      continue
    }
    rowOf.set(nodeId, row)
    const facts = cells.status === base.status && cells.points === base.points ? valueOfFacts(file, node) : undefined
    const stood = before.get(nodeId)?.value
    const read = valueOf(node, base, cells)
    // A value whose cells were left alone keeps the facts that it came from.
    const isUntouched = stood && read.ok && read.value.status === stood.status && read.value.points === stood.points
    filled.push({
      nodeId,
      value: facts?.value ?? (isUntouched ? accept(stood) : read),
      explanation: cells.explanation,
      ...(facts && { facts: facts.changed }),
    })
  }
  for (const nodeId of written.keys())
    if (!rowOf.has(nodeId)) problems.push({ row: undefined, problem: warningAt('workbookRowGone', nodeId, {}) })
  const factCellOf = new Map(
    file.facts.flatMap(({ nodeId, path, row }) => {
      const cell = `${'ABCDEFG'[factAt.value]}${row}`
      return [
        [`${nodeId} ${path.join('.')}`, cell],
        [`${nodeId} ${path[0] ?? ''}`, cell],
      ] as const
    }),
  )
  return accept({ written: before, filled, rowOf, factCellOf, problems })
}
