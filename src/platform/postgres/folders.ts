import { createHash } from 'node:crypto'
import { chmod, chown, lchown, lstat, mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Identity } from './identity.ts'

export interface Folders {
  readonly data: string
  /** The cluster itself (`PGDATA`). */
  readonly cluster: string
  /** Where the Unix socket stands; nobody else may enter. */
  readonly socket: string
  /** What the server says before and while it runs. */
  readonly log: string
}

const socketName = '/.s.PGSQL.5432'
/** `sun_path` holds 108 bytes with its closing zero (unix(7)); 104 on macOS. */
const longestSocketPath = 103

const socketFolder = (data: string): string => {
  const beside = join(data, 'socket')
  if (Buffer.byteLength(beside + socketName) <= longestSocketPath) return beside
  const key = createHash('sha256').update(data).digest('hex').slice(0, 16)
  return join(tmpdir(), `parindex-${process.getuid?.() ?? 0}-${key}`)
}

export const foldersOf = (dataDir: string): Folders => {
  const data = resolve(dataDir)
  return { data, cluster: join(data, 'postgres'), socket: socketFolder(data), log: join(data, 'postgres.log') }
}

/** Makes the folders; refuses a socket folder in a shared place that somebody else prepared. */
export const prepareFolders = async (folders: Folders, identity: Identity): Promise<void> => {
  await mkdir(folders.data, { recursive: true })
  await mkdir(folders.socket, { recursive: true, mode: 0o700 })
  const found = await lstat(folders.socket)
  const ours = [process.getuid?.(), identity.owner?.uid].includes(found.uid)
  if (!found.isDirectory() || !ours) throw Object.assign(new Error(folders.socket), { code: 'EACCES' })
  await chmod(folders.socket, 0o700)
  if (identity.owner !== undefined) await chown(folders.socket, identity.owner.uid, identity.owner.gid)
}

/** A folder that ran under another identity before (another machine, a container) goes to the present one. */
export const ownCluster = async (cluster: string, identity: Identity): Promise<void> => {
  const { owner } = identity
  if (owner === undefined || (await lstat(cluster)).uid === owner.uid) return
  for (const entry of await readdir(cluster, { recursive: true })) await lchown(join(cluster, entry), owner.uid, owner.gid)
  await chown(cluster, owner.uid, owner.gid)
}
