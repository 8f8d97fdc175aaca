import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Points, parsePoints, pointsText } from '../exact/points.ts'
import { layPaste } from './lay-paste.ts'
import type { PasteRow } from './paste-columns.ts'
import { readClipboard } from './read-clipboard.ts'

const row = (id: string, max: string, rest: Partial<PasteRow> = {}): PasteRow => ({
  id,
  code: id,
  isLeaf: true,
  source: 'appraised',
  maxPoints: parsePoints(max) as Points,
  ...rest,
})
const rows = [
  row('1', '3', { isLeaf: false }),
  row('1.1', '1'),
  row('1.2', '2'),
  row('2', '3', { isLeaf: false }),
  row('2.1', '1'),
  row('2.2', '2', { source: 'survey' }),
]
const short = ({ nodeId, column, text, points, problems }: ReturnType<typeof layPaste>['cells'][number]) =>
  [nodeId, column, points === undefined ? text : pointsText(points), ...problems.map(({ code }) => code)].join(' ')

describe('reading the clipboard of a spreadsheet', () => {
  it('parts rows and cells, and keeps an empty cell', () => {
    expect(readClipboard('0,5\tcó kế hoạch\r\n\tx\r\n')).toStrictEqual([
      ['0,5', 'có kế hoạch'],
      ['', 'x'],
    ])
  })
  it('takes a quoted cell with line breaks and quotes as one', () => {
    expect(readClipboard('1\t"dòng 1\nvà ""dòng 2"""\n2\tb')).toStrictEqual([
      ['1', 'dòng 1 và "dòng 2"'],
      ['2', 'b'],
    ])
  })
  it('keeps a row that ends in an empty cell, and a single cell', () => {
    expect(readClipboard('1\t')).toStrictEqual([['1', '']])
    expect(readClipboard('0.75')).toStrictEqual([['0.75']])
  })
  it('gives back every block that a spreadsheet writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', 'đ'), maxLength: 6 })
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
    const written = (text: string): string => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(block, (cells) => {
        expect(readClipboard(cells.map((line) => `${line.map(written).join('\t')}\r\n`).join(''))).toStrictEqual(cells)
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })
})

describe('laying a block over the sheet', () => {
  it('goes down the rows as they are shown; what falls on a group is left out and told of', () => {
    const plan = layPaste(rows, '0,5\n1.75\n2,25\n1\n', '1.1', 'points')
    expect(plan.cells.map(short)).toStrictEqual(['1.1 points 0.5', '1.2 points 1.75', '2.1 points 1'])
    expect(plan).toMatchObject({ by: 'rows', others: ['leaves'], left: [{ line: 3, text: '2,25', why: 'group', nodeId: '2' }] })
  })
  it('goes down the leaves alone where that is asked for, and says that it could be meant otherwise', () => {
    const plan = layPaste(rows, '0,5\n1.75\n1\n', '1.1', 'points', 'leaves')
    expect(plan).toMatchObject({ by: 'leaves', others: ['rows'] })
    expect(plan.cells.map(short)).toStrictEqual(['1.1 points 0.5', '1.2 points 1.75', '2.1 points 1'])
  })
  it('has one way only where no group lies between', () => {
    expect(layPaste(rows, '0,5\n1', '1.1', 'points').others).toStrictEqual([])
  })
  it('leaves alone what is computed from facts', () => {
    const ruled = rows.map((each) => (each.id === '1.2' ? { ...each, rule: { kind: 'ratio' } } : each))
    expect(layPaste(ruled, '0,5\n1', '1.1', 'points')).toMatchObject({
      cells: [{ nodeId: '1.1' }],
      left: [{ line: 2, why: 'facts', nodeId: '1.2' }],
    })
  })
  it('says what does not fit and keeps its text', () => {
    expect(layPaste(rows, '1,5\nkhông\n\n1\n0,5', '1.1', 'points').cells.map(short)).toStrictEqual([
      '1.1 points 1,5 abovePoints',
      '1.2 points không invalidPoints',
      '2.1 points 1',
      '2.2 points 0,5 notSelfScored',
    ])
  })
  it('puts the second column into the explanation and changes nothing where a cell is empty', () => {
    expect(layPaste(rows, '0,5\tQĐ 12/QĐ-UBND\n\tđang làm', '1.1', 'points').cells.map(short)).toStrictEqual([
      '1.1 points 0.5',
      '1.1 explanation QĐ 12/QĐ-UBND',
      '1.2 explanation đang làm',
    ])
  })
  it('tells of rows beyond the last leaf and of columns without a place', () => {
    expect(layPaste(rows, '1\tx\tthừa\n\n0,5\n7', '2.1', 'points').left).toStrictEqual([
      { line: 1, text: 'thừa', why: 'beyond' },
      { line: 3, text: '0,5', why: 'beyond' },
      { line: 4, text: '7', why: 'beyond' },
    ])
  })
  it('goes by the codes of the first column, passing over sums of groups and the column of maxima', () => {
    const block = 'STT\tTên\tĐiểm chuẩn\tTự chấm\n1\tLĩnh vực\t3\t2\n1.2\tHai\t2\t1,5\n1.1\tMột\t1\t0,5\n9.9\tLạ\t1\t1'
    const plan = layPaste(rows, block, '2.1', 'points')
    expect(plan.by).toBe('code')
    expect(plan.cells.map(short)).toStrictEqual(['1.2 points 1.5', '1.1 points 0.5'])
    expect(plan.left.map(({ line, why }) => `${line} ${why}`)).toStrictEqual(['1 unknownCode', '2 group', '5 unknownCode'])
  })
  it('finds the column of codes wherever it stands, also with a dot after the code', () => {
    const plan = layPaste(rows, 'Một\t1.1.\t0,5\nHai\t1.2.\t1,5\nBa\t2.1.\t1', '2.1', 'points')
    expect(plan).toMatchObject({ by: 'code', left: [] })
    expect(plan.cells.map(short)).toStrictEqual(['1.1 points 0.5', '1.2 points 1.5', '2.1 points 1'])
  })
  it('never loses a filled cell: each has a place or is told of', () => {
    const cell = fc.constantFrom('', '0,5', '9', 'chữ', '1.2')
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('1.1', '2.1'),
        fc.constantFrom('rows' as const, 'leaves' as const),
        (block, start, way) => {
          const text = block.map((line) => line.join('\t')).join('\n')
          const plan = layPaste(rows, text, start, 'points', way)
          if (plan.by === 'code') return
          const filled = readClipboard(text).flat().filter(Boolean)
          const told = [...plan.cells.map((each) => each.text), ...plan.left.flatMap((each) => each.text.split(' '))]
          expect(told.sort()).toStrictEqual(filled.sort())
        },
      ),
      { seed: 20261121, numRuns: 300 },
    )
  })
})
