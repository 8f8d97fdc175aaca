import { sql } from 'kysely'
import type { Grounds, LeafGround } from '../../core/publication/grounds.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { basisOfScore } from '../scores/basis-of-score.ts'
import type { FrameworkInForce } from '../scores/framework-in-force.ts'

type UnitGrounds = Record<string, LeafGround>

/** Where nobody wrote why a leaf does not apply, the facts of the last round say it. */
const withBases = (grounds: UnitGrounds, last: string, { leaves }: FrameworkInForce): UnitGrounds =>
  Object.fromEntries(
    Object.entries(grounds).map(([id, ground]) => {
      if (ground.given.status !== 'notApplicable' || ground.basis) return [id, ground]
      const basis = basisOfScore(leaves.get(id), ground.inputs?.[last] as Inputs | undefined)
      return [id, basis === undefined ? ground : { ...ground, basis }]
    }),
  )

/**
 * Why each leaf of a group was given what it was: the first round's claim beside the last round's decision, with reasons, bases and the inputs of
 * rules in each round. Built by the database, a row per unit; leaves that no round has a row of are left out.
 */
export const loadGroupGrounds = async (
  transaction: Transaction,
  at: { readonly cycleId: string; readonly group: string; readonly rounds: readonly string[] },
  framework: FrameworkInForce,
): Promise<Grounds> => {
  const [first = '', last = ''] = [at.rounds[0], at.rounds.at(-1)]
  const { rows } = await sql<{ unit_id: string; grounds: UnitGrounds | null }>`
    select cu.unit_id, g.grounds from cycle_unit cu
    left join lateral (
      select jsonb_object_agg(node_id, jsonb_strip_nulls(jsonb_build_object(
        'claimed', case when claimed_status is not null and ${first} <> ${last} then
          jsonb_build_object('status', claimed_status, 'points', claimed_points) end,
        'given', jsonb_build_object('status', coalesce(status, 'missing'), 'points', points),
        'reason', nullif(trim(reason), ''),
        'basis', case when status = 'notApplicable' then coalesce(nullif(trim(reason), ''), nullif(trim(explanation), ''), claimed_explanation) end
        )) || case when inputs is null then '{}'::jsonb else jsonb_build_object('inputs', inputs) end) as grounds
      from (
        select node_id,
          max(status) filter (where round = ${first}) as claimed_status,
          max(trim_scale(points)::text) filter (where round = ${first}) as claimed_points,
          max(nullif(trim(explanation), '')) filter (where round = ${first}) as claimed_explanation,
          max(status) filter (where round = ${last}) as status,
          max(trim_scale(points)::text) filter (where round = ${last}) as points,
          max(reason) filter (where round = ${last}) as reason,
          max(explanation) filter (where round = ${last}) as explanation,
          jsonb_object_agg(round, inputs) filter (where inputs is not null) as inputs
        from score
        where authority_id = cu.authority_id and cycle_id = cu.cycle_id and unit_id = cu.unit_id
          and round = any(${[...at.rounds]}::text[])
        group by node_id
      ) leaf
    ) g on true
    where cu.cycle_id = ${at.cycleId} and cu.unit_group = ${at.group}
    order by cu.unit_id`.execute(transaction)
  return Object.fromEntries(rows.map(({ unit_id, grounds }) => [unit_id, withBases(grounds ?? {}, last, framework)]))
}
