import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/migrate/migrate.ts'
import { startPostgres } from '../../src/platform/postgres/start-postgres.ts'

/** A process that holds a data folder and serves the application on it: prints where, as one line of JSON; stops at SIGTERM. */
const [dataDir = ''] = process.argv.slice(2)
const started = await startPostgres({ dataDir })
if (!started.ok) throw new Error(JSON.stringify(started.problems))
const { ownerUrl, applicationUrl, stop } = started.value
const migrated = await migrate(ownerUrl)
if (!migrated.ok) throw new Error(JSON.stringify(migrated.problems))
const database = openDatabase({ connectionString: applicationUrl })
const app = await createApp(database, {
  trustProxy: false,
  isHttps: false,
  pagesDir: join(dataDir, 'pages'),
  filesDir: join(dataDir, 'files'),
  secret: process.env['SESSION_SECRET'] ?? 'bi-mat-cua-phep-thu-nghiem-0123456789',
  worksOnJobs: true,
})
await app.listen({ host: '127.0.0.1', port: 0 })
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(stop)
      .then(() => process.exit(0)),
)
process.stdout.write(`${JSON.stringify({ ownerUrl, address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` })}\n`)
