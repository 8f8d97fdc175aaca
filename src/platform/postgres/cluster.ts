import { spawn } from 'node:child_process'
import { appendFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { ownCluster, type Folders } from './folders.ts'
import type { Identity } from './identity.ts'
import { processRuns } from './process.ts'

/** The bootstrap superuser, used by the supervisor alone. */
export const superuser = 'postgres'

const settingsFile = 'parindex.conf'

/** What an office PC bears: some 200 MB at most, nothing reachable over the network. What is acknowledged is on disk. */
const settings = (durable: boolean): string => `
# Written by parindex at each start. What ALTER SYSTEM sets goes before it.
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 128MB
work_mem = 8MB
maintenance_work_mem = 64MB
effective_cache_size = 512MB
wal_buffers = 4MB
max_wal_size = 512MB
random_page_cost = 1.1
jit = off
fsync = ${durable ? 'on' : 'off'}
synchronous_commit = ${durable ? 'on' : 'off'}
full_page_writes = ${durable ? 'on' : 'off'}
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
log_checkpoints = off
log_line_prefix = '%m [%p] '
lc_messages = 'C'
`

const initialise = (folder: string, binaries: Binaries, identity: Identity): Promise<string | undefined> =>
  new Promise((done, fail) => {
    const words = [...identity.prefix, binaries.initdb, '-D', folder, '-U', superuser, '-A', 'trust', '-E', 'UTF8']
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const [program = '', ...rest] = [...words, ...locale]
    // The folder of work must be one that the other identity may stand in.
    const child = spawn(program, rest, {
      ...identity.spawn,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', fail)
    child.on('close', (status) => done(status === 0 ? undefined : said))
  })

/** Half-made clusters of starts that were killed. */
const sweep = async (folders: Folders): Promise<void> => {
  for (const name of await readdir(folders.data)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !processRuns(Number(pid))) await rm(join(folders.data, name), { recursive: true, force: true })
  }
}

const exists = async (folders: Folders): Promise<boolean> =>
  (await readFile(join(folders.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)) !== undefined

/**
 * Makes the cluster where there is none: aside, then moved into place in one step, so that a start that is killed
 * leaves nothing half-made and of two starts at once one wins. Returns what initdb said where it failed.
 */
export const ensureCluster = async (folders: Folders, binaries: Binaries, identity: Identity): Promise<string | undefined> => {
  if (await exists(folders)) return ownCluster(folders.cluster, identity).then(() => undefined)
  await sweep(folders)
  const aside = join(folders.data, `postgres.new-${process.pid}`)
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { mode: 0o700 })
  await ownCluster(aside, identity)
  const said = await initialise(aside, binaries, identity)
  if (said === undefined) {
    await appendFile(join(aside, 'postgresql.conf'), `\ninclude_if_exists '${settingsFile}'\n`)
    await rename(aside, folders.cluster).catch(async (error: unknown) => {
      if (!(await exists(folders))) throw error
    })
  }
  await rm(aside, { recursive: true, force: true })
  return said
}

/** The settings that this version of the program wants, whatever an earlier one wrote; never half a file, also on a full disk. */
export const writeSettings = async (folders: Folders, durable: boolean): Promise<void> => {
  const file = join(folders.cluster, settingsFile)
  const wanted = settings(durable)
  if ((await readFile(file, 'utf8').catch(() => '')) === wanted) return
  await writeFile(`${file}.new`, wanted)
  await rename(`${file}.new`, file)
}
