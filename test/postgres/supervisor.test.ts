import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/platform/database/database.ts'
import { foldersOf } from '../../src/platform/postgres/folders.ts'
import { end, hold, query, serverPid, urlsOf } from './hold.ts'
import { temporaryFolder } from './temporary-folder.ts'

const eventually = async <T>(read: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const value = await read().catch(() => undefined)
    if (value !== undefined) return value
    await new Promise((done) => setTimeout(done, 50))
  }
}

describe('the embedded PostgreSQL', () => {
  it('starts in an empty folder, keeps what is acknowledged, and knows the Vietnamese order', async () => {
    const holder = await hold(await temporaryFolder())
    const [row] = await query(
      urlsOf(holder).applicationUrl,
      `select current_user as who, current_setting('fsync') as fsync, current_setting('listen_addresses') as network, usesuper,
         (select string_agg(x, '' order by x collate "vi-x-icu") from unnest('{đ,e,ă,d,â,a,ê}'::text[]) x) as sorted
       from pg_user where usename = current_user`,
    )
    expect(row).toEqual({ who: 'parindex', fsync: 'on', network: '', usesuper: false, sorted: 'aăâdđeê' })
    const [owner] = await query(urlsOf(holder).ownerUrl, 'select usesuper from pg_user where usename = current_user')
    expect(owner).toEqual({ usesuper: false })
    await end(holder.process, 'SIGTERM')
  })

  it('stops with the process and leaves nothing running', async () => {
    const folder = await temporaryFolder()
    const holder = await hold(folder)
    const pid = await serverPid(folder)
    expect(pid).toBeTypeOf('number')
    await end(holder.process, 'SIGTERM')
    expect(holder.process.exitCode).toBe(0)
    expect(await serverPid(folder)).toBeUndefined()
    expect(await readdir(join(folder, 'postgres'))).not.toContain('postmaster.pid')
    expect(await readFile(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down')
  })

  it('is shared by two processes on one folder, and stays until the last one leaves', async () => {
    const folder = await temporaryFolder()
    const [first, second] = await Promise.all([hold(folder), hold(folder)])
    await query(urlsOf(first).ownerUrl, 'create table seen (a int)')
    expect(await query(urlsOf(second).ownerUrl, 'select count(*)::int as n from seen')).toEqual([{ n: 0 }])
    await end(first.process, 'SIGTERM')
    expect(await query(urlsOf(second).ownerUrl, 'select count(*)::int as n from seen')).toEqual([{ n: 0 }])
    await end(second.process, 'SIGTERM')
    expect(await serverPid(folder)).toBeUndefined()
  })

  it('finds what a killed process left behind and goes on with it', async () => {
    const folder = await temporaryFolder()
    await end((await hold(folder)).process, 'SIGKILL')
    const orphan = await serverPid(folder)
    expect(orphan).toBeTypeOf('number')
    const next = await hold(folder)
    expect(await serverPid(folder)).toBe(orphan)
    await end(next.process, 'SIGTERM')
    expect(await serverPid(folder)).toBeUndefined()
  })

  it('comes back by itself when the server is killed under a running process', async () => {
    const folder = await temporaryFolder()
    const holder = await hold(folder)
    const { ownerUrl } = urlsOf(holder)
    await query(ownerUrl, 'create table kept as select 1 as a')
    const killed = (await serverPid(folder)) ?? 0
    process.kill(killed, 'SIGKILL')
    expect(await eventually(() => query(ownerUrl, 'select a from kept'))).toEqual([{ a: 1 }])
    expect(await serverPid(folder)).not.toBe(killed)
    await end(holder.process, 'SIGTERM')
    expect(await serverPid(folder)).toBeUndefined()
  })

  it('takes an act down with it when it is killed, but not the process', async () => {
    const folder = await temporaryFolder()
    const holder = await hold(folder)
    const database = openDatabase({ connectionString: urlsOf(holder).applicationUrl })
    let begun = (): void => undefined
    const hasBegun = new Promise<void>((done) => (begun = done))
    const outcome = database
      .transaction()
      .execute(async (transaction) => {
        await sql`select 1`.execute(transaction)
        begun()
        await sql`select pg_sleep(30)`.execute(transaction)
      })
      .then(
        () => 'done',
        () => 'refused',
      )
    await hasBegun
    process.kill((await serverPid(folder)) ?? 0, 'SIGKILL')
    expect(await outcome).toBe('refused')
    expect(await eventually(() => sql`select 1 as a`.execute(database).then(({ rows }) => rows))).toEqual([{ a: 1 }])
    await database.destroy()
    await end(holder.process, 'SIGTERM')
  })

  it('starts again after server and process were killed together', async () => {
    const folder = await temporaryFolder()
    const holder = await hold(folder)
    await query(urlsOf(holder).ownerUrl, 'create table kept as select 1 as a')
    const pid = (await serverPid(folder)) ?? 0
    process.kill(pid, 'SIGKILL')
    await end(holder.process, 'SIGKILL')
    const next = await hold(folder)
    expect(await query(urlsOf(next).ownerUrl, 'select a from kept')).toEqual([{ a: 1 }])
    await end(next.process, 'SIGTERM')
  })

  it('is not kept from starting by lock files whose number belongs to another program now', async () => {
    const folder = await temporaryFolder()
    await end((await hold(folder)).process, 'SIGTERM')
    const { cluster, socket } = foldersOf(folder)
    const stale = `${process.pid}\n${cluster}\n1700000000\n5432\n${socket}\n\n  123456         0\nready   \n`
    await writeFile(join(cluster, 'postmaster.pid'), stale, { mode: 0o600 })
    await writeFile(join(socket, '.s.PGSQL.5432.lock'), stale, { mode: 0o600 })
    const next = await hold(folder)
    expect(next.started.ok).toBe(true)
    await end(next.process, 'SIGTERM')
  })

  it('throws away a cluster that was half made when its start was killed', async () => {
    const folder = await temporaryFolder()
    const half = join(folder, 'postgres.new-999999999')
    await mkdir(half)
    await writeFile(join(half, 'PG_VERSION'), '18\n')
    const holder = await hold(folder)
    expect(holder.started.ok).toBe(true)
    expect(await readdir(folder)).not.toContain('postgres.new-999999999')
    await end(holder.process, 'SIGTERM')
  })

  it('works in a folder with spaces, marks and a name too long for a socket', async () => {
    const folder = join(await temporaryFolder(), 'data')
    const long = join(folder, `Dữ liệu của Sở Nội vụ ${'rất dài '.repeat(8)}`.trim())
    const holder = await hold(long)
    expect(await query(urlsOf(holder).ownerUrl, 'select 1 as a')).toEqual([{ a: 1 }])
    await end(holder.process, 'SIGTERM')
  })

  it('lets nobody else near the socket', async () => {
    const folder = await temporaryFolder()
    await chmod(folder, 0o755)
    const holder = await hold(folder)
    const { mode } = await stat(foldersOf(folder).socket)
    expect((mode & 0o777).toString(8)).toBe('700')
    await end(holder.process, 'SIGTERM')
  })
})
