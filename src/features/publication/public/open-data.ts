import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { type CsvCell, type CsvStyle, csvText } from './csv-text.ts'
import type { PublicHead, PublicNode, PublicUnit, PublicUnitResult } from './load-public.ts'
import { workbookBytes } from '../../../reports/xlsx/workbook-bytes.ts'

/** The ranking as rows under one heading: technical names for programs, Vietnamese for people; one column per area. */
export const rankingRows = (
  areas: readonly PublicNode[],
  units: readonly PublicUnit[],
  style: CsvStyle,
): readonly (readonly CsvCell[])[] => {
  const { columns } = words
  const header =
    style === 'machine'
      ? ['rank', 'unit', 'points', 'appliedMax', 'percent', 'class', ...areas.map(({ node_id }) => `area ${node_id}`)]
      : [
          columns.rank,
          columns.unit,
          columns.points,
          columns.max,
          columns.percent,
          columns.class,
          ...areas.map(({ code, name }) => words.areaPercent(`${code} ${name}`.trim())),
        ]
  const rows = units.map((unit) => [
    unit.rank,
    unit.unit_name,
    unit.points,
    unit.applied_max,
    unit.percent,
    unit.class,
    ...areas.map(({ node_id }) => unit.areas[node_id]?.percent ?? null),
  ])
  return [header, ...rows]
}

/** Every leaf of every unit, a line each; reasons where they are public. */
export const leafRows = (
  nodes: readonly PublicNode[],
  units: readonly PublicUnitResult[],
  { style, hasReasons }: { readonly style: CsvStyle; readonly hasReasons: boolean },
): readonly (readonly CsvCell[])[] => {
  const leaves = nodes.filter(({ is_leaf }) => is_leaf)
  const { leafColumns: own } = words
  const header =
    style === 'machine'
      ? ['unit', 'code', 'name', 'source', 'maxPoints', 'points', 'status', ...(hasReasons ? ['claimed', 'reason'] : [])]
      : [
          words.columns.unit,
          own.code,
          own.name,
          own.source,
          own.max,
          own.points,
          own.status,
          ...(hasReasons ? [own.claimed, own.reason] : []),
        ]
  const rows = units.flatMap(({ unit_name, result, grounds }) =>
    leaves.map(({ node_id, code, name, source, max_points }): readonly CsvCell[] => {
      const [node, ground] = [result.nodes[node_id], grounds?.[node_id]]
      const status = node?.status ?? 'scored'
      return [
        unit_name,
        style === 'machine' ? node_id : code,
        name,
        style === 'machine' ? source : words.sources[source],
        max_points.replace(/\.?0+$/, ''),
        status === 'scored' ? (node?.points ?? null) : null,
        style === 'machine' ? status : words.statuses[status],
        ...(hasReasons ? [ground?.claimed?.points ?? null, ground?.reason ?? ground?.basis ?? null] : []),
      ]
    }),
  )
  return [header, ...rows]
}

export const rankingCsv = (areas: readonly PublicNode[], units: readonly PublicUnit[], style: CsvStyle): string =>
  csvText(rankingRows(areas, units, style), style)

/** The ranking as a workbook: figures as figures, and a sheet that says what they mean and under which licence. */
export const rankingXlsx = async (
  head: PublicHead,
  group: string,
  areas: readonly PublicNode[],
  units: readonly PublicUnit[],
): Promise<Buffer> => {
  const [header = [], ...rows] = rankingRows(areas, units, 'vietnamese')
  const typed = rows.map((row) =>
    row.map((cell, at) => (typeof cell === 'string' && at > 1 && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)),
  )
  const description = words.fields.map(({ name, meaning }) => [name, meaning])
  const workbook = await workbookBytes({
    sheets: [
      { name: words.sheetRanking, rows: [[...header], ...typed.map((row) => [...row])], freezePane: { rows: 1 } },
      {
        name: words.sheetDescription,
        rows: [
          [head.title],
          [head.authority],
          [group],
          [words.licence],
          [words.hash, head.hashes[head.groups.indexOf(group)] ?? ''],
          [],
          ...description,
        ],
      },
    ],
  })
  return Buffer.from(workbook)
}

/** The ranking as JSON with what its fields mean. */
export const rankingJson = (head: PublicHead, group: string, areas: readonly PublicNode[], units: readonly PublicUnit[]): string =>
  JSON.stringify({
    title: head.title,
    authority: head.authority,
    year: head.year,
    publishedAt: head.published_at.toISOString(),
    ...(head.decision_number && { decision: { number: head.decision_number, date: head.decision_date } }),
    number: head.number,
    hash: head.hashes[head.groups.indexOf(group)],
    license: 'CC-BY-4.0',
    group,
    fields: {
      points: 'points achieved, exact decimal',
      appliedMax: 'maximum points that applied to the unit',
      percent: 'points / appliedMax × 100, six decimals, rounded half up',
      rank: 'place within the group; null: scored but not ranked',
    },
    areas: areas.map(({ node_id, code, name, max_points }) => ({ id: node_id, code, name, maxPoints: max_points })),
    units: units.map(({ unit_id, unit_name, rank, points, applied_max, percent, class: name, areas: sums }) => ({
      id: unit_id,
      name: unit_name,
      rank,
      points,
      appliedMax: applied_max,
      percent,
      class: name,
      areas: sums,
    })),
  })
