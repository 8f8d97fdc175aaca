import type { LegalDocumentKind } from '../core/legal-basis/legal-document.ts'
import type { GroundSubject } from '../core/legal-basis/legal-document.ts'
import type { Building } from './building.ts'
import type { DemoCycle } from './cycles.ts'
import { type DemoFrameworks, frameworkKey } from './frameworks.ts'
import { departmentsGroup, type DemoUnit } from './province.ts'
import { seededRandom, seededUuid } from './random.ts'

/** A chance of its own: the register moves nothing of what stood before it. */
const seed = 20_261_125
const province = 'UBND tỉnh Sông Mẫu'

interface DemoDocument {
  readonly key: string
  readonly kind: LegalDocumentKind
  readonly number: string
  readonly issuedOn: string
  readonly issuer: string
  readonly title: string
  readonly from?: string
  readonly until?: string
  readonly parent?: string
  readonly replacedBy?: string
  readonly unitCode?: string
  readonly toStudy?: true
}

/** Invented, but for the decree on how papers are written, which every office knows. */
const documents: readonly DemoDocument[] = [
  {
    key: 'program',
    kind: 'plan',
    number: '01/KH-UBND (mẫu)',
    issuedOn: '2025-12-20',
    issuer: province,
    title: 'Kế hoạch cải cách hành chính giai đoạn 2026-2030',
    from: '2026-01-01',
    until: '2030-12-31',
  },
  {
    key: 'year',
    kind: 'plan',
    number: '12/KH-UBND (mẫu)',
    issuedOn: '2026-01-08',
    issuer: province,
    title: 'Kế hoạch cải cách hành chính năm 2026',
    until: '2026-12-31',
    parent: 'program',
  },
  {
    key: 'cycle',
    kind: 'plan',
    number: '320/KH-UBND (mẫu)',
    issuedOn: '2026-10-05',
    issuer: province,
    title: 'Kế hoạch xác định Chỉ số cải cách hành chính năm 2026',
    until: '2026-12-31',
    parent: 'year',
  },
  {
    key: 'justice',
    kind: 'plan',
    number: '45/KH-STP (mẫu)',
    issuedOn: '2026-02-02',
    issuer: 'Sở Tư pháp (mẫu)',
    title: 'Kế hoạch cải cách hành chính năm 2026 của Sở',
    until: '2026-12-31',
    parent: 'year',
    unitCode: 'STP',
  },
  {
    key: 'commune',
    kind: 'plan',
    number: '07/KH-UBND (mẫu)',
    issuedOn: '2026-02-10',
    issuer: 'UBND xã An Mẫu',
    title: 'Kế hoạch cải cách hành chính năm 2026 của xã',
    until: '2026-12-31',
    parent: 'year',
    unitCode: 'X001',
  },
  {
    key: 'scheme',
    kind: 'decision',
    number: '1967/QĐ-UBND (mẫu)',
    issuedOn: '2024-01-15',
    issuer: province,
    title: 'Phê duyệt Đề án xác định Chỉ số cải cách hành chính của các cơ quan, đơn vị',
  },
  {
    key: 'heads',
    kind: 'decision',
    number: '34/2020/QĐ-UBND (mẫu)',
    issuedOn: '2020-12-29',
    issuer: province,
    title: 'Quy định trách nhiệm đối với người đứng đầu trong thực hiện nhiệm vụ cải cách hành chính',
    replacedBy: 'newHeads',
  },
  {
    key: 'newHeads',
    kind: 'decision',
    number: '18/2026/QĐ-UBND (mẫu)',
    issuedOn: '2026-05-11',
    issuer: province,
    title: 'Quy định trách nhiệm người đứng đầu trong thực hiện nhiệm vụ cải cách hành chính',
    from: '2026-06-01',
  },
  {
    key: 'discipline',
    kind: 'directive',
    number: '31-CT/TU (mẫu)',
    issuedOn: '2024-03-04',
    issuer: 'Tỉnh ủy Sông Mẫu',
    title: 'Tăng cường kỷ luật, kỷ cương trong thực thi công vụ',
    toStudy: true,
  },
  {
    key: 'fields',
    kind: 'decision',
    number: '1297/QĐ-UBND (mẫu)',
    issuedOn: '2025-03-18',
    issuer: province,
    title: 'Phân công cơ quan phụ trách các lĩnh vực cải cách hành chính',
  },
  {
    key: 'guidance',
    kind: 'officialLetter',
    number: '2210/SNV-CCHC (mẫu)',
    issuedOn: '2026-10-20',
    issuer: 'Sở Nội vụ (mẫu)',
    title: 'Hướng dẫn tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm 2026',
  },
  {
    key: 'committee',
    kind: 'decision',
    number: '55/QĐ-UBND (mẫu)',
    issuedOn: '2026-01-15',
    issuer: province,
    title: 'Kiện toàn Ban Chỉ đạo cải cách hành chính và nâng cao chỉ số năng lực cạnh tranh',
  },
  {
    key: 'papers',
    kind: 'decree',
    number: '30/2020/NĐ-CP',
    issuedOn: '2020-03-05',
    issuer: 'Chính phủ',
    title: 'Công tác văn thư',
    toStudy: true,
  },
]

