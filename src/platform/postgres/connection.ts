import pg from 'pg'
import type { Folders } from './folders.ts'

/** A URL that pg and libpq understand for a socket in a folder, whatever letters its path has; `localhost` only makes it a URL. */
export const socketUrl = (folders: Pick<Folders, 'socket'>, user: string, database: string): string =>
  `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(folders.socket)}`

/** No server behind the socket, or none yet; everything else is an answer of a server. */
const nobodyThere = new Set<unknown>(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])
/** 57P03: starting up or shutting down; 57P01: shut down while we came in; 53300: all places taken. */
const notNow = new Set<unknown>(['57P03', '57P01', '53300'])

export type Attempt =
  | { readonly kind: 'connected'; readonly client: pg.Client }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'notNow' }
  | { readonly kind: 'refused'; readonly detail: string }

/** Tries once to come in. */
export const tryConnect = async (url: string): Promise<Attempt> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // The caller learns of a lost connection by 'end'; without this listener an error would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return { kind: 'connected', client }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const detail = error instanceof Error ? error.message : String(error)
    void client.end().catch(() => undefined)
    if (nobodyThere.has(code) || /terminated unexpectedly/.test(detail)) return { kind: 'nobody' }
    return notNow.has(code) ? { kind: 'notNow' } : { kind: 'refused', detail }
  }
}
