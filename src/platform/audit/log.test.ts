import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestAuthority } from '../../../test/authority.ts'
import { createTestDatabase } from '../../../test/database.ts'
import { accept } from '../../core/result.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { actAs } from '../database/transaction.ts'
import { runDueJobs } from '../jobs/worker.ts'
import { deriveKey, keyIdOf } from '../settings/secret.ts'
import { keepLogHead, readKeptHeads } from './log-head.ts'
import { recordActions } from './record-action.ts'
import { firstHash, hashAfter, macOf, type SealedAction, sealedColumns } from './seal.ts'
import { sealLogJob } from './seal-log.ts'
import { verifyLog } from './verify-log.ts'

const secret = 'bi-mat-cua-nhat-ky-thu-nghiem-0123456789'
const key = deriveKey(secret, 'log')

interface Log {
  readonly database: Database
  /** Who holds the database: not fenced by the application's rights. */
  readonly owner: Database
  readonly filesDir: string
  readonly authority: { readonly id: string; readonly name: string }
  readonly write: (count: number) => Promise<void>
  readonly seal: () => Promise<number>
  /** What the verification tells, as `reason number`. */
  readonly told: () => Promise<readonly string[]>
  readonly tamper: (...statements: readonly RawBuilder<unknown>[]) => Promise<void>
}

/** A log of its own with twelve sealed lines. */
const startLog = async (): Promise<Log> => {
  const urls = await createTestDatabase()
  const [database, owner] = [openDatabase({ connectionString: urls.applicationUrl }), openDatabase({ connectionString: urls.ownerUrl })]
  const filesDir = await mkdtemp(join(tmpdir(), 'parindex-log-'))
  afterAll(async () => {
    await Promise.all([database.destroy(), owner.destroy(), rm(filesDir, { recursive: true })])
  })
  const { id } = await createTestAuthority(owner)
  const authority = { id, name: 'UBND tỉnh Thử nghiệm' }
  const { id: personId } = await owner.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
  const actor = { personId, name: '', authorityId: id, grants: [], units: 'all' } as const
  const write = async (count: number): Promise<void> => {
    const actions = Array.from({ length: count }, (_, place) => ({
      kind: 'scoreChanged',
      nodeId: '1.1',
      facts: { points: `0.${place}`, place },
    }))
    await actAs(database, actor, async (context) => accept(await recordActions(context, actions)))
  }
  const seal = async (): Promise<number> => {
    await sql`update job set due_at = now()`.execute(owner)
    return runDueJobs({ database, jobs: [sealLogJob(secret)], filesDir })
  }
  const told = async () => {
    const { problems } = await verifyLog(database, authority, key, await readKeptHeads(filesDir, id))
    return problems.map((each) => (each.code === 'logBroken' ? `${each.reason} ${each.number}` : each.code))
  }
  const tamper = async (...statements: readonly RawBuilder<unknown>[]): Promise<void> => {
    for (const statement of statements) await statement.execute(owner)
  }
  await write(12)
  await seal()
  return { database, owner, filesDir, authority, write, seal, told, tamper }
}

/** The database's own guard against taking away what is sealed; whoever owns the tables can take it off. */
const unguarded = sql`alter table action_seal drop constraint action_seal_authority_id_action_id_fkey`
const idOf = (number: number) => sql`(select action_id from action_seal where number = ${number})`

/** The chain made anew over what is there, by somebody with a key of their own or with ours. */
const rewrite = async ({ owner, authority }: Log, own: Buffer, keyId = keyIdOf(key)): Promise<void> => {
  const { rows } = await sql<SealedAction>`select ${sealedColumns} from action a order by a.id`.execute(owner)
  await sql`delete from action_seal`.execute(owner)
  let hash: Buffer = firstHash
  for (const [place, action] of rows.entries()) {
    hash = hashAfter(hash, place + 1, action)
    await owner
      .insertInto('action_seal')
      .values({ authority_id: authority.id, number: place + 1, action_id: action.id, hash, mac: macOf(own, hash), key_id: keyId })
      .execute()
  }
}

