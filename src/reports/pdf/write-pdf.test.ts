import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { paperFontFolders } from '../../platform/files/paper-fonts.ts'
import { drawing, textAt } from '../charts/svg.ts'
import { layOut } from '../lay-out.ts'
import type { Report } from '../report.ts'
import { samplePlan } from '../testing.ts'
import { makePdfCompiler, type PdfCompiler, writePdf } from './write-pdf.ts'

interface Word {
  readonly text: string
  readonly x: number
  readonly top: number
  readonly size: number
  readonly width: number
}

let compiler: PdfCompiler
let bytes: Uint8Array
let pages: readonly (readonly Word[])[]

const millimetres = (points: number): number => (points / 72) * 25.4

/** Every word of every page with its place in millimetres from the upper left. */
const readWords = async (pdf: Uint8Array): Promise<readonly (readonly Word[])[]> => {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1)
      const height = page.view[3] ?? 0
      const { items } = await page.getTextContent()
      return items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
        return [{ text: item.str.normalize('NFC'), x: millimetres(x), top: millimetres(height - y), size, width: millimetres(item.width) }]
      })
    }),
  )
}

const wordOf = (text: string): Word | undefined => pages.flat().find((each) => each.text.includes(text))

beforeAll(async () => {
  compiler = await makePdfCompiler(paperFontFolders())
  bytes = writePdf(compiler, layOut(samplePlan))
  pages = await readWords(bytes)
})