const grounds: readonly (readonly [GroundSubject, string])[] = [
  ['cycle', 'cycle'],
  ['cycle', 'scheme'],
  ['accountability', 'heads'],
  ['discipline', 'discipline'],
  ['guidance', 'guidance'],
]

/** Areas of the departments' set whose lead a decision names. */
const leads = ['SNV', 'STP', 'VPUB', 'SNV', 'SNV', 'STC', 'SKHCN', 'TTPVHCC'] as const

/** Fills the register of plans and legal documents and ties the running year to it; gives the ids by key. */
export const addLegalBasis = async (
  { transaction, actor }: Building,
  units: readonly DemoUnit[],
  cycles: readonly DemoCycle[],
  frameworks: DemoFrameworks,
): Promise<ReadonlyMap<string, string>> => {
  const random = seededRandom(seed)
  const ids = new Map(documents.map(({ key }) => [key, seededUuid(random)]))
  const idOf = (key: string | undefined): string | null => (key === undefined ? null : (ids.get(key) ?? null))
  const unitId = (code: string | undefined): string | null => units.find((unit) => unit.code === code)?.id ?? null
  const authority_id = actor.authorityId
  await transaction
    .insertInto('legal_document')
    .values(
      documents.map((document) => ({
        id: idOf(document.key) ?? '',
        authority_id,
        unit_id: unitId(document.unitCode),
        kind: document.kind,
        number: document.number,
        issued_on: document.issuedOn,
        issuer: document.issuer,
        title: document.title,
        in_force_from: document.from ?? null,
        in_force_until: document.until ?? null,
        parent_id: idOf(document.parent),
        replaced_by: idOf(document.replacedBy),
        to_study: document.toStudy ?? false,
      })),
    )
    .execute()
  const framework = frameworks.get(frameworkKey(2026, departmentsGroup))
  const areas = framework?.framework.nodes ?? []
  await transaction
    .insertInto('field_in_charge')
    .values(
      areas.flatMap(({ name }, at) => {
        const unit_id = unitId(leads[at])
        return unit_id ? [{ authority_id, document_id: idOf('fields') ?? '', position: at + 1, field: name, unit_id }] : []
      }),
    )
    .execute()
  const running = cycles.find(({ year }) => year === 2026)
  if (!running || !framework) return ids
  const ground = { authority_id, framework_id: null, unit_id: null }
  await transaction
    .insertInto('legal_ground')
    .values([
      ...grounds.map(([subject, key]) => ({ ...ground, subject, document_id: idOf(key) ?? '', cycle_id: running.id })),
      { ...ground, subject: 'framework', document_id: idOf('scheme') ?? '', cycle_id: null, framework_id: framework.id },
      { ...ground, subject: 'assignment', document_id: idOf('justice') ?? '', cycle_id: running.id, unit_id: unitId('STP') },
    ])
    .execute()
  return ids
}
