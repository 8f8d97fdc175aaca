import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Binaries } from './binaries.ts'
import { superuser } from './cluster.ts'
import { socketUrl, tryConnect } from './connection.ts'
import { databaseFailure, logLength, logSince, understandFailure } from './failure.ts'
import type { Folders } from './folders.ts'
import type { Identity } from './identity.ts'
import { startPostmaster, type Postmaster } from './postmaster.ts'
import { announcePresence } from './presence.ts'
import { postmasterOf } from './process.ts'
import { ensureRoles } from './roles.ts'

/** Where and as whom a server runs. */
export interface Place {
  readonly folders: Folders
  readonly binaries: Binaries
  readonly identity: Identity
}

/** A start that lost against another one, or against what a killed server has not yet let go of; it passes. */
const passing = /lock file ".*" already exists|pre-existing shared memory block|is still in use|is another postmaster/

/** Recovery after a crash replays at most `max_wal_size`; on a slow disk that takes minutes. */
const patience = 300_000

/** Settles in; undefined where the server went away under our hands. */
const settle = async (client: pg.Client): Promise<pg.Client | undefined> => {
  try {
    await announcePresence(client)
    await ensureRoles(client)
    return client
  } catch {
    await client.end().catch(() => undefined)
    return undefined
  }
}

/** A connection of presence to the server of this place, which is started where none answers. */
export const enter = async (place: Place): Promise<Result<pg.Client>> => {
  const url = socketUrl(place.folders, superuser, superuser)
  const until = Date.now() + patience
  let ours: Postmaster | undefined
  let logStart = 0
  while (Date.now() < until) {
    const attempt = await tryConnect(url)
    if (attempt.kind === 'refused') return refuse(understandFailure(place.folders, attempt.detail))
    if (attempt.kind === 'connected') {
      const client = await settle(attempt.client)
      if (client !== undefined) return accept(client)
    }
    if (ours?.hasEnded() === true) {
      const said = await logSince(place.folders, logStart)
      if (!passing.test(said)) return refuse(understandFailure(place.folders, said))
      ours = undefined
      await pause(100)
    }
    if (attempt.kind === 'nobody' && ours === undefined && (await postmasterOf(place.folders.cluster)) === undefined) {
      logStart = await logLength(place.folders)
      ours = await startPostmaster(place.folders, place.binaries, place.identity)
    }
    await pause(10)
  }
  return refuse(databaseFailure(place.folders, 'unknown', 'timeout'))
}
