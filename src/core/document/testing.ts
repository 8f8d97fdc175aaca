import { pointsText } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import type { RawCell, RawDocument, RawGrid } from './raw-document.ts'
import { readDocument } from './read-document.ts'
import type { ReadKind, ReadResult } from './read-result.ts'

/** A grid written as lines with bars between cells: `^` is merged with the cell above, `<` with the cell to the left, `*` before a text makes it bold. */
export const gridOf = (text: string, name?: string): RawGrid => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()))
  const rows = cells.map((row, at) => ({
    line: at + 1,
    cells: row.flatMap((cell, column): RawCell[] => {
      if (cell === '^' || cell === '<') return []
      const rowSpan = 1 + countWhile((step) => cells[at + step]?.[column] === '^')
      const columnSpan = 1 + countWhile((step) => row[column + step] === '<')
      const isBold = cell.startsWith('*')
      return [
        {
          column,
          text: cell.replace(/^\*/u, '').replace(/\\n/gu, '\n'),
          ...(rowSpan > 1 ? { rowSpan } : {}),
          ...(columnSpan > 1 ? { columnSpan } : {}),
          ...(isBold ? { isBold } : {}),
        },
      ]
    }),
  }))
  return { kind: 'grid', ...(name === undefined ? {} : { name }), rows }
}

const countWhile = (holds: (step: number) => boolean): number => {
  let count = 0
  while (holds(count + 1)) count += 1
  return count
}

export const textDocument = (text: string): RawDocument => ({
  format: 'txt',
  blocks: [{ kind: 'text', lines: text.split('\n').map((line, at) => ({ text: line, line: at + 1 })) }],
})

export const gridDocument = (...grids: readonly (RawGrid | string)[]): RawDocument => ({
  format: 'docx',
  blocks: grids.map((grid) =>
    typeof grid === 'string' ? { kind: 'text', lines: grid.split('\n').map((text, at) => ({ text, line: at + 1 })) } : grid,
  ),
})

export const readGrid = (text: string, kind?: ReadKind): ReadResult => readDocument(gridDocument(gridOf(text)), kind)

/** A tree as lines: id, maximum (and what was printed), name, leads → coordinating, marks. */
export const treeText = (result: ReadResult): string => (result.framework?.nodes ?? []).map((node) => nodeText(node, '')).join('\n')

const nodeText = (node: FrameworkNode, indent: string): string => {
  const printed = node.printedMaxPoints === undefined ? '' : `≠${pointsText(node.printedMaxPoints)}`
  const units =
    node.leadUnits.length + node.coordinatingUnits.length === 0
      ? ''
      : ` [${node.leadUnits.join('; ')} → ${node.coordinatingUnits.join('; ')}]`
  const marks = [
    node.ifAny ? 'ifAny' : '',
    node.source === 'appraised' ? '' : node.source,
    node.counting === 'base' ? '' : node.counting,
  ].filter((mark) => mark !== '')
  const texts = [
    ['=', node.calculation],
    ['#', node.evidence],
    ['!', node.note],
  ].flatMap(([sign, text]) => (text ? [` ${sign}${text.replace(/\n/gu, ' / ')}`] : []))
  const line = `${indent}${node.id} ${pointsText(node.maxPoints)}${printed} ${node.name}${units}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}${texts.join('')}`
  return [line, ...node.children.map((child) => nodeText(child, `${indent}  `))].join('\n')
}

/** Problems as `code@place`. */
export const problemText = (result: ReadResult): readonly string[] => result.problems.map((problem) => `${problem.code}@${problem.at}`)
