import { addFractions, divideFractions, type Fraction, fraction, multiplyFractions, zeroFraction } from '../../core/exact/fraction.ts'
import { decimalText, parseDecimal } from '../../core/exact/decimal.ts'
import { roundFraction } from '../../core/exact/round.ts'
import { type AcrossLine, linesAcross, type VersionLink } from '../../core/framework/versions/lines-across.ts'
import { proposeCodeMap } from '../../core/framework/versions/propose-code-map.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import { accept, type Result } from '../../core/result.ts'
import type { SumResult } from '../../core/results/results.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { Across, LineAcross } from './across-shapes.ts'

/** One unit's published result of one year. */
export interface AcrossColumn {
  readonly frameworkId: string
  readonly nodes: Readonly<Record<string, Pick<SumResult, 'points' | 'appliedMax'>>>
}

const hundred = fraction(100n)

const percentOf = (points: Fraction | null, max: Fraction): string | null =>
  points === null || max.n === 0n ? null : roundFraction(multiplyFractions(divideFractions(points, max), hundred), 6)

/** Sets between two years that nobody chose still say what became of their rows. */
const ancestorsAtMost = 30

const loadWithAncestors = async (context: ActContext, ids: readonly string[]): Promise<Result<readonly FrameworkInForce[]>> => {
  const found = new Map<string, FrameworkInForce>()
  const rows = await context.transaction.selectFrom('framework').select(['id', 'based_on', 'status']).execute()
  const bases = new Map(rows.filter(({ status }) => status === 'inForce').map(({ id, based_on }) => [id, based_on]))
  const wanted = [...new Set(ids)]
  for (const id of wanted) {
    if (found.has(id)) continue
    const loaded = await loadFrameworkInForce(context, id)
    if (!loaded.ok) return loaded
    found.set(id, loaded.value)
    const base = bases.get(id)
    if (base && bases.has(base) && wanted.length < ids.length + ancestorsAtMost) wanted.push(base)
  }
  return accept([...found.values()].toSorted((a, b) => a.framework.year - b.framework.year || depthOf(bases, a.id) - depthOf(bases, b.id)))
}

/** How many sets one was made out of, one after another: an amendment comes after what it amends. */
const depthOf = (bases: ReadonlyMap<string, string | null>, id: string): number => {
  const base = bases.get(id)
  return base && bases.has(base) ? 1 + depthOf(bases, base) : 0
}

interface Linked {
  readonly links: readonly VersionLink[]
  readonly unsettled: Across['unsettled']
}

const titleOf = ({ framework }: FrameworkInForce): string => `${framework.title} (${framework.year})`

/** What people settled; where nobody did, the newest older set of the same group, by names and codes. */
const linksOf = (sets: readonly FrameworkInForce[]): Linked => {
  const links: VersionLink[] = []
  const unsettled: { old: string; now: string }[] = []
  for (const [to, now] of sets.entries()) {
    const { basedOn, codeMap, unitGroup } = now.framework
    const settled = basedOn && codeMap ? sets.findIndex(({ hash }) => hash === basedOn) : -1
    if (settled >= 0 && codeMap) {
      links.push({ from: settled, to, codeMap })
      continue
    }
    const from = sets.slice(0, to).findLastIndex(({ framework }) => framework.unitGroup === unitGroup)
    const old = sets[from < 0 ? to - 1 : from]
    if (!old) continue
    links.push({ from: from < 0 ? to - 1 : from, to, codeMap: proposeCodeMap(old.framework, now.framework) })
    unsettled.push({ old: titleOf(old), now: titleOf(now) })
  }
  return { links, unsettled }
}

type Rows = ReadonlyMap<string, { readonly id: string; readonly code: string; readonly name: string }>

const cellOf = (ids: readonly string[], rows: Rows | undefined, { nodes }: AcrossColumn): LineAcross['cells'][number] => {
  const sums = ids.flatMap((id) => nodes[id] ?? [])
  const known = sums.flatMap(({ points }) => (points === null ? [] : [parseDecimal(points) ?? zeroFraction]))
  const points = known.length > 0 ? known.reduce(addFractions, zeroFraction) : null
  const max = sums.map(({ appliedMax }) => parseDecimal(appliedMax) ?? zeroFraction).reduce(addFractions, zeroFraction)
  return {
    rows: ids.flatMap((id) => rows?.get(id) ?? []),
    points: points && decimalText(points),
    appliedMax: decimalText(max),
    percent: percentOf(points, max),
  }
}

/** Published results side by side in the order given, row by row as the maps of codes have it: nothing that a column has is left out. */
export const acrossColumns = async (context: ActContext, columns: readonly AcrossColumn[]): Promise<Result<Across>> => {
  const loaded = await loadWithAncestors(
    context,
    columns.map(({ frameworkId }) => frameworkId),
  )
  if (!loaded.ok) return loaded
  const sets = loaded.value
  const place = new Map(sets.map(({ id }, at) => [id, at]))
  const rows = sets.map(
    ({ framework }): Rows => new Map([...walkNodes(framework.nodes)].map(({ node: { id, code, name } }) => [id, { id, code, name }])),
  )
  const { links, unsettled } = linksOf(sets)
  const lineOf = ({ members }: AcrossLine): readonly LineAcross[] => {
    const cells = columns.map((column) => {
      const at = place.get(column.frameworkId) ?? -1
      return cellOf(members[at] ?? [], rows[at], column)
    })
    const shown = sets.findLastIndex(
      ({ id }, at) => (members[at]?.length ?? 0) > 0 && columns.some(({ frameworkId }) => frameworkId === id),
    )
    const named = (members[shown] ?? []).flatMap((id) => rows[shown]?.get(id) ?? [])
    if (named.length === 0) return []
    return [{ code: named.map(({ code }) => code).join(' + '), name: named.map(({ name }) => name).join('; '), cells }]
  }
  const lines = linesAcross(
    sets.map(({ framework }) => framework),
    links,
  )
  return accept({ areas: lines.areas.flatMap(lineOf), leaves: lines.leaves.flatMap(lineOf), unsettled })
}
