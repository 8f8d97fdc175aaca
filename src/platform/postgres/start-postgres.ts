import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { findBinaries } from './binaries.ts'
import { ensureCluster, writeSettings } from './cluster.ts'
import { socketUrl } from './connection.ts'
import { enter, type Place } from './enter.ts'
import { databaseFailure, understandFailure } from './failure.ts'
import { foldersOf, prepareFolders } from './folders.ts'
import { findIdentity } from './identity.ts'
import { stopPostmaster } from './postmaster.ts'
import { leaveAsLast } from './presence.ts'
import { applicationRole, databaseName, ownerRole } from './roles.ts'

export interface RunningPostgres {
  /** The application's role, under row-level security. */
  readonly applicationUrl: string
  /** Migrations and jobs. */
  readonly ownerUrl: string
  /** Leaves; the last process that uses the folder stops the server. */
  readonly stop: () => Promise<void>
}

export interface PostgresOptions {
  readonly dataDir: string
  /** `false` only where losing everything is fine (tests): no fsync. */
  readonly durable?: boolean
  /** Told when the server died under us and could not be started again at once; it is tried again every second. */
  readonly onTrouble?: (problem: Problem) => void
}

const preparePlace = async (options: PostgresOptions): Promise<Result<Place>> => {
  const folders = foldersOf(options.dataDir)
  const binaries = await findBinaries()
  if (binaries === undefined) return refuse(databaseFailure(folders, 'notInstalled', `${process.platform}-${process.arch}`))
  const identity = findIdentity(binaries)
  if (identity === undefined) return refuse(databaseFailure(folders, 'rootRefused'))
  await prepareFolders(folders, identity)
  const said = await ensureCluster(folders, binaries, identity)
  if (said !== undefined) return refuse(understandFailure(folders, said))
  await writeSettings(folders, options.durable ?? true)
  return accept({ folders, binaries, identity })
}

/** Keeps a server running behind the place until told to stop. */
const supervise = (place: Place, first: pg.Client, onTrouble: (problem: Problem) => void): (() => Promise<void>) => {
  let stopping = false
  let present: Promise<pg.Client | undefined>

  const again = async (): Promise<pg.Client | undefined> => {
    while (!stopping) {
      const entered = await enter(place)
      if (entered.ok) return watch(entered.value)
      for (const problem of entered.problems) onTrouble(problem)
      await pause(1_000)
    }
    return undefined
  }
  const watch = (client: pg.Client): pg.Client => {
    client.once('end', () => {
      if (!stopping) present = again()
    })
    return client
  }
  present = Promise.resolve(watch(first))

  return async () => {
    stopping = true
    const client = await present
    if (client === undefined) return
    const last = await leaveAsLast(client).catch(() => true)
    if (last) await stopPostmaster(place.folders)
    await client.end().catch(() => undefined)
  }
}

/**
 * The embedded PostgreSQL of a data folder: made where there is none, attached to where one runs already (a second process, or
 * what a killed one left behind), started again when it dies.
 */
export const startPostgres = async (options: PostgresOptions): Promise<Result<RunningPostgres>> => {
  const folders = foldersOf(options.dataDir)
  try {
    const place = await preparePlace(options)
    if (!place.ok) return place
    const entered = await enter(place.value)
    if (!entered.ok) return entered
    return accept({
      applicationUrl: socketUrl(folders, applicationRole, databaseName),
      ownerUrl: socketUrl(folders, ownerRole, databaseName),
      stop: supervise(place.value, entered.value, options.onTrouble ?? (() => undefined)),
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse(understandFailure(folders, error.message))
    throw error
  }
}
