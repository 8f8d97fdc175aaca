import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Points, parsePoints, pointsText } from '../exact/points.ts'
import { layPaste, type PasteRow } from './lay-paste.ts'
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
    expect(readClipboard('0,5\tcó kế hoạch\r\n\tx\r\n')).toEqual([
      ['0,5', 'có kế hoạch'],
      ['', 'x'],
    ])
  })
  it('takes a quoted cell with line breaks and quotes as one', () => {
    expect(readClipboard('1\t"dòng 1\nvà ""dòng 2"""\n2\tb')).toEqual([
      ['1', 'dòng 1 và "dòng 2"'],
      ['2', 'b'],
    ])
  })
  it('keeps a row that ends in an empty cell, and a single cell', () => {
    expect(readClipboard('1\t')).toEqual([['1', '']])
    expect(readClipboard('0.75')).toEqual([['0.75']])
  })
  it('gives back every block that a spreadsheet writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', 'đ'), maxLength: 6 })
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
    const written = (text: string): string => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(block, (cells) => {
        expect(readClipboard(cells.map((line) => `${line.map(written).join('\t')}\r\n`).join(''))).toEqual(cells)
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })
})

describe('laying a block over the sheet', () => {
  it('goes down consecutive leaves over the rows of groups, comma or dot', () => {
    expect(layPaste(rows, '0,5\n1.75\n1\n', '1.1', 'points').cells.map(short)).toEqual([
      '1.1 points 0.5',
      '1.2 points 1.75',
      '2.1 points 1',
    ])
  })
  it('says what does not fit and keeps its text', () => {
    expect(layPaste(rows, '1,5\nkhông\n1\n0,5', '1.1', 'points').cells.map(short)).toEqual([
      '1.1 points 1,5 abovePoints',
      '1.2 points không invalidPoints',
      '2.1 points 1',
      '2.2 points 0,5 notSelfScored',
    ])
  })
  it('puts the second column into the explanation and changes nothing where a cell is empty', () => {
    expect(layPaste(rows, '0,5\tQĐ 12/QĐ-UBND\n\tđang làm', '1.1', 'points').cells.map(short)).toEqual([
      '1.1 points 0.5',
      '1.1 explanation QĐ 12/QĐ-UBND',
      '1.2 explanation đang làm',
    ])
  })
  it('tells of rows beyond the last leaf and of columns without a place', () => {
    expect(layPaste(rows, '1\tx\tthừa\n\n0,5\n7', '2.1', 'points').left).toEqual([
      { line: 1, text: 'thừa' },
      { line: 3, text: '0,5' },
      { line: 4, text: '7' },
    ])
  })
  it('goes by the codes of the first column, passing over sums of groups and the column of maxima', () => {
    const block = 'STT\tTên\tĐiểm chuẩn\tTự chấm\n1\tLĩnh vực\t3\t2\n1.2\tHai\t2\t1,5\n1.1\tMột\t1\t0,5\n9.9\tLạ\t1\t1'
    const plan = layPaste(rows, block, '2.1', 'points')
    expect(plan.by).toBe('code')
    expect(plan.cells.map(short)).toEqual(['1.2 points 1.5', '1.1 points 0.5'])
    expect(plan.left.map(({ line }) => line)).toEqual([1, 5])
  })
  it('never loses a filled cell: each has a place or is told of', () => {
    const cell = fc.constantFrom('', '0,5', '9', 'chữ', '1.2')
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('1.1', '2.1'),
        (block, start) => {
          const text = block.map((line) => line.join('\t')).join('\n')
          const plan = layPaste(rows, text, start, 'points')
          if (plan.by === 'code') return
          const filled = readClipboard(text).flat().filter(Boolean)
          const told = [...plan.cells.map((each) => each.text), ...plan.left.flatMap((each) => each.text.split(' '))]
          expect(told.sort()).toEqual(filled.sort())
        },
      ),
      { seed: 20261121, numRuns: 300 },
    )
  })
})
