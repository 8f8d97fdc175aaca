import { readlink, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether a process of that number exists, whoever's it is. */
export const processRuns = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The number in the first line of a lock file of PostgreSQL (`postmaster.pid`, `.s.PGSQL.5432.lock`). */
export const lockHolder = async (file: string): Promise<number | undefined> => {
  const first = (await readFile(file, 'utf8').catch(() => '')).split('\n', 1)[0] ?? ''
  return /^-?\d+$/.test(first) ? Math.abs(Number(first)) : undefined
}

/**
 * Whether that process is the server of this cluster. A number is used again after a crash or a restart of the machine, and
 * PostgreSQL alone would then wait for a stranger; a server always works in its own folder.
 */
export const servesCluster = async (pid: number, cluster: string): Promise<boolean> => {
  if (!processRuns(pid)) return false
  if (process.platform !== 'linux') return true
  const [workingFolder, ours] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
    realpath(cluster).catch(() => undefined),
  ])
  return workingFolder !== undefined && workingFolder === ours
}

export const postmasterOf = async (cluster: string): Promise<number | undefined> => {
  const pid = await lockHolder(join(cluster, 'postmaster.pid'))
  return pid !== undefined && (await servesCluster(pid, cluster)) ? pid : undefined
}
