import { sql } from 'kysely'
import type { Inputs } from '../../core/rules/inputs.ts'
import type { TrialFacts } from '../../core/results/trial.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { LiveCycle } from './live-cycle.ts'

interface FactsRow {
  readonly unit_id: string
  readonly node_id: string
  readonly inputs: Inputs
}

const factsOf = (rows: readonly FactsRow[]): TrialFacts => {
  const found = new Map<string, Map<string, Inputs>>()
  for (const { unit_id, node_id, inputs } of rows) {
    const ofUnit = found.get(unit_id) ?? new Map<string, Inputs>()
    found.set(unit_id, ofUnit.set(node_id, inputs))
  }
  return found
}

/** The facts behind some leaves of a group as its scores stand; of claims only what was submitted. */
export const loadLiveFacts = async (
  { transaction }: ActContext,
  { id, group, round }: Pick<LiveCycle, 'id' | 'group' | 'round'>,
  nodes: readonly string[],
): Promise<TrialFacts> => {
  const { rows } = await sql<FactsRow>`
    select s.unit_id, s.node_id, s.inputs from score s
    join cycle_unit cu on cu.authority_id = s.authority_id and cu.cycle_id = s.cycle_id and cu.unit_id = s.unit_id and cu.framework_id = s.framework_id
    where s.cycle_id = ${id} and cu.unit_group = ${group} and s.round = ${round} and s.node_id = any(${[...nodes]}::text[])
      and s.inputs is not null and (s.round <> 'claimed' or cu.stage not in ('preparing', 'selfAssessing'))`.execute(transaction)
  return factsOf(rows)
}

/** The facts of the last round that a publication froze, of the units that are in sight; all leaves where none are named. */
export const loadFrozenFacts = async (
  { transaction }: ActContext,
  publicationId: string,
  { units, nodes }: { readonly units: readonly string[]; readonly nodes?: readonly string[] },
): Promise<TrialFacts> => {
  const { rows } = await sql<FactsRow>`
    select g.unit_id, leaf.key as node_id, leaf.value -> 'inputs' -> c.rounds[cardinality(c.rounds)] as inputs
    from publication p join cycle c on c.authority_id = p.authority_id and c.id = p.cycle_id
    join publication_ground g on g.authority_id = p.authority_id and g.publication_id = p.id
    cross join lateral jsonb_each(g.grounds) leaf
    where p.id = ${publicationId} and g.unit_id = any(${[...units]}::uuid[])
      and (${nodes === undefined}::boolean or leaf.key = any(${[...(nodes ?? [])]}::text[]))
      and leaf.value -> 'inputs' -> c.rounds[cardinality(c.rounds)] is not null`.execute(transaction)
  return factsOf(rows)
}
