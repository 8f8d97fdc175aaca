import { describe, expect, it } from 'vitest'
import type { RawWord } from '../../core/document/raw-document.ts'
import { blocksOf } from './pdf-blocks.ts'
import type { Glyph } from './pdf-glyphs.ts'
import type { Rule } from './pdf-rules.ts'
import { wordsOf } from './pdf-words.ts'

const glyphs = (text: string, x: number, y: number, step = 6): readonly Glyph[] =>
  [...text].map((letter, at) => ({ text: letter, x: x + at * step, y, width: 6, height: 12 }))

describe('words of a page', () => {
  it('come together although their letters are drawn in another order, from two fonts', () => {
    const [k, e, h, o, a, c] = ['K', 'ế', 'h', 'o', 'ạ', 'c'].map((text, at) => ({
      text,
      x: at * 6 + (at > 1 ? 4 : 0),
      y: 100,
      width: 6,
      height: 12,
    }))
    const drawn = [k, h, o, c, e, a].filter((glyph) => glyph !== undefined)
    expect(wordsOf(drawn).map((word) => word.text)).toEqual(['Kế', 'hoạc'])
  })

  it('stand once when they are drawn twice for bold, and join marks to their letters', () => {
    const twice = [...glyphs('Sở', 10, 50), ...glyphs('Sở', 10.4, 50)]
    expect(wordsOf(twice).map((word) => word.text)).toEqual(['Sở'])
    const mark = { text: '\u0301', x: 16, y: 80, width: 0, height: 12 }
    expect(wordsOf([...glyphs('a', 10, 80), mark]).map((word) => word.text)).toEqual(['á'])
  })
})

const word = (text: string, x: number, y: number): RawWord => ({ text, x, y, width: text.length * 5, height: 10 })
const across = (at: number, from = 0, to = 200): Rule => ({ isHorizontal: true, at, from, to })
const down = (at: number, from = 0, to = 60): Rule => ({ isHorizontal: false, at, from, to })
const page = (number: number, words: readonly RawWord[], rules: readonly Rule[]) =>
  ({ page: { kind: 'page', page: number, width: 300, height: 400, words }, rules }) as const

describe('tables with drawn borders', () => {
  const frame = [across(0), across(20), across(60), down(0), down(50), down(200)]

  it('become cells: lines of a cell are one text, a centred number stays in its row', () => {
    const words = [word('STT', 5, 5), word('Tên', 60, 5), word('1.1', 5, 35), word('Kế', 60, 25), word('hoạch', 60, 42)]
    expect(blocksOf([page(1, [...words, word('Nơi', 5, 100)], frame)])).toMatchObject([
      { kind: 'grid', rows: [{ cells: [{ text: 'STT' }, { text: 'Tên' }] }, { cells: [{ text: '1.1' }, { text: 'Kế hoạch' }] }] },
      { kind: 'text', lines: [{ text: 'Nơi' }] },
    ])
  })

  it('have merged cells where a border is missing', () => {
    const merged = [across(0), across(20, 50), across(60), down(0), down(50), down(120, 20), down(200)]
    expect(blocksOf([page(1, [word('A', 5, 30), word('B', 60, 5), word('C', 60, 30), word('D', 130, 30)], merged)])).toMatchObject([
      {
        rows: [
          {
            cells: [
              { text: 'A', rowSpan: 2 },
              { text: 'B', columnSpan: 2 },
            ],
          },
          {
            cells: [
              { column: 1, text: 'C' },
              { column: 2, text: 'D' },
            ],
          },
        ],
      },
    ])
  })

  it('go on over pages: repeated headings and page numbers fall away, a broken row is joined', () => {
    const first = [word('STT', 5, 5), word('Tên', 60, 5), word('1', 5, 30), word('Kiểm', 60, 30)]
    const second = [word('STT', 5, 5), word('Tên', 60, 5), word('tra', 60, 30), word('2', 100, 390)]
    const [grid] = blocksOf([page(1, first, frame), page(2, second, frame)])
    expect(grid).toMatchObject({ rows: [{ cells: [{ text: 'STT' }, { text: 'Tên' }] }, { cells: [{ text: '1' }, { text: 'Kiểm tra' }] }] })
  })

  it('are no tables where nothing is drawn: the words stay with their places', () => {
    expect(blocksOf([page(1, [word('STT', 5, 5)], [])])).toMatchObject([{ kind: 'page', words: [{ text: 'STT' }] }])
  })
})
