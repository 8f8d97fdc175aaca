import { sql } from 'kysely'
import type { LogFault } from '../../core/problem-facts/organisation.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept } from '../../core/result.ts'
import type { Database } from '../database/database.ts'
import { actAs, actFor, type Transaction } from '../database/transaction.ts'
import { keyIdOf } from '../settings/secret.ts'
import { firstHash, hashAfter, type LogHead, macOf, type SealedAction, sealedColumns } from './seal.ts'

const atOnce = 5000
/** Further faults of the same kind tell nothing more; the first ones lead to the place. */
const toldAtMost = 20

interface SealRow extends SealedAction {
  readonly number: number
  readonly hash: Buffer
  readonly mac: Buffer
  readonly key_id: string
  readonly found: boolean
}

export interface VerifiedLog {
  readonly authority: string
  readonly sealed: number
  /** Written of late, to be sealed within seconds. */
  readonly waiting: number
  readonly head: LogHead | undefined
  readonly problems: readonly Problem[]
}

const fault = (reason: LogFault, number: number): Problem => errorAt('logBroken', String(number), { reason, number })

const nextSeals = async (transaction: Transaction, after: number): Promise<readonly SealRow[]> => {
  const { rows } = await sql<SealRow>`
    select s.number, s.hash, s.mac, s.key_id, a.id is not null as found, ${sealedColumns}
    from action_seal s left join action a on a.authority_id = s.authority_id and a.id = s.action_id
    where s.number > ${after} order by s.number limit ${atOnce}`.execute(transaction)
  return rows
}

/** Walks the chain from its beginning. Every fault is told where it stands; the walk goes on from the hash that is written there. */
const walk = async (transaction: Transaction, key: Buffer, heads: readonly LogHead[]) => {
  const problems: Problem[] = []
  const tell = (problem: Problem): void => void (problems.length < toldAtMost && problems.push(problem))
  const unknownKeys = new Map<string, number>()
  const keyId = keyIdOf(key)
  const wanted = new Map(heads.map((head) => [head.number, head.hash]))
  let number = 0
  let before: Buffer = firstHash
  for (let rows = await nextSeals(transaction, 0); rows.length > 0; rows = await nextSeals(transaction, number)) {
    for (const row of rows) {
      if (row.number !== number + 1) tell(fault('gap', number + 1))
      if (!row.found) tell(fault('removed', row.number))
      else if (!hashAfter(before, row.number, actionOf(row)).equals(row.hash)) tell(fault('changed', row.number))
      if (row.key_id !== keyId) unknownKeys.set(row.key_id, (unknownKeys.get(row.key_id) ?? 0) + 1)
      else if (!macOf(key, row.hash).equals(row.mac)) tell(fault('forged', row.number))
      const printed = wanted.get(row.number)
      if (printed !== undefined && printed !== row.hash.toString('hex')) tell(fault('otherHead', row.number))
      ;[number, before] = [row.number, row.hash]
    }
  }
  const longest = Math.max(0, ...wanted.keys())
  if (longest > number) tell(fault('cutTail', number))
  for (const [unknown, lines] of unknownKeys) tell(errorAt('logKeyUnknown', unknown, { keyId: unknown, lines }))
  return { problems, number, head: number === 0 ? undefined : { number, hash: before.toString('hex') } }
}

const actionOf = ({ id, authority_id, person_id, at, kind, cycle_id, unit_id, node_id, facts }: SealRow): SealedAction => ({
  id,
  authority_id,
  person_id,
  at,
  kind,
  cycle_id,
  unit_id,
  node_id,
  facts,
})

/** Actions that neither were sealed nor wait for it: written around the application. */
const unsealed = async (transaction: Transaction): Promise<readonly Problem[]> => {
  const { rows } = await sql<{ id: number }>`
    select a.id from action a
    where not exists (select from action_seal s where s.authority_id = a.authority_id and s.action_id = a.id)
      and not exists (select from action_to_seal t where t.authority_id = a.authority_id and t.action_id = a.id)
    order by a.id limit ${toldAtMost}`.execute(transaction)
  return rows.map(({ id }) => fault('unsealed', id))
}

/**
 * Checks the log of one authority from its first seal to its last, against the key and against the heads that were kept or printed. Finds what was
 * changed, removed, put in, put in another order, sealed by somebody else, and a tail that was cut off.
 */
export const verifyLog = async (
  database: Database,
  authority: { readonly id: string; readonly name: string },
  key: Buffer,
  heads: readonly LogHead[],
): Promise<VerifiedLog> => {
  const actor = { personId: '', name: '', authorityId: authority.id, grants: [], units: 'all', isInstallation: true } as const
  const verified = await actAs(database, actor, async ({ transaction }) => {
    const { problems, number, head } = await walk(transaction, key, heads)
    const waiting = await sql<{ count: number }>`select count(*)::int as count from action_to_seal`.execute(transaction)
    const all = [...problems, ...(await unsealed(transaction))]
    return accept({ authority: authority.name, sealed: number, waiting: waiting.rows[0]?.count ?? 0, head, problems: all })
  })
  if (!verified.ok) throw new Error('reading the log is never refused')
  return verified.value
}

/** Every authority of the installation. */
export const listAuthorities = async (database: Database): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  const found = await actFor(database, 'jobs', async (transaction) =>
    accept(await transaction.selectFrom('authority').select(['id', 'name']).orderBy('name').execute()),
  )
  return found.ok ? found.value : []
}
