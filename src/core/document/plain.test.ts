import { expect, it } from 'vitest'
import { cutPlain } from './cut-plain.ts'
import { linesOfPlain, plainOfDocument } from './plain-of-document.ts'
import type { RawDocument } from './raw-document.ts'

const cell = (column: number, text: string) => ({ column, text })
const document: RawDocument = {
  format: 'docx',
  blocks: [
    {
      kind: 'text',
      lines: [
        { text: 'QUYẾT ĐỊNH', line: 1 },
        { text: 'Về việc công bố', line: 2 },
      ],
    },
    {
      kind: 'grid',
      name: 'Phụ lục',
      rows: [
        { line: 1, cells: [cell(0, 'TT'), cell(2, 'Điểm')] },
        { line: 2, cells: [cell(0, '1'), cell(1, 'Kế hoạch'), cell(2, '2')] },
      ],
    },
    {
      kind: 'page',
      page: 1,
      width: 595,
      height: 842,
      words: [
        { text: 'nghị', x: 60, y: 100, width: 20, height: 12 },
        { text: 'Kính', x: 30, y: 100.4, width: 25, height: 12 },
        { text: 'đề', x: 82, y: 100, width: 12, height: 12 },
      ],
    },
  ],
}

it('a document is told in its order: text, tables with their gaps, words of a page in lines', () => {
  const plain = plainOfDocument(document)
  expect(plain.parts).toEqual([
    { kind: 'text', lines: ['QUYẾT ĐỊNH', 'Về việc công bố'] },
    {
      kind: 'table',
      name: 'Phụ lục',
      rows: [
        ['TT', '', 'Điểm'],
        ['1', 'Kế hoạch', '2'],
      ],
    },
    { kind: 'text', lines: ['Kính nghị đề'] },
  ])
  expect(linesOfPlain(plain)).toEqual(['QUYẾT ĐỊNH', 'Về việc công bố', 'TT\t\tĐiểm', '1\tKế hoạch\t2', 'Kính nghị đề'])
})

it('a long document is cut between lines and says so; a short one is whole', () => {
  const plain = plainOfDocument(document)
  expect(cutPlain(plain)).toEqual({ ...plain, isCut: false })
  expect(cutPlain(plain, 36)).toEqual({
    parts: [plain.parts[0], { kind: 'table', name: 'Phụ lục', rows: [['TT', '', 'Điểm']] }],
    isCut: true,
  })
})
