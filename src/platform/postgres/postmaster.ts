import { spawn } from 'node:child_process'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Folders } from './folders.ts'
import type { Identity } from './identity.ts'
import { logLength } from './failure.ts'
import { lockHolder, postmasterOf, processRuns, servesCluster } from './process.ts'

/** A server of ours that was started; `gone` turns true when it has ended. */
export interface Postmaster {
  readonly hasEnded: () => boolean
}

/** Lock files of a server that is no more, whose number somebody else has now: PostgreSQL would refuse to start. */
const removeForeignLocks = async (folders: Folders): Promise<void> => {
  for (const file of [join(folders.cluster, 'postmaster.pid'), join(folders.socket, '.s.PGSQL.5432.lock')]) {
    const holder = await lockHolder(file)
    if (holder !== undefined && processRuns(holder) && !(await servesCluster(holder, folders.cluster))) await rm(file, { force: true })
  }
}

const longestLog = 2_000_000

/**
 * Starts the server as a session of its own: a Ctrl-C in the terminal must reach us and not it, and when we are killed it
 * finishes its transactions and waits for the next start.
 */
export const startPostmaster = async (folders: Folders, binaries: Binaries, identity: Identity): Promise<Postmaster> => {
  await removeForeignLocks(folders)
  const log = await open(folders.log, (await logLength(folders)) > longestLog ? 'w' : 'a')
  try {
    const [program, ...rest] = [...identity.prefix, binaries.postgres, '-D', folders.cluster, '-k', folders.socket]
    const child = spawn(program, rest, {
      ...identity.spawn,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' },
    })
    let ended = false
    child.on('error', () => (ended = true))
    child.on('exit', () => (ended = true))
    child.unref()
    return { hasEnded: () => ended }
  } finally {
    await log.close()
  }
}

const patience = 30_000

/** Fast shutdown (open transactions are rolled back, everything is on disk); after half a minute an immediate one. */
export const stopPostmaster = async (folders: Folders): Promise<void> => {
  const pid = await postmasterOf(folders.cluster)
  if (pid === undefined) return
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal)
    const until = Date.now() + patience
    while (Date.now() < until) {
      if (!(await servesCluster(pid, folders.cluster))) return
      await pause(10)
    }
  }
}