describe('the log', () => {
  it('is sealed in order behind those who write, and is whole', async () => {
    const log = await startLog()
    await log.write(3)
    const verified = await verifyLog(log.database, log.authority, key, [])
    expect(verified).toMatchObject({ sealed: 12, waiting: 3, problems: [] })
    await log.seal()
    expect(await verifyLog(log.database, log.authority, key, [])).toMatchObject({ sealed: 15, waiting: 0, problems: [] })
    expect(await readKeptHeads(log.filesDir, log.authority.id)).toHaveLength(1)
  })

  it('takes in later what an act that began earlier commits later', async () => {
    const log = await startLog()
    const [opened, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const actor = { personId: '', name: '', authorityId: log.authority.id, grants: [], units: 'all', isInstallation: true } as const
    const slow = actAs(log.database, actor, async (context) => {
      await recordActions(context, [{ kind: 'slow' }])
      opened.resolve()
      await written.promise
      return accept(undefined)
    })
    await opened.promise
    await log.write(1)
    await log.seal()
    written.resolve()
    await slow
    await log.seal()
    expect(await log.told()).toEqual([])
    expect(await verifyLog(log.database, log.authority, key, [])).toMatchObject({ sealed: 14, waiting: 0 })
  })

  it('shows that an entry was changed: its facts, its moment or its person', async () => {
    for (const change of [
      sql`update action set facts = '{"points": "9"}' where id = ${idOf(5)}`,
      sql`update action set at = at + interval '1 microsecond' where id = ${idOf(5)}`,
      sql`update action set person_id = null where id = ${idOf(5)}`,
    ]) {
      const log = await startLog()
      await log.tamper(change)
      expect(await log.told()).toEqual(['changed 5'])
    }
  })

  it('shows that an entry was taken away, with its seal or without', async () => {
    const log = await startLog()
    await log.tamper(unguarded, sql`delete from action where id = ${idOf(7)}`)
    expect(await log.told()).toEqual(['removed 7'])
    await log.tamper(sql`delete from action_seal where number = 7`)
    expect(await log.told()).toEqual(['gap 7', 'changed 8'])
  })

  it('shows that two entries changed places', async () => {
    const log = await startLog()
    await log.tamper(
      sql`alter table action_seal drop constraint action_seal_authority_id_action_id_key`,
      sql`update action_seal set action_id = case number when 3 then ${idOf(4)} else ${idOf(3)} end where number in (3, 4)`,
    )
    expect(await log.told()).toEqual(['changed 3', 'changed 4'])
  })

  it('shows an entry that was put in around the application', async () => {
    const log = await startLog()
    await log.tamper(
      sql`insert into action (authority_id, kind) values (${log.authority.id}, 'published')`,
      sql`delete from action_to_seal`,
    )
    expect(await log.told()).toEqual([expect.stringMatching(/^unsealed \d+$/)])
  })

  it('shows that its end was cut off, or all of it', async () => {
    const log = await startLog()
    const tail = sql`delete from action a using action_seal s where s.action_id = a.id and s.number > 9`
    await log.tamper(unguarded, tail, sql`delete from action_seal where number > 9`)
    expect(await log.told()).toEqual(['cutTail 9'])
    await log.tamper(sql`delete from action_seal`, sql`delete from action`)
    expect(await log.told()).toEqual(['cutTail 0'])
  })

  it('shows a chain that was written anew without the key, also under another key', async () => {
    const log = await startLog()
    await log.tamper(sql`update action set facts = '{}' where id = ${idOf(12)}`)
    await rewrite(log, Buffer.alloc(32, 1))
    expect(await log.told()).toContain('forged 12')
    await rewrite(log, Buffer.alloc(32, 1), 'deadbeef')
    expect(await log.told()).toContain('logKeyUnknown')
  })

  it('shows by a printed head a chain that was written anew with the key itself', async () => {
    const log = await startLog()
    await log.tamper(sql`update action set facts = '{}' where id = ${idOf(2)}`)
    await rewrite(log, key)
    expect(await log.told()).toEqual(['otherHead 12'])
  })

  it('takes the heads of earlier days as well', async () => {
    const log = await startLog()
    await keepLogHead(log.filesDir, log.authority.id, '2026-01-01', { number: 40, hash: 'ab'.repeat(32) })
    expect(await log.told()).toEqual(['cutTail 12'])
  })
})
