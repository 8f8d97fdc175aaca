import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type AccountRow, readAccountRows } from '../../core/organisation/account-rows.ts'
import { checkRolePlace } from '../../core/organisation/role-place.ts'
import { fold } from '../../core/fold.ts'
import { errorAt, hasErrors, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { roles } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Unit } from './contract.ts'
import { loadLivingUnits } from './load-units.ts'
import { nameOfSeen } from './name-of-seen.ts'
import type { AccountImport } from './account-import.ts'

const rolesByWord = new Map(roles.map((role) => [fold(labelsVi.roles[role]), role]))

interface Found extends AccountRow {
  readonly unit?: Unit
  readonly personId?: string
}

/** Who has a sign-in name already; those of other authorities are taken without being seen. */
const findKnown = async ({ transaction }: ActContext, names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; sign_in_name: string }>`
    select id, sign_in_name from person where sign_in_name = any (${[...names]}::text[])`.execute(transaction)
  return new Map(rows.map((row) => [row.sign_in_name, row.id]))
}

const checkPlace = ({ line, unitCode, role, unit }: Found): readonly Problem[] => {
  if (unitCode !== '' && !unit) return [errorAt('unknownUnit', 'unit', { unit: unitCode }, line)]
  return checkRolePlace(role, unit !== undefined).map((problem) => ({ ...problem, line }))
}

const insertAccounts = async ({ transaction, actor }: ActContext, accounts: readonly Found[]): Promise<readonly Found[]> => {
  const fresh = accounts.flatMap((each) => (each.personId === undefined ? [{ ...each, personId: randomUUID() }] : []))
  if (fresh.length)
    await transaction
      .insertInto('person')
      .values(
        fresh.map(({ personId, name, signInName, email }) => ({
          id: personId,
          authority_id: actor.authorityId,
          name,
          sign_in_name: signInName,
          password_hash: null,
          must_change_password: true,
          email: email ?? null,
        })),
      )
      .execute()
  const all = [...fresh, ...accounts.filter(({ personId }) => personId !== undefined)]
  await sql`
    insert into role_grant (id, authority_id, person_id, role, unit_id, valid)
    select gen_random_uuid(), ${actor.authorityId}, n.person_id, n.role, n.unit_id, daterange(today(), null)
    from unnest(${all.map(({ personId }) => personId)}::uuid[], ${all.map(({ role }) => role)}::text[], ${all.map(({ unit }) => unit?.id ?? null)}::uuid[])
      n (person_id, role, unit_id)
    where not exists (select from role_grant g where g.person_id = n.person_id and g.role = n.role
      and g.unit_id is not distinct from n.unit_id and g.valid @> today())`.execute(transaction)
  return all
}

/** Hundreds of accounts at once, without passwords: those come with the printed slips. Says what it would do, or does it; all or none. */
export const importAccounts = async (
  context: ActContext,
  rows: readonly (readonly string[])[],
  { preview, seen }: { readonly preview: 'true' | 'false'; readonly seen: string },
): Promise<Result<AccountImport>> => {
  const read = readAccountRows(rows, rolesByWord)
  const units = new Map((await loadLivingUnits(context)).map((unit) => [fold(unit.code), unit]))
  const known = await findKnown(
    context,
    read.accounts.map(({ signInName }) => signInName),
  )
  const accounts = read.accounts.map((row): Found => {
    const [unit, personId] = [units.get(fold(row.unitCode)), known.get(row.signInName)]
    return { ...row, ...(unit && { unit }), ...(personId && { personId }) }
  })
  const problems = [...read.problems, ...accounts.flatMap(checkPlace)]
  const shown = accounts.map(({ line, name, signInName, role, unit, email, personId }) => ({
    line,
    name,
    signInName,
    role,
    ...(unit && { unit: { id: unit.id, code: unit.code, name: unit.name } }),
    ...(email && { email }),
    isKnown: personId !== undefined,
  }))
  const view = (isApplied: boolean): AccountImport => ({
    accounts: shown,
    problems: problems.map((problem) => ({ ...speakProblem(problem) })),
    isApplied,
    seen: nameOfSeen(shown),
  })
  if (preview === 'true') return accept(view(false))
  if (hasErrors(problems)) return refuse(...problems)
  if (seen !== nameOfSeen(shown)) return refuse(errorAt('changedMeanwhile', 'file', {}))
  const added = await insertAccounts(context, accounts)
  await recordActions(
    context,
    added.map(({ personId, role, unit }) => ({ kind: 'personAdded', ...(unit && { unitId: unit.id }), facts: { personId, role } })),
  )
  return accept(view(true))
}
