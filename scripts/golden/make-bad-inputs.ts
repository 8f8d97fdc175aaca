/** Makes the inputs of `golden/bad-*`: files that must be refused, each with its own sentence. Run it where LibreOffice is installed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { goldenFolder } from './facts.ts'
import { cell, type PrintedTable } from './printed-table.ts'
import { convert, drawPage } from './programs.ts'
import { tableFods } from './write-fods.ts'
import { tableHtml } from './write-html.ts'

const small: PrintedTable = { above: ['Bảng thử'], headings: [[cell('STT'), cell('Tiêu chí'), cell('Điểm')]], rows: [[cell('1'), cell('Kế hoạch'), cell('2')]], widths: [10, 70, 20] }
const html = tableHtml(small, 'DejaVu Serif')

/** A folder with what the refusal must say, and the place of its input. */
const bad = (name: string, extension: string, refusal: Readonly<Record<string, string>>): string => {
  const folder = join(goldenFolder, `bad-${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify({ problems: [refusal] }, null, 1)}\n`)
  return join(folder, `input.${extension}`)
}
const unreadable = (reason: string) => ({ code: 'unreadableFile', reason })

convert(html, 'html', 'doc:MS Word 97', bad('old-word', 'doc', unreadable('oldFormat')))
convert(tableFods(small), 'fods', 'xls:MS Excel 97', bad('old-excel', 'xls', unreadable('oldFormat')))
convert(html, 'html', 'rtf:Rich Text Format', bad('rich-text', 'rtf', unreadable('oldFormat')))
const password = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"mat-khau"}}'
convert(html, 'html', `pdf:writer_web_pdf_Export:${password}`, bad('locked-pdf', 'pdf', unreadable('encrypted')))
drawPage(join(goldenFolder, 'binh-phuoc-2022/input-writer.pdf'), bad('picture-named-docx', 'docx', unreadable('unknownFormat')))

const picture = readFileSync(join(goldenFolder, 'bad-picture-named-docx/input.docx'))
const image = new ImageRun({ type: 'png', data: picture, transformation: { width: 600, height: 420 } })
const scan = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: [image] })] }] }))
convert(scan, 'docx', 'pdf:writer_pdf_Export', bad('scan', 'pdf', unreadable('noText')))

const workbook = { sheets: [{ name: 'Bảng', rows: [['STT', 'Tiêu chí', 'Điểm']] }] }
writeFileSync(bad('locked-workbook', 'xlsx', unreadable('encrypted')), await writeXlsx({ ...workbook, encryption: { password: 'mat-khau', spinCount: 1000 } }))
writeFileSync(bad('empty', 'txt', unreadable('empty')), '')
const whole = readFileSync(join(goldenFolder, 'binh-phuoc-2022/input-writer-merged.docx'))
writeFileSync(bad('cut-off', 'docx', unreadable('broken')), whole.subarray(0, whole.length / 2))
const entities = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>`
writeFileSync(bad('entities', 'docx', unreadable('hostile')), zipSync({ 'word/document.xml': strToU8(entities) }))
writeFileSync(bad('inflating', 'docx', { code: 'tooLarge', what: 'inflated' }), zipSync({ 'word/document.xml': new Uint8Array(100_000_000) }, { level: 9 }))
