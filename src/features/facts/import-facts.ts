import { createHash } from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'
import type { FactKey } from '../../core/facts/fact-catalogue.ts'
import { differencesOf, type FactDifference } from '../../core/facts/fact-differences.ts'
import { type ImportedFacts, readImport } from '../../core/facts/import-profile.ts'
import type { FactValue } from '../../core/facts/fact-value.ts'
import { fold } from '../../core/fold.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { ImportPreview, StoredFact } from './contract.ts'
import { loadStanding } from './load-facts.ts'
import { loadProfile } from './profiles.ts'

/** The rows of a table, heading row first, each cell as text. */
export type ImportRows = readonly (readonly string[])[]

interface Compared {
  readonly read: ImportedFacts
  readonly differences: readonly (FactDifference & { readonly version: number; readonly wasEntered: boolean })[]
  readonly units: ReadonlyMap<string, { readonly id: string; readonly code: string; readonly name: string }>
  readonly seen: string
}

const loadUnits = async ({ transaction }: ActContext) => {
  const units = await transaction.selectFrom('unit').select(['id', 'code', 'name', 'aliases']).execute()
  const byName = new Map<string, string>()
  for (const { id, code, name, aliases } of units) for (const each of [code, name, ...aliases]) byName.set(fold(each), id)
  return { byName, units: new Map(units.map(({ id, code, name }) => [id, { id, code, name }])) }
}

const compare = async (context: ActContext, profileId: string, year: number, rows: ImportRows): Promise<Result<Compared>> => {
  const profile = await loadProfile(context, profileId)
  if (!profile.ok) return profile
  const { byName, units } = await loadUnits(context)
  const read = readImport({ ...profile.value, columns: profile.value.columns as Readonly<Record<string, FactKey>> }, rows, (text) =>
    byName.get(fold(text)),
  )
  const standing = await loadStanding(context, [...new Set(read.facts.map(({ unit }) => unit))], year)
  const differences = differencesOf(read.facts, (unit, key) => standing.get(`${unit} ${key}`)?.value).map((difference) => {
    const { version = 0, wasEntered = false } = standing.get(`${difference.unit} ${difference.key}`) ?? {}
    return { ...difference, version, wasEntered }
  })
  const seen = createHash('sha256').update(canonicalJson({ year, profileId, differences })).digest('hex')
  return accept({ read, differences, units, seen })
}

/** The register's own value is frozen; what is sent is not. */
const sent = (value: FactValue): StoredFact['value'] => (typeof value === 'string' ? value : value.map((line) => ({ ...line })))

/** What a table of a source would change; nothing is stored. */
export const previewImport = async (
  context: ActContext,
  profileId: string,
  year: number,
  rows: ImportRows,
): Promise<Result<ImportPreview>> => {
  const compared = await compare(context, profileId, year, rows)
  if (!compared.ok) return compared
  const { read, differences, units, seen } = compared.value
  return accept({
    differences: differences.flatMap(({ unit, key, before, after, wasEntered }) => {
      const found = units.get(unit)
      return found ? [{ unit: found, key, ...(before !== undefined && { before: sent(before) }), after: sent(after), wasEntered }] : []
    }),
    unchanged: read.facts.length - differences.length,
    problems: read.problems.map((problem) => ({ ...speakProblem(problem) })),
    seen,
  })
}

export interface ImportOrder {
  readonly profileId: string
  readonly year: number
  /** What the preview was named; see {@link previewImport}. */
  readonly seen: string
  readonly except: ReadonlySet<string>
}

/** Stores the differences that a person saw, but for those set aside; refused where they are no longer the same. */
export const applyImport = async (context: ActContext, order: ImportOrder, rows: ImportRows): Promise<Result<{ stored: number }>> => {
  await context.transaction.selectFrom('fact_profile').select('id').where('id', '=', order.profileId).forUpdate().execute()
  const compared = await compare(context, order.profileId, order.year, rows)
  if (!compared.ok) return compared
  if (compared.value.seen !== order.seen) return refuse(errorAt('changedMeanwhile', 'file', {}))
  const wanted = compared.value.differences.filter(({ unit, key }) => !order.except.has(`${unit} ${key}`))
  for (let start = 0; start < wanted.length; start += 5000) await store(context, order, wanted.slice(start, start + 5000))
  await recordActions(context, [{ kind: 'factsImported', facts: { profileId: order.profileId, year: order.year, stored: wanted.length } }])
  return accept({ stored: wanted.length })
}

const store = async (
  { transaction, actor }: ActContext,
  { profileId, year }: ImportOrder,
  wanted: Compared['differences'],
): Promise<void> => {
  await transaction
    .insertInto('fact')
    .values(
      wanted.map(({ unit, key, after, version }) => ({
        authority_id: actor.authorityId,
        unit_id: unit,
        year,
        key,
        value: JSON.stringify(after),
        profile_id: profileId,
        version: version + 1,
        changed_by: actor.personId,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'unit_id', 'year', 'key']).doUpdateSet(({ ref, fn }) => ({
        value: ref('excluded.value'),
        profile_id: ref('excluded.profile_id'),
        version: ref('excluded.version'),
        changed_by: ref('excluded.changed_by'),
        changed_at: fn<Date>('now'),
      })),
    )
    .execute()
}
