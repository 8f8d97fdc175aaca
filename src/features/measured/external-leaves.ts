import type { ReplyOf } from '../../contract/route.ts'
import { decimalText } from '../../core/exact/decimal.ts'
import { type Fraction, fractionOfPoints, zeroFraction } from '../../core/exact/fraction.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { measuredRoutes } from './contract.ts'
import { leafRefOf, type MeasuredLeaf } from './measured-leaf.ts'
import { leavesByGroup, loadCycle } from './own-marks.ts'
import { plainDecimal } from './plain-decimal.ts'

const indexOf = ({ node, rule }: MeasuredLeaf) => {
  const { index, year, scale } = rule as unknown as {
    readonly index: string
    readonly year?: number
    readonly scale?: { readonly from: Fraction; readonly to: Fraction }
  }
  const [from, to] = [scale?.from ?? zeroFraction, scale?.to ?? fractionOfPoints(node.maxPoints)]
  return { index, from: decimalText(from), to: decimalText(to), ...(year !== undefined && { year }) }
}

/** Criteria that another evaluation measures, with every value that stands, by name of unit. */
export const loadExternalLeaves = async (
  context: ActContext,
  cycleId: string,
): Promise<Result<ReplyOf<typeof measuredRoutes.externalLeaves>>> => {
  const cycle = await loadCycle(context, cycleId)
  if (!cycle.ok) return cycle
  const groups = await leavesByGroup(context, cycleId, 'external')
  if (!groups.ok) return groups
  const values = await context.transaction
    .selectFrom('external_value')
    .innerJoin('unit', 'unit.id', 'external_value.unit_id')
    .innerJoin('cycle_unit', (join) =>
      join.onRef('cycle_unit.cycle_id', '=', 'external_value.cycle_id').onRef('cycle_unit.unit_id', '=', 'external_value.unit_id'),
    )
    .select([
      'unit.id',
      'unit.code',
      'unit.name',
      'cycle_unit.unit_group',
      'external_value.node_id',
      'external_value.value',
      'external_value.source',
      'external_value.year',
    ])
    .where('external_value.cycle_id', '=', cycleId)
    .orderBy('unit.name')
    .execute()
  const counts = await context.transaction
    .selectFrom('cycle_unit')
    .select(({ fn }) => ['unit_group', fn.countAll<number>().as('units')])
    .where('cycle_id', '=', cycleId)
    .groupBy('unit_group')
    .execute()
  const { id, year, title } = cycle.value
  const leaves = groups.value.flatMap(({ group, leaves: ofGroup }) =>
    ofGroup.map((leaf) => ({
      ...leafRefOf(leaf),
      ...indexOf(leaf),
      group,
      units: Number(counts.find(({ unit_group }) => unit_group === group)?.units ?? 0),
      values: values
        .filter(({ unit_group, node_id }) => unit_group === group && node_id === leaf.node.id)
        .map((row) => ({
          unit: { id: row.id, code: row.code, name: row.name },
          value: plainDecimal(row.value),
          source: row.source,
          year: row.year,
        })),
    })),
  )
  return accept({ cycle: { id, year, title }, leaves })
}
