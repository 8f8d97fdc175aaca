import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridDocument, gridOf, textDocument, treeText } from './testing.ts'
import { readDocument } from './read-document.ts'

interface Row {
  readonly code: string
  readonly name: string
  readonly points: string
  readonly lead: string
}

const names = [
  'Ban hành kế hoạch công tác',
  'Mức độ hoàn thành nhiệm vụ',
  'Báo cáo theo quý (nếu có)',
  'Tuyên truyền, phổ biến',
  'Rà soát văn bản mức 3, 4',
]
const leads = ['Văn phòng', 'Thanh tra', 'Phòng Tổ chức', 'Các phòng thuộc sở']
const quarter = fc.integer({ min: 1, max: 12 }).map((quarters) => String(quarters / 4).replace('.', ','))

/** Areas with criteria, some of which have parts; the points of groups are the sums of their parts. */
const table: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.array(
      fc.array(fc.record({ name: fc.constantFrom(...names), points: quarter, lead: fc.constantFrom(...leads) }), {
        minLength: 1,
        maxLength: 3,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((areas) =>
    areas.flatMap((criteria, area) => [
      { code: `${area + 1}`, name: `LĨNH VỰC MẪU ${'AB'.repeat(area + 1)}`, points: '', lead: '' },
      ...criteria.flatMap((leaves, index) => criterion(`${area + 1}.${index + 1}`, leaves)),
    ]),
  )

const criterion = (code: string, leaves: readonly Omit<Row, 'code'>[]): readonly Row[] =>
  leaves.length === 1
    ? leaves.map((leaf) => ({ code, ...leaf }))
    : [{ code, name: 'Nhóm việc', points: '', lead: '' }, ...leaves.map((leaf, index) => ({ code: `${code}.${index + 1}`, ...leaf }))]

const bars = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(' | ')).join('\n')
const heading = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Đơn vị chủ trì']
const cells = (row: Row): readonly string[] => [row.code, row.name, row.points, row.lead]

const layouts: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  'columns turned round': (rows) => treeOfGrid([[...heading].reverse(), ...rows.map((row) => [...cells(row)].reverse())]),
  'code and name in one cell': (rows) =>
    treeOfGrid([heading.slice(1), ...rows.map((row) => [`${row.code}. ${row.name}`, row.points, row.lead])]),
  'headings printed again': (rows) =>
    treeOfGrid([heading, ...rows.flatMap((row, index) => (index % 4 === 3 ? [heading, cells(row)] : [cells(row)]))]),
  'columns numbered and more of them': (rows) =>
    treeOfGrid([
      [...heading, 'Ghi chú', 'Tự chấm'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ...rows.map((row) => [...cells(row), '', '']),
    ]),
  'headings over two rows': (rows) =>
    treeOfGrid([['STT', 'Tiêu chí', 'Điểm', 'Đơn vị thực hiện'], ['^', '^', 'Tối đa', 'Chủ trì'], ...rows.map(cells)]),
  'two tables, one after the other': (rows) => {
    const [first, second] = [rows.slice(0, 3), rows.slice(3)]
    return treeText(
      readDocument(
        gridDocument(gridOf(bars([heading, ...first.map(cells)])), ...(second.length > 0 ? [gridOf(bars(second.map(cells)))] : [])),
      ),
    )
  },
  'text with tabs': (rows) => treeText(readDocument(textDocument([heading, ...rows.map(cells)].map((row) => row.join('\t')).join('\n')))),
}

const treeOfGrid = (rows: readonly (readonly string[])[]): string => treeText(readDocument(gridDocument(gridOf(bars(rows)))))

describe('one table in many layouts', () => {
  for (const [layout, read] of Object.entries(layouts)) {
    it(`gives the same tree with ${layout}`, () => {
      fc.assert(
        fc.property(table, (rows) => {
          expect(read(rows)).toBe(treeOfGrid([heading, ...rows.map(cells)]))
        }),
        { seed: 876, numRuns: 60 },
      )
    })
  }
})
