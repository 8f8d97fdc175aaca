import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { isAllowed } from '../../platform/policy/policy.ts'
import type { Overview } from './contract.ts'

const appraised: readonly Stage[] = ['firstAppraisal', 'explaining', 'secondAppraisal', 'council', 'approved', 'published']

const liveCycles = async ({ transaction, actor }: ActContext): Promise<Overview['live']> => {
  if (
    !isAllowed(
      'readResults',
      actor.grants.map(({ role }) => ({ role })),
    )
  )
    return []
  return transaction
    .selectFrom('cycle')
    .select(['id', 'year', 'title'])
    .where('stage', 'in', ['selfAssessing', ...appraised.filter((stage) => stage !== 'published')])
    .orderBy('year', 'desc')
    .execute()
}

const ownSheets = async ({ transaction, actor }: ActContext): Promise<Overview['own']> => {
  const unitIds = actor.grants.flatMap(({ unitId }) => (unitId ? [unitId] : []))
  if (unitIds.length === 0) return []
  const rows = await transaction
    .selectFrom('cycle_unit as cu')
    .innerJoin('cycle as c', 'c.id', 'cu.cycle_id')
    .innerJoin('unit as u', 'u.id', 'cu.unit_id')
    .select(['c.id as cycle_id', 'c.year', 'c.title', 'u.id', 'u.code', 'u.name'])
    .where('cu.unit_id', 'in', unitIds)
    .where('cu.stage', 'in', ['approved', 'published'])
    .orderBy('c.year', 'desc')
    .execute()
  return rows.map(({ cycle_id, year, title, ...unit }) => ({ cycle: { id: cycle_id, year, title }, unit }))
}

/** What there is to see: cycles under way for those who oversee them, own sheets, and everything published. */
export const resultsOverview = async (context: ActContext): Promise<Result<Overview>> => {
  const { rows } = await sql<{ id: string; number: number; title: string; year: number; published_at: Date; corrected: boolean }>`
    select p.id, p.number, p.title, c.year, p.published_at, exists (select from publication n where n.corrects_id = p.id) as corrected
    from publication p join cycle c on c.id = p.cycle_id order by c.year desc, p.number desc`.execute(context.transaction)
  return accept({
    live: await liveCycles(context),
    own: await ownSheets(context),
    published: rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at.toISOString() })),
  })
}
