import { sql } from 'kysely'
import type { RouteContract } from '../src/contract/route.ts'
import { appraisalRoutes } from '../src/features/appraisal/contract.ts'
import { cycleRoutes } from '../src/features/cycle/contract.ts'
import { evidenceRoutes } from '../src/features/evidence/contract.ts'
import { frameworkRoutes } from '../src/features/framework/contract.ts'
import { homeRoutes } from '../src/features/home/contract.ts'
import { organisationRoutes } from '../src/features/organisation/contract.ts'
import { peopleRoutes } from '../src/features/organisation/people-contract.ts'
import { publicationRoutes } from '../src/features/publication/contract.ts'
import { resultsRoutes } from '../src/features/results/contract.ts'
import { selfAssessmentRoutes } from '../src/features/self-assessment/contract.ts'
import { sessionRoutes } from '../src/features/session/contract.ts'
import type { Database } from '../src/platform/database/database.ts'
import type { Call } from './call.ts'
import { statementsOf } from './statements.ts'

/** The demo's documents have no files that could be shown. */
const { plain: _plain, plainInCycle: _plainInCycle, ...documentRoutes } = evidenceRoutes

/** Every route that only reads data; files are no matter of contracts. */
export const readingRoutes: readonly RouteContract[] = [
  appraisalRoutes,
  cycleRoutes,
  documentRoutes,
  frameworkRoutes,
  homeRoutes,
  organisationRoutes,
  peopleRoutes,
  publicationRoutes,
  resultsRoutes,
  selfAssessmentRoutes,
  sessionRoutes,
].flatMap((routes) => Object.values<RouteContract>(routes).filter(({ method, reply }) => method === 'GET' && reply !== 'file'))

/** What stands in addresses: a leaf of a unit in a cycle, with a document of the unit and the cycle's publication where there are any. */
export type ReadingPlace = Readonly<Record<string, string>>

/** Some units, by their codes, in every cycle. */
export const findReadingPlaces = async (owner: Database, unitCodes: readonly string[]): Promise<readonly ReadingPlace[]> => {
  const { rows } = await sql<Record<string, string | null>>`
    select c.cycle_id as "cycleId", c.unit_id as "unitId", c.framework_id as "frameworkId", c.unit_group as "group", n.node_id as "nodeId",
      n.node_id as node,
      (select id from publication p where p.cycle_id = c.cycle_id limit 1) as "publicationId",
      (select evidence_id from score_evidence s where s.cycle_id = c.cycle_id and s.unit_id = c.unit_id order by 1 limit 1) as "evidenceId"
    from cycle_unit c join unit u on u.id = c.unit_id
    join framework_node n on n.framework_id = c.framework_id and n.is_leaf and n.position = 3
    where u.code in (${sql.join(unitCodes)})`.execute(owner)
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter((each): each is [string, string] => each[1] !== null)))
}

export interface Reading {
  /** Routes that were answered; the caller has held each reply to its contract. */
  readonly answered: readonly string[]
  /** Neither answered nor forbidden nor absent nor kept back for now. */
  readonly failed: readonly string[]
  /** The most statements that one reading of a route asked the database, the beginnings and ends of its transactions among them. */
  readonly statements: ReadonlyMap<string, number>
}

/** Reads every route at every place as one person. */
export const readEverything = async (places: readonly ReadingPlace[], call: Call): Promise<Reading> => {
  const answered: string[] = []
  const failed: string[] = []
  const seen = new Set<string>()
  const asked = new Map<string, number>()
  for (const contract of readingRoutes) {
    const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    for (const place of places.filter((each) => names.every((name) => name in each))) {
      const query = contract.query ? { node: place['node'], group: place['group'] } : undefined
      const address = `${contract.path} ${names.map((name) => place[name]).join(' ')} ${query?.group ?? ''}`
      if (seen.has(address)) continue
      seen.add(address)
      const { result, statements } = await statementsOf(() => call(contract, { params: place, ...(query && { query }) } as never))
      const { status, raw } = result
      asked.set(contract.path, Math.max(asked.get(contract.path) ?? 0, statements.length))
      if (status < 400) answered.push(contract.path)
      else if (![403, 404, 409].includes(status)) failed.push(`${status} ${address}: ${raw.body}`)
    }
  }
  return { answered, failed, statements: asked }
}
