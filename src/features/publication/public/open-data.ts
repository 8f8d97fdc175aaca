import type { PublicHead, PublicNode, PublicUnit } from './load-public.ts'

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  // A leading sign that a spreadsheet would take for a formula is disarmed.
  const safe = typeof value === 'string' && /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The ranking as CSV in UTF-8 with a mark that Excel understands; decimal points, one column per area. */
export const rankingCsv = (areas: readonly PublicNode[], units: readonly PublicUnit[]): string => {
  const header = ['rank', 'unit', 'points', 'appliedMax', 'percent', 'class', ...areas.map(({ node_id }) => `area ${node_id}`)]
  const rows = units.map((unit) => [
    unit.rank,
    unit.unit_name,
    unit.points,
    unit.applied_max,
    unit.percent,
    unit.class,
    ...areas.map(({ node_id }) => unit.areas[node_id]?.percent ?? null),
  ])
  return `\u{feff}${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** The ranking as JSON with what its fields mean. */
export const rankingJson = (head: PublicHead, group: string, areas: readonly PublicNode[], units: readonly PublicUnit[]): string =>
  JSON.stringify({
    title: head.title,
    authority: head.authority,
    year: head.year,
    publishedAt: head.published_at.toISOString(),
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
