import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'parindex-report-'))
const parindex = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/parindex'), ...words], { encoding: 'utf8', cwd: folder })
const file = (name: string, value: unknown): string => {
  writeFileSync(join(folder, name), JSON.stringify(value))
  return name
}
const details = file('details.json', {
  agency: 'Ban Dân tộc',
  agencyMark: 'BDT',
  place: 'Minh Họa',
  date: '2022-03',
  authority: { by: 'self', title: 'Trưởng ban' },
})
const facts = file('facts.json', { coordinator: 'Văn phòng' })
const framework = join(root, 'frameworks/binh-phuoc-2021-so.json')

describe('parindex report', () => {
  it.each([
    ['docx', 'PK'],
    ['pdf', '%PDF-'],
    ['xlsx', 'PK'],
  ])('writes a plan out of a framework as %s', (format, begins) => {
    const words = ['report', 'assignmentPlan', '--details', details, '--framework', framework, '--facts', facts, '--out', `plan.${format}`]
    expect(parindex(...words)).toMatchObject({ status: 0, stdout: `Đã ghi văn bản vào plan.${format}.\n` })
    expect(readFileSync(join(folder, `plan.${format}`), 'latin1').startsWith(begins)).toBe(true)
  })

  it('names every field that is missing', () => {
    const { stdout, status } = parindex('report', 'guidance', '--out', 'a.pdf', '--json')
    const { problems } = JSON.parse(stdout)
    expect([status, problems.map(({ at }: { at: string }) => at)]).toEqual([1, ['agency', 'agencyMark', 'place', 'date', 'authority']])
  })

  it('lists the kinds in Vietnamese', () => {
    expect(parindex('report', '--help').stdout).toContain(
      'scoreSheet            Phiếu điểm của một đơn vị, kèm lý do trừ điểm (cần --bundle --unit)',
    )
  })

  it('makes no workbook of a paper without tables', () => {
    const council = file('council.json', {
      year: 2026,
      standing: 'Sở Nội vụ',
      council: [{ name: 'Ông A', position: 'Giám đốc', role: 'Chủ tịch' }],
      team: [{ name: 'Bà B', position: 'Chuyên viên', role: 'Tổ viên' }],
    })
    const own = file('decision.json', { ...JSON.parse(readFileSync(join(folder, details), 'utf8')), issuedBy: 'Chủ tịch UBND' })
    const { stdout, status } = parindex('report', 'councilDecision', '--details', own, '--facts', council, '--out', 'a.xlsx', '--json')
    expect([status, JSON.parse(stdout).problems[0].expected]).toEqual([2, '.docx, .pdf'])
  })
})
