import { sql } from 'kysely'
import type { Building } from './building.ts'
import type { Random } from './random.ts'

/** Where the entries of the running year's desks go, and from whom they are. */
export interface Desk {
  readonly building: Building
  readonly random: Random
  readonly cycleId: string
  readonly unitIds: ReadonlyMap<string, string>
  /** By sign-in name. */
  readonly people: ReadonlyMap<string, string>
}

export const ago = (days: number) => sql<Date>`now() - make_interval(days => ${days})`
export const dayAgo = (days: number) => sql<string>`(now() at time zone 'Asia/Ho_Chi_Minh')::date - ${days}::integer`
export const known = (ids: ReadonlyMap<string, string>, name: string): string => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`nobody is called ${name}`)
  return id
}

/** The leaf of a unit at which a thread or a finding stands: one that it claimed, the same every time. */
export const claimedLeaves = async ({ building: { transaction }, cycleId }: Desk, unitId: string): Promise<readonly string[]> =>
  (
    await transaction
      .selectFrom('score')
      .select('node_id')
      .where('cycle_id', '=', cycleId)
      .where('unit_id', '=', unitId)
      .where('round', '=', 'claimed')
      .where('status', '=', 'scored')
      .orderBy('node_id')
      .limit(6)
      .execute()
  ).map(({ node_id }) => node_id)
