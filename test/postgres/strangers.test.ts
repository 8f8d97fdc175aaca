import { spawnSync } from 'node:child_process'
import { chown, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { foldersOf } from '../../src/platform/postgres/folders.ts'
import { end, hold, problemsOf, query, serverPid, urlsOf, type HolderOptions } from './hold.ts'
import { temporaryFolder } from './temporary-folder.ts'

const isRoot = process.getuid?.() === 0
const runs = (program: string, ...rest: readonly string[]): boolean => spawnSync(program, rest, { stdio: 'ignore' }).status === 0
const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
/** The checkout may lie where another user cannot read. */
const nobodyCanRun =
  isRoot && runs('setpriv', ...asNobody.slice(1), process.execPath, '-e', `require('fs').accessSync('${import.meta.filename}')`)
const inNamespace = ['unshare', '--user', '--map-root-user', '--mount']
const canMount = runs(inNamespace[0] ?? '', ...inNamespace.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt')

/** A PATH that holds only these programs, as in a container that offers no more. */
const pathWith = async (...programs: readonly string[]): Promise<NodeJS.ProcessEnv> => {
  const folder = join(await temporaryFolder(), 'bin')
  await mkdir(folder)
  for (const program of programs) await symlink(`/usr/bin/${program}`, join(folder, program))
  return { ...process.env, PATH: folder }
}

const expectToWork = async (folder: string, options: HolderOptions): Promise<void> => {
  const holder = await hold(folder, options)
  expect(await query(urlsOf(holder).ownerUrl, 'select 1 as a')).toEqual([{ a: 1 }])
  await end(holder.process, 'SIGTERM')
  expect(await serverPid(folder)).toBeUndefined()
}

describe.runIf(isRoot)('the embedded PostgreSQL of root', () => {
  it('runs under another user where user namespaces are refused', async () => {
    await expectToWork(await temporaryFolder(), { environment: await pathWith('setpriv') })
  })

  it('runs in a folder that another identity used before', async () => {
    const folder = await temporaryFolder()
    await expectToWork(folder, { environment: await pathWith('setpriv') })
    await expectToWork(folder, {})
    await expectToWork(folder, { environment: await pathWith('setpriv') })
  })
})

describe.runIf(nobodyCanRun)('the embedded PostgreSQL of root without any tool of the system', () => {
  it('runs under user 65534 in a folder which that user can reach', async () => {
    const folder = await temporaryFolder()
    const data = join(folder, 'data')
    await mkdir(data)
    // mkdtemp makes folders that only their owner enters.
    spawnSync('chmod', ['755', folder])
    await expectToWork(data, { environment: await pathWith() })
  })
})

describe.runIf(nobodyCanRun)('the embedded PostgreSQL of an ordinary user', () => {
  it('runs as that user', async () => {
    const folder = await temporaryFolder()
    await chown(folder, 65534, 65534)
    await expectToWork(folder, { prefix: asNobody })
  })

  it('says that a folder is not theirs', async () => {
    const folder = await temporaryFolder()
    const refused = await hold(join(folder, 'data'), { prefix: asNobody })
    expect(problemsOf(refused)).toMatchObject([{ code: 'databaseNotStarted', reason: 'noPermission' }])
  })
})

describe('the embedded PostgreSQL says why it does not start', () => {
  it('when another version made the folder', async () => {
    const folder = await temporaryFolder()
    await end((await hold(folder)).process, 'SIGTERM')
    await writeFile(join(foldersOf(folder).cluster, 'PG_VERSION'), '14\n')
    expect(problemsOf(await hold(folder))).toMatchObject([{ reason: 'otherVersion' }])
  })

  it('when the data are damaged', async () => {
    const folder = await temporaryFolder()
    await end((await hold(folder)).process, 'SIGTERM')
    await writeFile(join(foldersOf(folder).cluster, 'global/pg_control'), '')
    expect(problemsOf(await hold(folder))).toMatchObject([{ reason: 'damaged' }])
  })

  it('when the folder is a file', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'data'), '')
    expect(problemsOf(await hold(join(folder, 'data')))).toMatchObject([{ code: 'databaseNotStarted' }])
  })

  it.runIf(canMount)('when the disk is full', async () => {
    const folder = await temporaryFolder()
    const prefix = [...inNamespace, 'sh', '-c', `mount -t tmpfs -o size=8m tmpfs ${folder} && exec "$@"`, 'sh']
    expect(problemsOf(await hold(folder, { prefix }))).toMatchObject([{ reason: 'diskFull' }])
  })

  it.runIf(canMount)('when the disk can only be read', async () => {
    const folder = await temporaryFolder()
    const prefix = [...inNamespace, 'sh', '-c', `mount -t tmpfs -o ro tmpfs ${folder} && exec "$@"`, 'sh']
    expect(problemsOf(await hold(folder, { prefix }))).toMatchObject([{ reason: 'readOnly' }])
  })
})
