import { z } from 'zod'
import type { RawGrid } from '../../../core/document/raw-document.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { type Inputs, parseInputs } from '../../../core/rules/inputs.ts'
import type { ValueCells } from '../../../core/self-assessment/workbook-cells.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import { columnAt, documentAt, factAt, hiddenSheet, rowsAbove, rowsAboveMore, workbookFormat, writtenAt } from './layout.ts'

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

type Line = readonly string[]

/** Of a sheet: the largest sets of criteria with all their documents stay far below. */
const mostRows = 5000

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
  const most = Math.max(...sheets.map(({ rows }) => rows.length))
  if (most > mostRows) return refuse(errorAt('tooLarge', '', { what: 'rows', limit: String(mostRows), actual: String(most) }))
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
const pathShape = z.array(z.union([z.string(), z.number()]).transform(String)).max(10)
const readPath = (text: string): readonly string[] => {
  const path = pathShape.safeParse(readJson(text))
  return path.success ? path.data : []
}
