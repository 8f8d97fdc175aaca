import type { RawGrid } from '../../../core/document/raw-document.ts'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { errorAt, type Problem, warningAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { readValueCells, type ValueCells, type WorkbookValue } from '../../../core/self-assessment/workbook-cells.ts'
import type { FilledLeaf, WrittenLeaf } from '../../../core/self-assessment/workbook-merge.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import { columnAt, hiddenSheet, rowsAbove, statusOfWord, workbookFormat, writtenAt } from './layout.ts'

interface WrittenCells extends ValueCells {
  readonly version: number
  readonly explanation: string
}

/** What a workbook says of itself on its hidden sheet, and the rows of the visible one. */
export interface WorkbookFile {
  readonly madeFor: Readonly<Record<'authority' | 'cycle' | 'unit' | 'framework', string>>
  readonly written: ReadonlyMap<string, WrittenCells>
  readonly rows: readonly { readonly nodeId: string; readonly row: number; readonly cells: ValueCells & { readonly explanation: string } }[]
}

/** Where each filled leaf stands, rows counted from 1, and what is wrong with rows as such. */
export interface WorkbookContent {
  readonly written: ReadonlyMap<string, WrittenLeaf>
  readonly filled: readonly FilledLeaf[]
  readonly rowOf: ReadonlyMap<string, number>
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
  })
}

const valueOf = (node: FrameworkNode, written: ValueCells, filled: ValueCells): Result<WorkbookValue> =>
  readValueCells(node, written, filled, statusOfWord)

/** The cells of a workbook as values of their leaves. A leaf whose own written cells cannot be read any more makes the file none of ours. */
export const contentOf = ({ written, rows }: WorkbookFile, nodes: ReadonlyMap<string, FrameworkNode>): Result<WorkbookContent> => {
  const before = new Map<string, WrittenLeaf>()
  for (const [nodeId, cells] of written) {
    const node = nodes.get(nodeId)
    const value = node && valueOf(node, cells, cells)
    if (!value?.ok || !Number.isSafeInteger(cells.version)) return refuse(errorAt('notAWorkbook', '', {}))
    before.set(nodeId, { version: cells.version, value: value.value, explanation: cells.explanation })
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
    filled.push({ nodeId, value: valueOf(node, base, cells), explanation: cells.explanation })
  }
  for (const nodeId of written.keys())
    if (!rowOf.has(nodeId)) problems.push({ row: undefined, problem: warningAt('workbookRowGone', nodeId, {}) })
  return accept({ written: before, filled, rowOf, problems })
}
