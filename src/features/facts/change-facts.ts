import { checkFacts } from '../../core/facts/check-facts.ts'
import type { FactKey } from '../../core/facts/fact-catalogue.ts'
import type { FactValue } from '../../core/facts/fact-value.ts'
import { parseFact } from '../../core/facts/parse-fact.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FactChange, FactRegister } from './contract.ts'
import { loadRegister } from './load-facts.ts'

interface ReadChange {
  readonly key: FactKey
  readonly value: FactValue | null
  readonly version: number
}

/**
 * Enters facts of one unit and year: all or none, so that a part never stands above its whole. Refused with every doubt at once; where somebody was first, with who and what.
 */
export const changeFacts = async (
  context: ActContext,
  { unitId, year }: { readonly unitId: string; readonly year: number },
  changes: readonly FactChange[],
): Promise<Result<FactRegister>> => {
  await lockRegister(context, unitId, year)
  const before = await loadRegister(context, unitId, year)
  if (!before.ok) return before
  const read = changes.map((change) => readChange(change))
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems))
  if (problems.length > 0) return { ok: false, problems }
  const values = read.flatMap((each) => (each.ok ? [each.value] : []))
  const refused = [...conflictsOf(before.value, values), ...checkTogether(before.value, values)]
  if (refused.length > 0) return { ok: false, problems: refused }
  for (const value of values) await storeFact(context, unitId, year, value)
  await recordActions(
    context,
    values.map(({ key, value }) => ({ kind: value === null ? 'factTakenAway' : 'factEntered', unitId, facts: { year, key, value } })),
  )
  return loadRegister(context, unitId, year)
}

const readChange = ({ key, value, version }: FactChange): Result<ReadChange> => {
  if (value === null) return { ok: true, value: { key, value, version } }
  const parsed = parseFact(key, value)
  return parsed.ok ? { ok: true, value: { key, value: parsed.value, version } } : parsed
}

/** Two people of one unit enter facts one after the other. */
const lockRegister = async ({ transaction }: ActContext, unitId: string, year: number): Promise<void> => {
  await transaction.selectFrom('fact').select('key').where('unit_id', '=', unitId).where('year', '=', year).forUpdate().execute()
}

const conflictsOf = ({ facts }: FactRegister, changes: readonly ReadChange[]): readonly Problem[] =>
  changes.flatMap(({ key, version }) => {
    const standing = facts.find((fact) => fact.key === key)
    if ((standing?.version ?? 0) === version) return []
    return [
      errorAt('changedMeanwhile', key, {
        ...(standing?.changedBy && { by: standing.changedBy.name }),
        ...(standing && {
          moment: standing.changedAt,
          theirs: typeof standing.value === 'string' ? standing.value : `${standing.value.length}`,
        }),
        version: String(standing?.version ?? 0),
      }),
    ]
  })

const checkTogether = ({ facts }: FactRegister, changes: readonly ReadChange[]): readonly Problem[] => {
  const after = new Map<FactKey, FactValue>(facts.map(({ key, value }) => [key, value]))
  for (const { key, value } of changes) {
    if (value === null) after.delete(key)
    else after.set(key, value)
  }
  return checkFacts(Object.fromEntries(after))
}

const storeFact = async (
  { transaction, actor }: ActContext,
  unitId: string,
  year: number,
  { key, value, version }: ReadChange,
): Promise<void> => {
  if (value === null) {
    await transaction.deleteFrom('fact').where('unit_id', '=', unitId).where('year', '=', year).where('key', '=', key).execute()
    return
  }
  const columns = { value: JSON.stringify(value), profile_id: null, version: version + 1, changed_by: actor.personId }
  await transaction
    .insertInto('fact')
    .values({ authority_id: actor.authorityId, unit_id: unitId, year, key, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'unit_id', 'year', 'key']).doUpdateSet(({ fn }) => ({ ...columns, changed_at: fn<Date>('now') })),
    )
    .execute()
}
