import type { Building } from './building.ts'
import type { DemoCycle } from './cycles.ts'
import { seededRandom, seededUuid } from './random.ts'

/** A chance of its own: the indexes move nothing of what stood before them. */
const seed = 20_261_126

interface DemoIndex {
  readonly code: string
  readonly name: string
  readonly source: string
  readonly scale: readonly [string, string]
  readonly since: number
  /** Invented: year, value, place. */
  readonly values: readonly (readonly [number, string, number])[]
}

/** Names and scales are those that are published; the values of the invented province are invented. */
const indexes: readonly DemoIndex[] = [
  {
    code: 'CCHC nội tỉnh',
    name: 'Chỉ số cải cách hành chính của các sở, ban, ngành, xã, phường',
    source: 'UBND tỉnh Sông Mẫu',
    scale: ['0', '100'],
    since: 2024,
    values: [],
  },
  {
    code: 'PAR INDEX',
    name: 'Chỉ số cải cách hành chính',
    source: 'Bộ Nội vụ',
    scale: ['0', '100'],
    since: 2012,
    values: [
      [2025, '88.4', 21],
      [2024, '87.1', 26],
    ],
  },
  {
    code: 'SIPAS',
    name: 'Chỉ số hài lòng về sự phục vụ hành chính',
    source: 'Bộ Nội vụ',
    scale: ['0', '100'],
    since: 2017,
    values: [
      [2025, '84.2', 18],
      [2024, '82.6', 24],
    ],
  },
  {
    code: 'PAPI',
    name: 'Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh',
    source: 'CECODES, VFF-CRT, RTA và UNDP',
    scale: ['10', '80'],
    since: 2011,
    values: [[2024, '43.6', 19]],
  },
  {
    code: 'PCI',
    name: 'Chỉ số năng lực cạnh tranh cấp tỉnh',
    source: 'VCCI',
    scale: ['0', '100'],
    since: 2005,
    values: [[2024, '66.9', 25]],
  },
  {
    code: 'DTI',
    name: 'Chỉ số chuyển đổi số cấp tỉnh',
    source: 'Bộ Khoa học và Công nghệ',
    scale: ['0', '1'],
    since: 2020,
    values: [[2024, '0.71', 22]],
  },
]

/** Names the indexes a province follows, and says that the cycles below are of its own; gives the ids by short name. */
export const addIndexes = async ({ transaction, actor }: Building, cycles: readonly DemoCycle[]): Promise<ReadonlyMap<string, string>> => {
  const random = seededRandom(seed)
  const authority_id = actor.authorityId
  const named = indexes.map((index) => ({ ...index, id: seededUuid(random) }))
  await transaction
    .insertInto('named_index')
    .values(
      named.map(({ id, code, name, source, scale: [scale_from, scale_to], since }) => ({
        id,
        authority_id,
        code,
        name,
        source,
        scale_from,
        scale_to,
        since_year: since,
      })),
    )
    .execute()
  await transaction
    .insertInto('index_value')
    .values(
      named.flatMap(({ id, code, values }) =>
        values.map(([year, value, rank]) => ({
          authority_id,
          index_id: id,
          year,
          value,
          rank,
          ranked_of: year < 2025 ? 63 : 34,
          source: `Báo cáo ${code} năm ${year} (số liệu minh họa)`,
        })),
      ),
    )
    .execute()
  const [own] = named
  if (!own) return new Map()
  await transaction
    .updateTable('cycle')
    .set({ index_id: own.id })
    .where(
      'id',
      'in',
      cycles.map(({ id }) => id),
    )
    .execute()
  return new Map(named.map(({ id, code }) => [code, id]))
}
