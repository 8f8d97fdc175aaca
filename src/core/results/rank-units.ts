import { type RankingMethod, type ScoreSource, sources } from '../vocabulary.ts'
import type { Plan } from './plan.ts'
import { type Field, rankByKey } from './rank.ts'
import type { UnitScores } from './scores.ts'
import { columnOfNode, type Tally, totalColumn } from './tally.ts'

/** The rank of a unit in a column, `null` where it takes no place. */
export type Ranking = (unit: number, column: number) => number | null

const isSource = (text: string): text is ScoreSource => (sources as readonly string[]).includes(text)

/** Groups by number, and the order of unit ids that an ordinal ranking falls back to. */
export const fieldOf = (units: readonly Pick<UnitScores, 'unit' | 'group' | 'ranked'>[]): Field => {
  const numbers = new Map<string | undefined, number>()
  const groups = Int32Array.from(units, ({ group, ranked }) => {
    if (!ranked) return -1
    if (!numbers.has(group)) numbers.set(group, numbers.size)
    return numbers.get(group) ?? -1
  })
  const ids = units.map(({ unit }, index) => ({ unit, index }))
  ids.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.index - b.index))
  return { order: Int32Array.from(ids, ({ index }) => index), groups, groupCount: numbers.size }
}

/** Points of a source or of a node, in the order in which they break ties of the total. */
const tieKeysOf = (plan: Plan, tally: Tally): readonly Float64Array[] =>
  plan.framework.ranking.tieBreak.flatMap((each) => {
    if (isSource(each)) return [tally.sourceKeys(each)]
    const at = plan.nodes.findIndex(({ node }) => node.id === each)
    return at < 0 ? [] : [tally.pointKeys(columnOfNode(at))]
  })

/** Ranks within groups, in total (where the tie-break list applies) and at every node. */
export const rankUnits = (plan: Plan, units: readonly UnitScores[], tally: Tally, method: RankingMethod): Ranking => {
  const field = fieldOf(units)
  const columns = [
    rankByKey(field, tally.keys(totalColumn), method, tieKeysOf(plan, tally)),
    ...plan.nodes.map((_, at) => rankByKey(field, tally.keys(columnOfNode(at)), method)),
  ]
  return (unit, column) => columns[column]?.[unit] || null
}
