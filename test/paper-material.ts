import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFramework } from '../src/core/framework/parse-framework.ts'
import { type FactField, factFields } from '../src/language/reports/fact-fields.ts'
import type { PaperKind } from '../src/language/reports/paper-kind-words.ts'
import type { PaperSources } from '../src/reports/papers/compose-paper.ts'
import type { PaperDetails } from '../src/reports/papers/paper-details.ts'
import type { Ranking } from '../src/reports/papers/ranking.ts'
import type { UnitSheet } from '../src/reports/papers/unit-sheet.ts'

const openFramework = (name: string) => {
  const parsed = parseFramework(JSON.parse(readFileSync(join(import.meta.dirname, '../frameworks', name), 'utf8')))
  if (!parsed.ok) throw new Error(name)
  return parsed.value
}

/** Facts as a form gives them: every field filled, lists of as many entries as asked for. */
const filled = (fields: readonly FactField[], entries: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.map((field): [string, unknown] => {
      const many = <Value>(value: Value): Value[] => Array.from({ length: entries }, () => value)
      switch (field.as) {
        case 'number':
          return [field.name, /year/i.test(field.name) ? 2026 : entries + 7]
        case 'lines':
          return [field.name, many(`Nội dung về ${field.label}`)]
        case 'rows':
          return [field.name, many(filled(field.fields, Math.max(1, entries)))]
        case 'record':
          return [field.name, filled(field.fields, entries)]
        default:
          return [field.name, `Phần ${field.label}`]
      }
    }),
  )

const points = { points: '0.5', maxPoints: '2' }

const plan = (entries: number) => ({
  unit: 'Sở Minh Họa',
  year: 2025,
  actionYear: 2026,
  losses: Array.from({ length: entries }, () => ({ code: '1.1', name: 'Tên', area: 'Lĩnh vực', ...points })),
  ...(entries > 0 && {
    result: { ...points, rank: 3, of: 20, areas: [{ name: 'A', ...points }] },
    goal: { points: '85', rank: 10 },
    targets: { years: [2026], rows: [{ code: '1', name: 'Tên', maxPoints: '2' }] },
  }),
})

const more: Readonly<Partial<Record<PaperKind, (entries: number) => object>>> = {
  remedialPlan: plan,
  improvementPlan: plan,
  roadmapPlan: plan,
  periodicReport: (entries) => ({ kind: entries > 0 ? 'reform' : 'projects', period: 'quarter1', year: 2026 }),
  appraisalMinutes: (entries) => (entries > 0 ? { vote: { agreed: 5, against: 1, abstained: 0 } } : {}),
  surveyReport: (entries) => (entries > 0 ? { areas: [{ name: 'Thái độ', percent: '80' }], index: { percent: '81.25' } } : {}),
}

const sheet = (entries: number): UnitSheet => ({
  unit: 'Xã Thí Dụ',
  year: 2026,
  group: 'Xã, phường',
  rows: [
    { code: 'I', name: 'Chỉ đạo', depth: 0, isLeaf: false, maxPoints: '4', claimed: { points: '3' }, given: { points: '2.5' } },
    ...Array.from({ length: entries }, () => ({
      code: '1.1',
      name: 'Kế hoạch',
      depth: 1,
      isLeaf: true,
      maxPoints: '2',
      claimed: { points: '2' },
      given: { points: '1.5' },
      reason: 'Ban hành chậm.',
    })),
  ],
  claimed: { points: '3', appliedMax: '4', percent: '75' },
  given: { points: '2.5', appliedMax: '4', percent: '62.5' },
  ...(entries > 0 && {
    decision: { number: '01/QĐ-UBND', date: '2026-01-05', issuer: 'UBND tỉnh' },
    rank: 2,
    rankedUnits: 12,
    class: 'Khá',
  }),
})

const ranking = (entries: number): Ranking => ({
  year: 2026,
  groups: [
    {
      group: 'Xã, phường',
      areas: [],
      units: Array.from({ length: entries }, (_, at) => ({ unit: `Xã ${at + 1}`, points: '80', percent: '80', rank: 1, areas: {} })),
    },
    ...(entries > 0 ? [{ group: 'Sở, ban, ngành', areas: [], units: [] }] : []),
  ],
})

const details: PaperDetails = {
  parent: 'UBND tỉnh Minh Họa',
  agency: 'Sở Nội vụ',
  agencyMark: 'SNV',
  place: 'Minh Họa',
  date: '2026-11-21',
  number: 5,
  issuedBy: 'Chủ tịch Ủy ban nhân dân tỉnh',
  bases: ['Căn cứ Quyết định số 01/QĐ-UBND'],
  to: ['UBND tỉnh Minh Họa', 'Sở Tài chính'],
  authority: { by: 'self', title: 'Giám đốc' },
  signer: 'Nguyễn Văn Minh Họa',
  recipients: ['UBND tỉnh'],
  archive: ['VT'],
  draft: true,
}

/** Invented material for papers of a kind: one with everything, one with as little as it composes of. */
export const realMaterial = (kind: PaperKind): readonly { readonly details: PaperDetails; readonly sources: PaperSources }[] =>
  [2, 0].flatMap((entries) => {
    const facts = { ...filled(factFields[kind] ?? [], entries), ...more[kind]?.(entries) }
    const least = entries === 0 && !leastIsEnough.has(kind)
    return least
      ? []
      : [
          {
            details,
            sources: { framework: openFramework('binh-phuoc-2021-so.json'), sheet: sheet(entries), ranking: ranking(entries), facts },
          },
        ]
  })

/** Of these a paper composes without any entry in its lists. */
const leastIsEnough = new Set<PaperKind>([
  'assignmentPlan',
  'guidance',
  'selfAssessmentReport',
  'scoreSheet',
  'appraisalMinutes',
  'appraisalReport',
  'publicationDecision',
  'surveyReport',
  'resultNotice',
  'periodicReport',
])
