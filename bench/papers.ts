import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printRow, milliseconds, random } from './measure.ts'
import { layOut } from '../src/reports/lay-out.ts'
import { writeDocx } from '../src/reports/docx/write-docx.ts'
import { makePdfCompiler, writePdf } from '../src/reports/pdf/write-pdf.ts'
import { writeXlsx } from '../src/reports/xlsx/write-xlsx.ts'
import { paperFontFolders } from '../src/platform/files/paper-fonts.ts'
import { parsePaperDetails } from '../src/reports/papers/paper-details.ts'
import { composePaper } from '../src/reports/papers/compose-paper.ts'
import type { UnitSheet } from '../src/reports/papers/unit-sheet.ts'
import type { Ranking } from '../src/reports/papers/ranking.ts'
import type { Report } from '../src/reports/report.ts'

/** Promises: ≥ 50 score sheets of 120 rows a second as Word, ≥ 12 as PDF; a ranking annex of 3,321 rows and a workbook of 797,040 cells in 2 s, the workbook below 300 MiB. */
const next = random(7)
const details = parsePaperDetails({
  agency: 'Sở Nội vụ',
  agencyMark: 'SNV',
  place: 'Minh Họa',
  date: '2026-11',
  issuedBy: 'Chủ tịch Ủy ban nhân dân tỉnh',
  authority: { by: 'self', title: 'Giám đốc' },
})
if (!details.ok) throw new Error('details')

const sheet = (unit: number): UnitSheet => ({
  unit: `UBND xã ${unit}`,
  year: 2026,
  group: 'xã, phường',
  rows: Array.from({ length: 120 }, (_, at) => ({
    code: `${1 + Math.floor(at / 15)}.${1 + (at % 15)}`,
    name: `Tiêu chí minh họa số ${at}: mức độ hoàn thành nhiệm vụ được giao trong năm`,
    depth: at % 15 === 0 ? 0 : 2,
    isLeaf: at % 15 !== 0,
    maxPoints: '1',
    claimed: { points: '1' },
    given: { points: (Math.floor(next() * 5) / 4).toString() },
    reason: at % 3 === 0 ? 'Ban hành chậm so với thời hạn quy định' : undefined,
  })),
  claimed: { points: '112', appliedMax: '112', percent: '100' },
  given: { points: '90', appliedMax: '112', percent: '80.357143' },
})
const ranking: Ranking = {
  year: 2026,
  groups: [
    {
      group: 'xã, phường, đặc khu',
      areas: Array.from({ length: 8 }, (_, at) => ({ id: `${at}`, code: `${at + 1}`, name: `Lĩnh vực ${at + 1}`, maxPoints: '12.5' })),
      units: Array.from({ length: 3321 }, (_, at) => ({
        unit: `Xã ${at}`,
        points: (60 + next() * 35).toFixed(2),
        percent: (60 + next() * 35).toFixed(6),
        rank: at + 1,
        class: 'Tốt',
        areas: Object.fromEntries(
          Array.from({ length: 8 }, (_each, area) => [`${area}`, { points: (next() * 12).toFixed(2), percent: '80' }]),
        ),
      })),
    },
  ],
}
const composed = (kind: 'scoreSheet' | 'publicationDecision', sources: object): Report => {
  const report = composePaper(kind, details.value, sources)
  if (!report.ok) throw new Error(JSON.stringify(report.problems))
  return report.value
}
/** Milliseconds of processor, all threads: other work on the machine does not count. */
const timed = async (work: () => unknown): Promise<number> => {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const compiler = await makePdfCompiler(paperFontFolders())
const sheets = Array.from({ length: 30 }, (_, unit) => sheet(unit))
writeDocx(layOut(composed('scoreSheet', { sheet: sheet(0) })))
writePdf(compiler, layOut(composed('scoreSheet', { sheet: sheet(0) })))
const word = await timed(async () => {
  for (const each of sheets) writeDocx(layOut(composed('scoreSheet', { sheet: each })))
})
const pdf = await timed(() => sheets.map((each) => writePdf(compiler, layOut(composed('scoreSheet', { sheet: each })))))
const rate = (took: number): string => `${((sheets.length / took) * 1000).toFixed(0)}/s`
printRow('score sheets of 120 rows', { Word: rate(word), PDF: rate(pdf) })

const annex = layOut(composed('publicationDecision', { ranking }))
printRow('ranking annex of 3,321 rows', {
  Word: milliseconds(await timed(() => writeDocx(annex))),
  PDF: milliseconds(await timed(() => writePdf(compiler, annex))),
  Excel: milliseconds(await timed(() => writeXlsx(annex))),
})

// Each way in a process of its own, so that the most memory it held is its own.
const half = (way: 'out' | 'in', file: string): { took: number; most: number } => {
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'workbook.ts'), way, file], { encoding: 'utf8' })
  return JSON.parse(stdout)
}
const folder = mkdtempSync(join(tmpdir(), 'parindex-bench-'))
const [out, back] = [half('out', join(folder, 'book.xlsx')), half('in', join(folder, 'book.xlsx'))]
rmSync(folder, { recursive: true })
printRow('workbook of 797,040 cells', {
  out: `${milliseconds(out.took)}, ${out.most} MiB at most`,
  in: `${milliseconds(back.took)}, ${back.most} MiB at most`,
})
