import { type Facts, flatten, type NodeFacts, type RankingFacts, type RowFacts } from './facts.ts'
import { bold, cell, decimalComma, number, type PrintedCell, type PrintedTable } from './printed-table.ts'

const joined = (units: readonly string[] | undefined): string => (units ?? []).join(', ')

type Show = (node: NodeFacts) => string
const unitColumns: readonly (readonly [string, Show])[] = [
  ['Đơn vị chủ trì', (node) => joined(node.leadUnits)],
  ['Đơn vị phối hợp', (node) => joined(node.coordinatingUnits)],
]
const calculationColumns: readonly (readonly [string, Show])[] = [
  ['Cách tính điểm', (node) => node.calculation ?? ''],
  ['Tài liệu kiểm chứng', (node) => node.evidence ?? ''],
]

export interface CriteriaLayout {
  readonly points?: string
  /** `1.1. Tên` in one cell under one heading. */
  readonly codeWithName?: boolean
  /** A row of headings above: “Đơn vị” over lead and coordinating. */
  readonly headingsAbove?: boolean
  readonly decimal?: 'comma' | 'number'
}

/** A criteria table: STT, name, points, then whatever its facts have. */
export const layOutCriteria = (facts: Facts, layout: CriteriaLayout = {}): PrintedTable => {
  const nodes = flatten(facts.nodes ?? [])
  const has = (key: 'leadUnits' | 'calculation' | 'coordinatingUnits'): boolean => nodes.some((node) => (node[key]?.length ?? 0) > 0)
  const units = unitColumns.filter((_, at) => has(at === 0 ? 'leadUnits' : 'coordinatingUnits'))
  const more = [...units, ...(has('calculation') ? calculationColumns : [])]
  const points = (text: string): PrintedCell => (layout.decimal === 'number' ? number(text) : cell(decimalComma(text)))
  const named = (node: NodeFacts & { readonly depth: number }): readonly PrintedCell[] => {
    const style = node.depth < 2 ? bold : cell
    return layout.codeWithName ? [style(`${node.code}. ${node.name}`)] : [{ ...style(node.code), listLevel: node.depth }, style(node.name)]
  }
  const rows = nodes.map((node) => [...named(node), points(node.maxPoints), ...more.map(([, show]) => cell(show(node)))])
  const total = [...(layout.codeWithName ? [] : [cell('')]), bold('TỔNG ĐIỂM'), points(facts.printedTotal ?? ''), ...more.map(() => cell(''))]
  const nameHeadings = layout.codeWithName ? ['Tiêu chí, tiêu chí thành phần'] : ['STT', 'Tiêu chí']
  const headings = [...nameHeadings, layout.points ?? 'Điểm chuẩn', ...more.map(([heading]) => heading)]
  const widths = [...(layout.codeWithName ? [46] : [8, 40]), 10, ...more.map(() => 42 / more.length)]
  return { above: facts.above, headings: layout.headingsAbove ? twoRows(headings) : [headings.map(bold)], rows: [...rows, total], widths }
}

const twoRows = (headings: readonly string[]): readonly (readonly PrintedCell[])[] => {
  const before = headings.slice(0, -2)
  return [
    [...before.map((text) => ({ ...bold(text), rowSpan: 2 })), { ...bold('Đơn vị'), columnSpan: 2 }],
    [bold('Chủ trì'), bold('Phối hợp')],
  ]
}

const bullets = (requirements: readonly string[]): string =>
  requirements.length > 1 ? requirements.map((each) => `- ${each}`).join('\n') : requirements.join('')

/** A roadmap: what the criterion may bring, then one column per year, the coming ones under “Điểm tối thiểu cần đạt được”. */
export const layOutRoadmap = (facts: Facts, results: number): PrintedTable => {
  const columns = facts.columns ?? []
  const years = columns.slice(1)
  const rows = (facts.rows as readonly RowFacts[]).map((row) => [
    cell(row.code ?? ''),
    cell(row.name),
    cell(bullets(row.requirements ?? [])),
    cell(joined(row.leadUnits)),
    cell(joined(row.coordinatingUnits)),
    ...columns.map((column) => cell(/^\d\.81$/.test(row.points[column] ?? '') ? '1.81' : decimalComma(row.points[column] ?? ''))),
  ])
  const total = [cell(''), bold('Tổng điểm'), cell(''), cell(''), cell(''), ...columns.map((column) => cell(decimalComma(facts.printedTotals?.[column] ?? '')))]
  const heads = ['STT', 'Nhiệm vụ', 'Yêu cầu', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Điểm theo quy định'].map((text) => ({ ...bold(text), rowSpan: 2 }))
  const targets = { ...bold('Điểm tối thiểu cần đạt được'), columnSpan: years.length - results }
  const pastYears = years.slice(0, results).map((year) => ({ ...bold(year), rowSpan: 2 }))
  const headings = [[...heads, ...pastYears, targets], years.slice(results).map(bold)]
  return { above: facts.above, headings, rows: [...rows, total], widths: [6, 22, 28, 10, 10, ...columns.map(() => 24 / columns.length)] }
}

const sheetHeadings: Readonly<Record<string, string>> = { max: 'Điểm tối đa', claimed: 'Điểm tự đánh giá', firstAppraisal: 'Điểm thẩm định' }

/** A unit's sheet: the maximum, what it claims, what the appraisal gives. */
export const layOutScoreSheet = (facts: Facts): PrintedTable => {
  const columns = facts.columns ?? []
  const rows = (facts.rows as readonly RowFacts[]).map((row) => [
    cell(row.code ?? ''),
    cell(row.name),
    ...columns.map((column) => number(row.points[column] ?? '')),
    cell(row.evidence ?? ''),
    cell(row.note ?? ''),
  ])
  const total = [cell(''), bold('Tổng cộng'), ...columns.map((column) => number(facts.printedTotals?.[column] ?? '')), cell(''), cell('')]
  const headings = ['TT', 'Nội dung tiêu chí', ...columns.map((column) => sheetHeadings[column] ?? column), 'Tài liệu kiểm chứng', 'Ghi chú']
  return { above: facts.above, headings: [headings.map(bold)], rows: [...rows, total], widths: [6, 34, 10, 10, 10, 18, 12] }
}

export const layOutRanking = (facts: Facts): PrintedTable => ({
  above: facts.above,
  headings: [['Xếp hạng', 'Đơn vị', 'Điểm', 'Xếp loại'].map(bold)],
  rows: (facts.rows as readonly RankingFacts[]).map((row) => [number(String(row.rank)), cell(row.unit), number(row.points), cell(row.class)]),
  widths: [15, 50, 15, 20],
})
