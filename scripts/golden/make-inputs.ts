/** Makes the inputs of `golden/` from the facts in its folders, mostly by LibreOffice and pdftotext. Run it where these are installed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsOf, goldenFolder } from './facts.ts'
import { layOutCriteria, layOutRanking, layOutRoadmap, layOutScoreSheet } from './lay-out.ts'
import { mergeDown, type PrintedTable, reorder, repeatHeadings } from './printed-table.ts'
import { convert, copyText } from './programs.ts'
import { tableFods } from './write-fods.ts'
import { tableHtml } from './write-html.ts'
import { tableDocx, tableXlsx } from './write-office.ts'

const complete = 'DejaVu Serif'
/** Lacks many Vietnamese letters here: the PDF borrows them from a second font, letter by letter. */
const incomplete = 'Times New Roman'

const place = (table: string, name: string): string => {
  mkdirSync(join(goldenFolder, table), { recursive: true })
  return join(goldenFolder, table, `input-${name}`)
}

const writer = (table: string, name: string, printed: PrintedTable, font = complete, border = 1): string => {
  const target = place(table, name)
  const filter = name.endsWith('.pdf') ? 'pdf:writer_web_pdf_Export' : 'docx:MS Word 2007 XML'
  convert(tableHtml(printed, font, border), 'html', filter, target)
  return target
}

const calc = (table: string, name: string, printed: PrintedTable): void => {
  const filter = name.endsWith('.csv') ? `csv:Text - txt - csv (StarCalc):${name.includes('tab') ? 9 : 59},34,76,1` : name.endsWith('.ods') ? 'ods' : 'xlsx'
  convert(tableFods(printed), 'fods', filter, place(table, name))
}

const texts = (table: string, pdf: string): void => {
  copyText(pdf, '-layout', place(table, 'pdftotext-layout.txt'))
  copyText(pdf, '-raw', place(table, 'pdftotext-raw.txt'))
}

const own = async (table: string, name: string, printed: PrintedTable, isNumbered = false): Promise<void> =>
  writeFileSync(place(table, name), name.endsWith('.docx') ? await tableDocx(printed, isNumbered) : await tableXlsx(printed))

const tables: Readonly<Record<string, (table: string) => Promise<void>>> = {
  'binh-phuoc-2022': async (table) => {
    const facts = factsOf(table)
    writer(table, 'writer-merged.docx', mergeDown(layOutCriteria(facts, { headingsAbove: true }), 3))
    calc(table, 'calc.xlsx', layOutCriteria(facts, { decimal: 'number' }))
    calc(table, 'calc-semicolon.csv', layOutCriteria(facts))
    calc(table, 'calc-tab.csv', layOutCriteria(facts))
    await own(table, 'own-reordered.xlsx', reorder(layOutCriteria(facts, { decimal: 'number', points: 'Điểm tối đa' }), [0, 3, 1, 4, 2]))
    await own(table, 'own.docx', layOutCriteria(facts, { points: 'Điểm theo quy định' }))
    writer(table, 'writer-borrowed-letters.pdf', layOutCriteria(facts, { headingsAbove: true }), incomplete)
    writer(table, 'writer-borderless.pdf', layOutCriteria(facts), complete, 0)
    texts(table, writer(table, 'writer.pdf', layOutCriteria(facts)))
  },
  'binh-phuoc-2022-la-ma': async (table) => {
    const facts = factsOf(table)
    calc(table, 'calc-repeated-headings.xlsx', repeatHeadings(layOutCriteria(facts), 30))
    writer(table, 'writer-repeated-headings.docx', repeatHeadings(layOutCriteria(facts), 25))
    calc(table, 'calc-code-with-name.xlsx', layOutCriteria(facts, { codeWithName: true, decimal: 'number' }))
    await own(table, 'own-code-with-name.docx', layOutCriteria(facts, { codeWithName: true }))
    writer(table, 'writer.pdf', layOutCriteria(facts))
  },
  'ha-noi-2018-lo-trinh': async (table) => {
    const printed = layOutRoadmap(factsOf(table), 1)
    writer(table, 'writer.docx', printed)
    calc(table, 'calc.xlsx', mergeDown(printed, 4))
    calc(table, 'calc-semicolon.csv', printed)
    await own(table, 'own.docx', printed)
    copyText(writer(table, 'writer.pdf', printed), '-layout', place(table, 'pdftotext-layout.txt'))
  },
  'so-cach-tinh-diem': async (table) => {
    const printed = layOutCriteria(factsOf(table), { points: 'Điểm tối đa' })
    writer(table, 'writer.docx', printed)
    calc(table, 'calc.xlsx', printed)
    writer(table, 'writer.pdf', printed)
    writeFileSync(place(table, 'own-rows.json'), `${JSON.stringify([...printed.headings, ...printed.rows].map((row) => row.map(({ text }) => text)))}\n`)
  },
  'huyen-diem-cong-tru': async (table) => {
    const printed = layOutCriteria(factsOf(table), { points: 'Thang điểm' })
    writer(table, 'writer.docx', mergeDown(printed, 3))
    texts(table, writer(table, 'writer.pdf', printed))
  },
  'xa-danh-so-lai': async (table) => {
    const printed = layOutCriteria(factsOf(table), { decimal: 'number', points: 'Điểm tối đa' })
    calc(table, 'calc.xlsx', printed)
    calc(table, 'calc.ods', printed)
    await own(table, 'own-automatic-numbers.docx', printed, true)
  },
  'phieu-cham-diem-phuong': async (table) => {
    const printed = layOutScoreSheet(factsOf(table))
    calc(table, 'calc.xlsx', printed)
    writer(table, 'writer.docx', printed)
    calc(table, 'calc-semicolon.csv', printed)
  },
  'xep-hang-so-2025': async (table) => {
    const printed = layOutRanking(factsOf(table))
    calc(table, 'calc.xlsx', printed)
    calc(table, 'calc-tab.csv', printed)
    writer(table, 'writer.pdf', printed)
    writer(table, 'writer-borderless.pdf', printed, complete, 0)
  },
  'so-lo-trinh-2025': async (table) => {
    const printed = layOutRoadmap(factsOf(table), 1)
    calc(table, 'calc.xlsx', printed)
    writer(table, 'writer.docx', printed)
  },
}

const wanted = process.argv.slice(2)
for (const [table, make] of Object.entries(tables)) if (wanted.length === 0 || wanted.includes(table)) await make(table)
