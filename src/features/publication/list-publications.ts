import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Publication, ReadyCycle } from './contract.ts'

interface PublicationRow {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly title: string
  readonly year: number
  readonly cycle_id: string
  readonly published_at: Date
  readonly published_by: string | null
  readonly person_name: string | null
  readonly decision_number: string | null
  readonly decision_date: string | null
  readonly is_public: boolean
  readonly public_parts: Publication['parts']
  readonly petitions_close: Date | null
  readonly hash: string
  readonly groups: string[]
  readonly hashes: string[]
  readonly corrects_id: string | null
  readonly corrects_number: number | null
  readonly correction_reason: string | null
  readonly corrected_by_id: string | null
  readonly corrected_by_number: number | null
}

const publicationOf = (row: PublicationRow): Publication => ({
  id: row.id,
  version: row.version,
  number: row.number,
  title: row.title,
  year: row.year,
  cycleId: row.cycle_id,
  publishedAt: row.published_at.toISOString(),
  ...(row.published_by && { publishedBy: { id: row.published_by, name: row.person_name ?? '' } }),
  ...(row.decision_number && { decision: { number: row.decision_number, date: row.decision_date ?? '' } }),
  isPublic: row.is_public,
  parts: row.public_parts,
  ...(row.petitions_close && { petitionsClose: row.petitions_close.toISOString() }),
  hash: row.hash,
  groups: row.groups,
  hashes: row.hashes,
  ...(row.corrects_id && { corrects: { id: row.corrects_id, number: row.corrects_number ?? 0, reason: row.correction_reason ?? '' } }),
  ...(row.corrected_by_id && { correctedBy: { id: row.corrected_by_id, number: row.corrected_by_number ?? 0 } }),
})

const readyCycles = ({ transaction }: Pick<ActContext, 'transaction'>): Promise<ReadyCycle[]> =>
  transaction
    .selectFrom('cycle')
    .innerJoin('cycle_unit', 'cycle_unit.cycle_id', 'cycle.id')
    .select(({ fn }) => [
      'cycle.id',
      'cycle.year',
      'cycle.title',
      fn.countAll<number>().as('units'),
      fn.count<number>('submitted_at').as('submitted'),
    ])
    .where('cycle.stage', '=', 'approved')
    .where('cycle.is_trial', '=', false)
    .groupBy('cycle.id')
    .orderBy('cycle.year', 'desc')
    .execute()

/** Everything published by the authority, newest first, and the cycles that wait for it. */
export const listPublications = async (
  context: Pick<ActContext, 'transaction'>,
): Promise<Result<{ publications: Publication[]; ready: ReadyCycle[] }>> => {
  const { rows } = await sql<PublicationRow>`
    select p.id, p.version, p.number, p.title, c.year, p.cycle_id, p.published_at, p.published_by, w.name as person_name,
      p.decision_number, p.decision_date, p.is_public, p.public_parts, p.petitions_close, p.hash, p.groups, p.hashes,
      p.corrects_id, old.number as corrects_number, p.correction_reason, new.id as corrected_by_id, new.number as corrected_by_number
    from publication p
    join cycle c on c.id = p.cycle_id
    left join person w on w.id = p.published_by
    left join publication old on old.id = p.corrects_id
    left join publication new on new.corrects_id = p.id
    order by c.year desc, p.number desc`.execute(context.transaction)
  return accept({ publications: rows.map(publicationOf), ready: await readyCycles(context) })
}