describe('a PDF', () => {
  it('says of itself that it is PDF/A-2b', () => {
    const metadata = Buffer.from(bytes).toString('latin1')
    expect(metadata).toMatch(/<pdfaid:part>2</)
    expect(metadata).toMatch(/<pdfaid:conformance>B</)
  })

  it('carries what PDF/A asks for: the colours it means, and every face it writes in', async () => {
    const written = Buffer.from(bytes).toString('latin1')
    expect(written).toMatch(/\/Type ?\/OutputIntent/)
    expect(written).toMatch(/\/S ?\/GTS_PDFA1/)
    expect(written).toContain('/DestOutputProfile')
    expect(written).not.toMatch(/\/Encrypt|\/JavaScript|\/Launch/)
    const faces = [...written.matchAll(/\/Type ?\/FontDescriptor[\s\S]*?>>/g)].map(([descriptor]) => descriptor)
    expect(faces.length).toBeGreaterThanOrEqual(3)
    for (const face of faces) expect(face).toMatch(/\/FontFile[23]?/)
  })

  it('of a long table keeps every row on its page and in its order', async () => {
    const [table] = samplePlan.body.filter(({ kind }) => kind === 'table')
    if (table?.kind !== 'table') throw new Error('no table')
    const rows = Array.from({ length: 600 }, (_, at) => ({
      cells: [{ text: `${at}` }, { text: 'UBND xã' }, { figure: '0.75' }, { text: 'a' }, { text: 'b' }],
    }))
    const long: Report = { ...samplePlan, body: [{ kind: 'table', table: { ...table.table, rows } }], annexes: [] }
    const drawn = writePdf(compiler, layOut(long))
    const read = await readWords(drawn)
    const orders = read.flatMap((words) =>
      words.flatMap(({ text, x, top }) => (/^\d+$/.test(text) && x < 45 && top > 20 ? [Number(text)] : [])),
    )
    expect(orders).toHaveLength(600)
    expect(orders.filter((order, at) => order !== at)).toEqual([])
    for (const word of read.flat()) expect(word.top).toBeLessThanOrEqual(277)
  })

  it('keeps the margins: nothing begins left of 30 mm or ends right of 195 mm, nothing of the text above 20 mm or below 277 mm', () => {
    const portrait = pages.slice(0, -2)
    for (const word of portrait.flat()) {
      expect(word.x).toBeGreaterThanOrEqual(29.9)
      expect(word.x + word.width).toBeLessThanOrEqual(195.3)
      expect(word.top).toBeLessThanOrEqual(277)
      if (!/^\d+$/.test(word.text)) expect(word.top).toBeGreaterThanOrEqual(20)
    }
  })

  it('writes in the sizes of the decree', () => {
    expect(wordOf('CỘNG HÒA')?.size).toBeCloseTo(12)
    expect(wordOf('Độc lập')?.size).toBeCloseTo(13)
    expect(wordOf('KẾ HOẠCH')?.size).toBeCloseTo(14)
    expect(wordOf('Trên đây')?.size).toBeCloseTo(14)
    expect(wordOf('Nơi nhận')?.size).toBeCloseTo(12)
    expect(wordOf('Sở Nội vụ')?.size).toBeCloseTo(11)
  })

  it('begins a paragraph 12.7 mm in', () => {
    expect((wordOf('Trên đây')?.x ?? 0) - 30).toBeCloseTo(12.7, 1)
  })

  it('numbers pages from the second, centred in the top margin, and each annex from one again', () => {
    const numbers = pages.map((words) => words.find(({ top, text }) => top < 20 && /^\d+$/.test(text)))
    expect(numbers[0]).toBeUndefined()
    expect(numbers[1]?.text).toBe('2')
    expect((numbers[1]?.x ?? 0) + (numbers[1]?.width ?? 0) / 2).toBeCloseTo(30 + 165 / 2, 0)
    expect(numbers.slice(-2)).toEqual([undefined, undefined])
  })

  it('keeps what is written as words, whatever it looks like to a compiler', async () => {
    const hostile = '#panic("x") $a$ \\ "quoted" *bold* _it_ @ref <label> `raw` #let // /* [x] {y}'
    const report: Report = { ...samplePlan, body: [{ kind: 'paragraph', text: hostile }], annexes: [] }
    const { text } = await extractText(await getDocumentProxy(writePdf(compiler, layOut(report))), { mergePages: true })
    expect(text.replaceAll(/\s+/g, ' ')).toContain(`${hostile.replace(/\s+/g, ' ')}./.`)
  })

  it('comes out whatever letters people typed: a box stands for one that the font lacks, and what is no character is left out', async () => {
    const strange = 'Vui 😀 ｆ ا 漢 \ue000 x\u0000\u0085\ufffe\ud800\u200d\u2028y “đủ”'
    const picture = { kind: 'picture', caption: strange, ...drawing(100, 20, [textAt(2, 10, strange)]) } as const
    const body: Report['body'] = [
      {
        kind: 'paragraph',
        text: [
          { text: strange, bold: true },
          { text: strange, italic: true },
        ],
      },
    ]
    const { runs } = layOut({ ...samplePlan, body, annexes: [] })
    const withPicture = runs.map((run) => ({ ...run, pieces: [...run.pieces, picture] }))
    const drawn = writePdf(compiler, { runs: withPicture, title: strange, author: strange, mark: strange })
    const { text } = await extractText(await getDocumentProxy(drawn), { mergePages: true })
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Vui □ f □ □ □ x')
    expect(text).toContain('“đủ”')
  })

  it('comes out for every letter that there is', () => {
    const all = Array.from({ length: 0x3_0000 }, (_, code) => String.fromCodePoint(code)).filter((letter) => letter !== '\n')
    const lines = Array.from({ length: 0x300 }, (_, at) => [{ text: all.slice(at * 256, at * 256 + 256).join('') }])
    const body: Report['body'] = [{ kind: 'paragraph', text: 'x' }, ...lines.map((text) => ({ kind: 'paragraph', text }) as const)]
    expect(writePdf(compiler, layOut({ ...samplePlan, body, annexes: [] })).length).toBeGreaterThan(10_000)
  })

  it('comes out with a title as long as anybody can send', () => {
    const title = 'Kế hoạch '.repeat(8000)
    expect(
      writePdf(compiler, { ...layOut({ ...samplePlan, body: [{ kind: 'paragraph', text: title }], annexes: [] }), title }).length,
    ).toBeGreaterThan(10_000)
  })

  it('holds pictures with the words for who cannot see them', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const figure = { png, width: 80, height: 40, caption: 'Biểu đồ điểm theo lĩnh vực' }
    const drawn = writePdf(compiler, layOut({ ...samplePlan, body: [{ kind: 'figure', figure }], annexes: [] }))
    const { text } = await extractText(await getDocumentProxy(drawn), { mergePages: true })
    expect(text).toContain('Biểu đồ điểm theo lĩnh vực')
  })
})
