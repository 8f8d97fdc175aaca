import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { ReadResult } from '../../core/document/read-result.ts'
import { pastOfReading } from '../../core/improvement/past-of-reading.ts'
import { type PastResult, pastResultShape } from '../../core/improvement/past-result.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { ProblemMessage } from '../../contract/shapes.ts'

export interface StoredPast {
  readonly id: string
  readonly year: number
  readonly version: number
  readonly past: PastResult
}

/** Results of earlier years that the unit entered, newest first. */
export const loadPastResults = async ({ transaction }: ActContext, unitId: string): Promise<readonly StoredPast[]> => {
  const rows = await transaction.selectFrom('past_result').selectAll().where('unit_id', '=', unitId).orderBy('year', 'desc').execute()
  return rows.map(({ id, year, version, document }) => ({ id, year, version, past: pastResultShape.parse(document) }))
}

interface PastPlace {
  readonly unitId: string
  readonly year: number
}

export const showPast = async (context: ActContext, { unitId, year }: PastPlace): Promise<Result<Omit<StoredPast, 'id'>>> => {
  const found = (await loadPastResults(context, unitId)).find((each) => each.year === year)
  if (!found) return refuse(errorAt('notFound', String(year), { what: 'result' }))
  const { id: _, ...shown } = found
  return accept(shown)
}

/** What the table of a paper says; nothing is stored. */
export const readPast = async (
  { transaction }: ActContext,
  { unitId }: PastPlace,
  reading: ReadResult,
): Promise<Result<{ past: PastResult; problems: ProblemMessage[] }>> => {
  const unit = await transaction.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst()
  const read = pastOfReading(reading, unit?.name ?? '')
  if (!read.ok) return read
  return accept({ past: read.value.past, problems: read.value.problems.map((problem) => ({ ...speakProblem(problem) })) })
}

const unknownAreas = ({ areas, rows }: PastResult) => {
  const known = new Set(areas.map(({ id }) => id))
  return rows.filter(({ area }) => !known.has(area)).map(({ id }) => errorAt('notFound', id, { what: 'area' }))
}

/** Keeps a past result; one per unit and year. */
export const savePast = async (
  context: ActContext,
  { unitId, year }: PastPlace,
  version: number,
  past: PastResult,
): Promise<Result<Omit<StoredPast, 'id'>>> => {
  const { transaction, actor } = context
  const problems = unknownAreas(past)
  if (problems.length > 0) return refuse(...problems)
  const document = JSON.stringify(past)
  const { rows } = await sql<{ version: number }>`
    insert into past_result as r (id, authority_id, unit_id, year, document, version, changed_by)
    values (${randomUUID()}, ${actor.authorityId}, ${unitId}, ${year}, ${document}, 1, ${actor.personId})
    on conflict (authority_id, unit_id, year) do update
      set document = excluded.document, version = r.version + 1, changed_at = now(), changed_by = excluded.changed_by
      where r.version = ${version}
    returning version`.execute(transaction)
  const stored = rows[0]
  // A first entry always finds a place; whoever saw a version that is no longer there does not.
  if (!stored || (stored.version === 1 && version !== 0)) return refuse(errorAt('changedMeanwhile', String(year), {}))
  await recordActions(context, [{ kind: 'pastResultEntered', unitId, facts: { year, rows: past.rows.length } }])
  return accept({ year, version: stored.version, past })
}
