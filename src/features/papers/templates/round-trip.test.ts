import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../core/problem.ts'
import type { Result } from '../../../core/result.ts'
import { type PaperKind, paperKindWords } from '../../../language/reports/paper-kind-words.ts'
import { parseWritten } from '../../../platform/documents/parse-document.ts'
import { defaultTemplate } from '../../../reports/templates/default-template.ts'
import { parseTemplate } from '../../../reports/templates/parse-template.ts'
import type { PaperTemplate } from '../../../reports/templates/template.ts'
import { writeTemplate } from '../../../reports/templates/write-template.ts'

const kinds = Object.keys(paperKindWords) as PaperKind[]
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const parse = async (kind: PaperKind, bytes: Uint8Array): Promise<Result<PaperTemplate>> => {
  const written = await parseWritten(bytes, 'ban-mau.docx')
  return written.ok ? parseTemplate(kind, written.value) : written
}
const openTemplate = async (kind: PaperKind, bytes: Uint8Array): Promise<PaperTemplate> => {
  const parsed = await parse(kind, bytes)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
const problemsOf = async (kind: PaperKind, bytes: Uint8Array): Promise<readonly Problem[]> => {
  const parsed = await parse(kind, bytes)
  return parsed.ok ? [] : parsed.problems
}

/** The default template after somebody edited its document as Word would. */
const edited = (kind: PaperKind, edit: (document: string) => string, more: Readonly<Record<string, string>> = {}): Uint8Array => {
  const parts = unzipSync(writeTemplate(kind, defaultTemplate(kind)))
  const document = edit(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
  return zipSync({
    ...parts,
    'word/document.xml': strToU8(document),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  })
}
const paragraphs = (document: string): readonly string[] => document.match(/<w:p>.*?<\/w:p>/gs) ?? []
const withWords = (document: string, words: string): string => paragraphs(document).find((each) => each.includes(words)) ?? ''
const line = (text: string, properties = '', hand = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${hand}</w:rPr><w:t>${text}</w:t></w:r></w:p>`

describe('a template that leaves as a Word file', () => {
  it.each(kinds)('comes back the same: %s', async (kind) => {
    expect(plain(await openTemplate(kind, writeTemplate(kind, defaultTemplate(kind))))).toEqual(plain(defaultTemplate(kind)))
  })

  it('comes back the same after LibreOffice wrote it as ODT and as DOCX again', async () => {
    const bytes = readFileSync(join(import.meta.dirname, 'resaved-by-libreoffice.docx'))
    expect(plain(await openTemplate('improvementPlan', bytes))).toEqual(plain(defaultTemplate('improvementPlan')))
  })
})

describe('an edited template', () => {
  it('keeps wording, order, hands, alignment, numbers of Word, tables, breaks, repeats, conditions and annexes of its own', async () => {
    const table = `<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>${line('Họ tên')}</w:tc><w:tc>${line('Chức vụ')}</w:tc></w:tr><w:tr><w:tc>${line('«Lặp lại: Thành viên Hội đồng»')}${line('«Họ và tên»')}</w:tc><w:tc>${line('«Chức vụ, đơn vị công tác»', '<w:jc w:val="center"/>')}</w:tc></w:tr></w:tbl>`
    const own = [
      line('Ngày tốt', '<w:jc w:val="center"/>', '<w:i/>'),
      line('«Lặp lại: Thành viên Tổ giúp việc»'),
      line('- «Họ và tên», làm thư ký'),
      line('«Hết lặp lại»'),
      line('«Nếu có: Người ký»'),
      line('Do «Người ký» ký.'),
      line('«Hết nếu có»'),
      table,
      '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
      line('1. Mục', '', '<w:b/>'),
      line('«Phần: Phụ lục trang ngang»'),
      line('Danh sách năm «Năm đánh giá»'),
      line('Nội dung phụ lục'),
    ].join('')
    const bytes = edited('councilDecision', (document) => {
      const block = withWords(document, 'Khối: Thành viên Hội đồng')
      return document.replace(block, '').replace(withWords(document, 'Phần: Hướng dẫn'), (guide) => own + guide)
    })
    const { body, annexes } = await openTemplate('councilDecision', bytes)
    expect(body.some((each) => each.kind === 'part' && each.part === 'council')).toBe(false)
    expect(plain(body.slice(-6))).toEqual([
      { kind: 'block', block: { kind: 'paragraph', text: [{ text: 'Ngày tốt', italic: true }], align: 'center' } },
      {
        kind: 'each',
        list: 'Thành viên Tổ giúp việc',
        body: [{ kind: 'block', block: { kind: 'bullet', depth: 1, text: '«Họ và tên», làm thư ký' } }],
      },
      { kind: 'when', field: 'Người ký', body: [{ kind: 'block', block: { kind: 'paragraph', text: 'Do «Người ký» ký.' } }] },
      {
        kind: 'table',
        columns: [
          { heading: 'Họ tên', width: 1000, align: 'left' },
          { heading: 'Chức vụ', width: 3000, align: 'center' },
        ],
        rows: [{ each: 'Thành viên Hội đồng', cells: [['«Họ và tên»'], ['«Chức vụ, đơn vị công tác»']] }],
      },
      { kind: 'block', block: { kind: 'pageBreak' } },
      { kind: 'block', block: { kind: 'item', title: 'Mục' } },
    ])
    expect(plain(annexes)).toEqual([
      'composed',
      {
        title: 'Danh sách năm «Năm đánh giá»',
        orientation: 'landscape',
        body: [{ kind: 'block', block: { kind: 'paragraph', text: 'Nội dung phụ lục' } }],
      },
    ])
  })

  it('knows a field that Word split into runs of several hands', async () => {
    const split =
      '<w:r><w:t>«Tên </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>cơ</w:t></w:r><w:r><w:t xml:space="preserve"> quan»</w:t></w:r>'
    const bytes = edited('guidance', (document) =>
      document.replace('</w:body>', '</w:body>').replace(withWords(document, 'Đề nghị các cơ quan'), `<w:p>${split}</w:p>`),
    )
    const { body } = await openTemplate('guidance', bytes)
    expect(body.at(-1)).toEqual({ kind: 'block', block: { kind: 'paragraph', text: '«Tên cơ quan»' } })
  })

  it('names everything that a paper cannot keep, all at once, with its place and the words around it', async () => {
    const strange = [
      line('màu', '', '<w:color w:val="FF0000"/>'),
      line('phông', '', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
      line('gạch', '', '<w:u w:val="single"/>'),
      line('to', '', '<w:sz w:val="60"/>'),
      '<w:p><w:ins w:id="1"><w:r><w:t>thêm</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>bớt</w:delText></w:r></w:del></w:p>',
      '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>ý kiến</w:t></w:r></w:p>',
      '<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>',
      '<w:p><w:r><w:drawing/></w:r></w:p>',
      line('«Tên cơ qan» và «Ngôi sao»'),
      line('«Khối: Các bước»'),
      line('«Đoạn: gì đó»'),
      line('«Lặp lại: Thành viên Hội đồng»'),
    ].join('')
    const problems = await problemsOf(
      'councilDecision',
      edited('councilDecision', (document) => document.replace(withWords(document, 'Phần: Hướng dẫn'), (guide) => strange + guide)),
    )
    const kept = problems.flatMap((each) => (each.code === 'templateCannotKeep' ? [[each.what, each.text]] : []))
    expect(kept).toEqual([
      ['colour', 'màu'],
      ['font', 'phông'],
      ['underline', 'gạch'],
      ['fontSize', 'to'],
      ['trackedChange', 'thêm'],
      ['comment', 'ý kiến'],
      ['textBox', ''],
      ['picture', ''],
    ])
    expect(problems.every((each) => each.code !== 'templateCannotKeep' || (each.line ?? 0) > 10)).toBe(true)
    expect(problems.filter(({ code }) => code !== 'templateCannotKeep').map(({ code, at }) => [code, at])).toEqual([
      ['templateUnknownBlock', ''],
      ['templateUnknownMark', ''],
      ['templateMarkNotClosed', ''],
      ['templateUnknownField', 'Tên cơ qan'],
      ['templateUnknownField', 'Ngôi sao'],
    ])
    expect(problems.find(({ at }) => at === 'Tên cơ qan')).toMatchObject({ near: 'Tên cơ quan' })
  })

  it('names the sections that are gone', async () => {
    const bytes = edited('guidance', (document) => document.replace(withWords(document, 'Phần: Nội dung'), ''))
    expect(await problemsOf('guidance', bytes)).toContainEqual(
      expect.objectContaining({ code: 'templateMissingSection', section: '«Phần: Nội dung»' }),
    )
  })

  it('is refused with macros, with entities, and where it is no Word file', async () => {
    const reasonOf = async (bytes: Uint8Array) =>
      (await problemsOf('guidance', bytes)).map((each) => (each.code === 'unreadableFile' ? each.reason : each.code))
    expect(await reasonOf(edited('guidance', (document) => document, { 'word/vbaProject.bin': 'x' }))).toEqual(['hostile'])
    expect(
      await reasonOf(edited('guidance', (document) => document.replace('<w:document', '<!DOCTYPE d [<!ENTITY a "a">]><w:document'))),
    ).toEqual(['hostile'])
    expect(await reasonOf(strToU8('không phải Word'))).toEqual(['unknownFormat'])
  })
})

describe('a file that nobody wrote as a template', () => {
  const body = (more: string) => (document: string) => document.replace(withWords(document, '«Phần: Hướng dẫn»'), (guide) => more + guide)
  const codesOf = async (more: string): Promise<readonly string[]> =>
    (await problemsOf('determinationPlan', edited('determinationPlan', body(more)))).map(({ code }) => code)
  const nested = (open: string, close: string, times: number): string => line(open).repeat(times) + line('Lời') + line(close).repeat(times)

  it('is refused where repeats and conditions stand too deep within each other, once', async () => {
    expect(await codesOf(nested('«Lặp lại: Bước thực hiện»', '«Hết lặp lại»', 2))).toEqual([])
    expect(await codesOf(nested('«Lặp lại: Bước thực hiện»', '«Hết lặp lại»', 3))).toEqual(['templateTooDeep'])
    expect(await codesOf(nested('«Nếu có: Trích yếu»', '«Hết nếu có»', 500))).toEqual(['templateTooDeep'])
  })

  it('is refused where it is too long or holds what no paper can hold, with the paragraph', async () => {
    expect(await codesOf(line('a'.repeat(10_001)))).toEqual(['templateTooLarge'])
    expect(await codesOf(line('a «').repeat(3001))).toEqual(['templateTooLarge', 'templateTooLarge'])
    expect(await codesOf(['\u0000', '\ufffe', '&#xD800;'].map((strange) => line(`a${strange}b`)).join(''))).toEqual([
      'templateForbiddenLetters',
      'templateForbiddenLetters',
      'templateForbiddenLetters',
    ])
  })

  it('has no more problems told than somebody reads', async () => {
    const told = await codesOf(Array.from({ length: 300 }, (_, at) => line(`«Lạ ${at}»`)).join(''))
    expect([told.length, told.at(-1)]).toEqual([201, 'moreProblems'])
  })
})
