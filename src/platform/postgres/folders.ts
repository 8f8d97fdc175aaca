import { createHash } from 'node:crypto'
import { chmod, chown, lchown, lstat, mkdir, readdir, rm, stat } from 'node:fs/promises'
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

/** Not `recursive` at first: on a read-only disk that says ENOENT instead of EROFS. */
const makeFolder = async (folder: string, mode?: number): Promise<void> => {
  await mkdir(folder, mode).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') await mkdir(folder, { recursive: true, mode })
    else if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error
  })
}

const isOurs = async ({ data, socket }: Folders, identity: Identity): Promise<boolean> => {
  const found = await lstat(socket)
  if (!found.isDirectory()) return false
  const self = process.getuid?.()
  // In root's own data folder it may stem from another identity; elsewhere somebody may have put it there for us to trust.
  return [self, identity.owner?.uid].includes(found.uid) || (self === 0 && socket.startsWith(data))
}

const prepareSocketFolder = async (folders: Folders, identity: Identity): Promise<void> => {
  await makeFolder(folders.socket, 0o700)
  if (!(await isOurs(folders, identity))) {
    await rm(folders.socket, { recursive: true })
    await makeFolder(folders.socket, 0o700)
  }
  await chmod(folders.socket, 0o700)
  if (identity.owner !== undefined) await chown(folders.socket, identity.owner.uid, identity.owner.gid)
}

/** Makes the folders; the one of the socket is entered by nobody else, also where it stands in a shared place. */
export const prepareFolders = async (folders: Folders, identity: Identity): Promise<void> => {
  await makeFolder(folders.data)
  await prepareSocketFolder(folders, identity)
}

/** A folder that ran under another identity before (another machine, a container) goes to the present one. */
export const ownCluster = async (cluster: string, identity: Identity): Promise<void> => {
  const { owner } = identity
  if (owner === undefined || (await lstat(cluster)).uid === owner.uid) return
  for (const entry of await readdir(cluster, { recursive: true })) await lchown(join(cluster, entry), owner.uid, owner.gid)
  await chown(cluster, owner.uid, owner.gid)
}
