import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from './docx.ts'

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const part = (root: string, body: string): Uint8Array => strToU8(`<?xml version="1.0"?><w:${root} ${namespace}>${body}</w:${root}>`)
const docx = (body: string, more: Record<string, Uint8Array> = {}) =>
  readDocx(zipSync({ 'word/document.xml': part('document', `<w:body>${body}</w:body>`), ...more }))

const paragraph = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const numbered = (level: number, id: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`

const level = (depth: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = {
  'word/numbering.xml': part(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum>
     <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
     <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
  ),
  'word/styles.xml': part(
    'styles',
    `<w:style w:styleId="Muc"><w:pPr>${numbered(1, 1)}</w:pPr></w:style><w:style w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>`,
  ),
}

const lines = (result: ReturnType<typeof docx>): readonly string[] =>
  result.ok ? result.value.blocks.flatMap((block) => (block.kind === 'text' ? block.lines.map((line) => line.text) : [])) : []

describe('a Word document', () => {
  it('gives the automatic numbers that stand nowhere in its text', () => {
    const body = [numbered(0, 1), numbered(1, 1), numbered(2, 1), numbered(2, 1), numbered(0, 1), numbered(1, 1)].map((each) =>
      paragraph('x', each),
    )
    expect(lines(docx(body.join(''), numbering))).toEqual(['I. x', 'I.1 x', 'a) x', 'b) x', 'II. x', 'II.1 x'])
  })

  it('numbers by style, by inherited style, and from a start of its own', () => {
    const body = paragraph('x', '<w:pStyle w:val="Muc"/>') + paragraph('y', '<w:pStyle w:val="MucCon"/>') + paragraph('z', numbered(0, 2))
    expect(lines(docx(body, numbering))).toEqual(['I.1 x', 'I.2 y', 'V. z'])
  })

  it('leaves out what is deleted or hidden and keeps what is inserted, breaks and tabs', () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
    const body = `<w:p><w:del>${run('cũ')}</w:del><w:ins>${run('mới')}</w:ins><w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>`
    expect(lines(docx(body))).toEqual(['mới\ta', 'b'])
  })

  it('reads text boxes once, though they stand twice', () => {
    const box = `<w:txbxContent>${paragraph('trong khung')}</w:txbxContent>`
    const body = `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(lines(docx(body)).filter((line) => line !== '')).toEqual(['trong khung'])
  })

  it('gives merged cells once, at their top left, with their spans', () => {
    const [start, goesOn] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']
    const table = `<w:tbl>${row(cell(paragraph('STT'), start), cell(paragraph('Đơn vị'), '<w:gridSpan w:val="2"/>'))}
      ${row(cell('<w:p/>', goesOn), cell(paragraph('Chủ trì')), cell(paragraph('Phối hợp')))}</w:tbl>`
    expect(docx(table)).toMatchObject({
      ok: true,
      value: {
        blocks: [
          {
            kind: 'grid',
            rows: [
              {
                line: 1,
                cells: [
                  { column: 0, text: 'STT', rowSpan: 2 },
                  { column: 1, text: 'Đơn vị', columnSpan: 2 },
                ],
              },
              {
                line: 2,
                cells: [
                  { column: 1, text: 'Chủ trì' },
                  { column: 2, text: 'Phối hợp' },
                ],
              },
            ],
          },
        ],
      },
    })
  })

  it('keeps a small table within a cell as its text and gives a large one as a table of its own', () => {
    const inner = (count: number): string =>
      `<w:tbl>${row(cell(paragraph('a')), cell(paragraph('b')), cell(paragraph('c'))).repeat(count)}</w:tbl>`
    const kinds = (count: number) => {
      const result = docx(`<w:tbl>${row(cell(paragraph('trước') + inner(count)))}</w:tbl>`)
      return result.ok
        ? result.value.blocks.map((block) => (block.kind === 'grid' ? [block.rows.length, block.rows[0]?.cells[0]?.text] : block.kind))
        : result
    }
    expect(kinds(1)).toEqual([[1, 'trước\na b c']])
    expect(kinds(6)).toEqual([
      [1, 'trước'],
      [6, 'a'],
    ])
  })

  it('refuses entities, which Office never writes', () => {
    const hostile = strToU8(
      `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aa">]><w:document ${namespace}><w:body>&a;</w:body></w:document>`,
    )
    expect(readDocx(zipSync({ 'word/document.xml': hostile }))).toMatchObject({ ok: false, problems: [{ reason: 'hostile' }] })
  })
})
