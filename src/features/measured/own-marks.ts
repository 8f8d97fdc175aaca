import { accept, refuse, type Result } from '../../core/result.ts'
import { errorAt } from '../../core/problem.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ReplyOf } from '../../contract/route.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { measuredRoutes, PanelUnit } from './contract.ts'
import { ownMark } from './mark-in-panel.ts'
import { bestMark, leafRefOf, type MeasuredLeaf, measuredLeaves } from './measured-leaf.ts'

type Source = 'panel' | 'external'
export interface GroupLeaves {
  readonly group: string
  readonly leaves: readonly MeasuredLeaf[]
}

/** The leaves of one source by group of units; groups without any are left out. */
export const leavesByGroup = async (context: ActContext, cycleId: string, source: Source): Promise<Result<readonly GroupLeaves[]>> => {
  const sets = await context.transaction
    .selectFrom('cycle_framework')
    .select(['unit_group', 'framework_id'])
    .where('cycle_id', '=', cycleId)
    .orderBy('unit_group')
    .execute()
  const groups: GroupLeaves[] = []
  for (const { unit_group, framework_id } of sets) {
    const framework = await loadFrameworkInForce(context, framework_id)
    if (!framework.ok) return framework
    const leaves = measuredLeaves(framework.value, source)
    if (leaves.length > 0) groups.push({ group: unit_group, leaves })
  }
  return accept(groups)
}

export const loadCycle = async ({ transaction }: ActContext, cycleId: string) => {
  const cycle = await transaction.selectFrom('cycle').select(['id', 'year', 'title', 'rounds']).where('id', '=', cycleId).executeTakeFirst()
  return cycle ? accept(cycle) : refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
}

const openStages: readonly string[] = ['submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council'] satisfies readonly Stage[]

/** The grid of one leader: units × the criteria a panel marks. */
export const loadOwnMarks = async (context: ActContext, cycleId: string): Promise<Result<ReplyOf<typeof measuredRoutes.ownMarks>>> => {
  const cycle = await loadCycle(context, cycleId)
  if (!cycle.ok) return cycle
  const groups = await leavesByGroup(context, cycleId, 'panel')
  if (!groups.ok) return groups
  const names = groups.value.map(({ group }) => group)
  const units = await context.transaction
    .selectFrom('cycle_unit')
    .innerJoin('unit', 'unit.id', 'cycle_unit.unit_id')
    .select(['unit.id', 'unit.code', 'unit.name', 'cycle_unit.unit_group', 'cycle_unit.stage'])
    .where('cycle_unit.cycle_id', '=', cycleId)
    .where('cycle_unit.unit_group', 'in', names.length > 0 ? names : [''])
    .orderBy('unit.name')
    .execute()
  const marks = await context.transaction
    .selectFrom('panel_mark')
    .select(['unit_id', 'node_id', 'mark', 'version'])
    .where('cycle_id', '=', cycleId)
    .where('person_id', '=', context.actor.personId)
    .execute()
  const { id, year, title } = cycle.value
  return accept({
    cycle: { id, year, title },
    groups: groups.value.map(({ group, leaves }) => ({
      group,
      leaves: leaves.map((leaf) => ({ ...leafRefOf(leaf), best: bestMark(leaf) })),
    })),
    units: units.map(
      (unit): PanelUnit => ({
        unit: { id: unit.id, code: unit.code, name: unit.name },
        group: unit.unit_group,
        stage: unit.stage as Stage,
        isOpen: openStages.includes(unit.stage),
        marks: marks.filter(({ unit_id }) => unit_id === unit.id).map(ownMark),
      }),
    ),
  })
}

/** Cycles that were opened and have a leaf of this source, newest first. */
export const listCyclesWith = async (context: ActContext, source: Source): Promise<Result<ReplyOf<typeof measuredRoutes.panels>>> => {
  const cycles = await context.transaction
    .selectFrom('cycle')
    .select(['id', 'year', 'title'])
    .where('stage', '!=', 'preparing')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('cycle_framework')
          .innerJoin('framework_node', 'framework_node.framework_id', 'cycle_framework.framework_id')
          .select('framework_node.node_id')
          .whereRef('cycle_framework.cycle_id', '=', 'cycle.id')
          .where('framework_node.source', '=', source)
          .where('framework_node.is_leaf', '=', true),
      ),
    )
    .orderBy('year', 'desc')
    .limit(50)
    .execute()
  return accept({ cycles })
}
