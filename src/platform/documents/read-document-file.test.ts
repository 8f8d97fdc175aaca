import { performance } from 'node:perf_hooks'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document.ts'
import { readDocumentFile } from './read-document-file.ts'

const golden = join(import.meta.dirname, '../../../golden')
const relationships = (type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`

/** The least workbook that Excel would open, with one sheet as given. */
const workbook = (sheet: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(relationships('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8('<workbook xmlns="x" xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(relationships('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="x"><sheetData>${sheet}</sheetData></worksheet>`),
  })

const pdf = (content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj ',
    ),
    Buffer.from(`4 0 obj<</Length ${content.length}/Filter/FlateDecode>>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj trailer<</Root 1 0 R>>'),
  ])

const refusal = async (bytes: Uint8Array, name = 'x') => {
  const result = await readDocumentFile(bytes, name)
  return result.ok ? 'read' : result.problems[0]
}

describe('a file that cannot be a table', () => {
  it.each(readdirSync(golden).filter((name) => name.startsWith('bad-')))('gets its own problem: %s', async (name) => {
    const folder = join(golden, name)
    const [input = ''] = readdirSync(folder).filter((each) => each.startsWith('input'))
    const { problems } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
    expect(await refusal(readFileSync(join(folder, input)), input)).toMatchObject(problems[0])
  })

  it('is refused by its cells when two of them stand in opposite corners of a sheet', async () => {
    const corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(await refusal(workbook(corners))).toMatchObject({ code: 'tooLarge', what: 'cells', actual: '17179869184' })
  })

  it('is stopped when it swells in memory beyond the heap', async () => {
    const bomb = pdf(deflateSync(Buffer.alloc(1_000_000_000, 0x20), { level: 9 }))
    const before = process.memoryUsage().rss
    expect(await refusal(bomb)).toMatchObject({ code: 'tooLarge', what: 'memory' })
    expect(process.memoryUsage().rss - before).toBeLessThan(1_500_000_000)
  })

  it('is refused when it nests without end', async () => {
    const nested = `${'<w:ins>'.repeat(100_000)}${'</w:ins>'.repeat(100_000)}`
    const docx = zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${nested}</w:body></w:document>`) })
    expect(await refusal(docx)).toMatchObject({ code: 'unreadableFile', reason: 'broken' })
    expect(await refusal(Buffer.from('['.repeat(3_000_000)), 'x.json')).toMatchObject({ code: 'unreadableFile' })
  })

  it('is refused at once by its size', async () => {
    expect(await refusal(new Uint8Array(40 * 1024 * 1024))).toMatchObject({ code: 'tooLarge', what: 'bytes' })
  })

  it('is refused by its rows before the core has to look at them', async () => {
    expect(await refusal(Buffer.from('a;b\n'.repeat(60_000)), 'x.csv')).toMatchObject({ code: 'tooLarge', what: 'rows' })
  })
})

describe('the format of a file', () => {
  it('is told by content, whatever its name says', async () => {
    const result = await parseDocument(workbook('<row r="1"><c r="A1"><v>0.30000000000000004</v></c></row>'), 'bang.docx')
    expect(result).toMatchObject({
      ok: true,
      value: { format: 'xlsx', blocks: [{ rows: [{ cells: [{ text: '0.3', isNumber: true }] }] }] },
    })
  })
})

it('a long table leaves the thread that asked for it free', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, index) => `${Math.floor(index / 50) + 1}.${(index % 50) + 1},Tiêu chí thử nghiệm số ${index},1`,
  )
  const table = Buffer.from(`STT,Tiêu chí,Điểm tối đa\n${rows.join('\n')}\n`)
  const before = performance.eventLoopUtilization()
  const result = await readDocumentFile(table, 'bang.csv', 'criteria')
  const { utilization } = performance.eventLoopUtilization(before)
  expect(result.ok && result.value.framework?.nodes.length).toBeGreaterThan(50)
  expect(utilization).toBeLessThan(0.5)
})
