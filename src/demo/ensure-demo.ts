import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { type DemoAccount, demoAccount } from '../features/session/contract.ts'
import { buildDemo } from './build-demo.ts'

/** Any number that nobody else takes a lock on: of two nodes that start on an empty database one fills it. */
const demoLock = 4_611_202_612

interface DemoPlace {
  readonly ownerUrl: string
  readonly dataDir: string
  readonly filesDir: string
  readonly onBuilding: () => void
}

const accountsFile = (dataDir: string): string => join(dataDir, 'demo-accounts.json')

const readAccounts = async (dataDir: string): Promise<readonly DemoAccount[] | undefined> => {
  const text = await readFile(accountsFile(dataDir), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : z.array(demoAccount).parse(JSON.parse(text))
}

const writeAccounts = async (dataDir: string, accounts: readonly DemoAccount[]): Promise<void> => {
  const file = accountsFile(dataDir)
  await writeFile(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Fills an empty database with the demo province; gives its accounts, or undefined where the data are somebody's own. */
export const ensureDemo = async ({ ownerUrl, dataDir, filesDir, onBuilding }: DemoPlace): Promise<readonly DemoAccount[] | undefined> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  // A lost connection is met by the next query.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [demoLock])
    const { rowCount } = await client.query('select from authority limit 1')
    if (rowCount !== 0) return await readAccounts(dataDir)
    onBuilding()
    // On a database of one's own nothing has made the folder yet; without its accounts a demo is of no use.
    await mkdir(dataDir, { recursive: true })
    const accounts = await buildDemo({ ownerUrl, filesDir })
    await writeAccounts(dataDir, accounts)
    return accounts
  } finally {
    await client.end()
  }
}
