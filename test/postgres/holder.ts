import pg from 'pg'
import { startPostgres } from '../../src/platform/postgres/start-postgres.ts'

/**
 * A process that holds a data folder: prints what startPostgres gave as one line of JSON, with `--write` then the number of each row
 * whose commit was acknowledged; stops at SIGTERM.
 */
const [dataDir = '', mode] = process.argv.slice(2)
const started = await startPostgres({ dataDir, onTrouble: (problem) => process.stderr.write(`${JSON.stringify(problem)}\n`) })
if (started.ok) process.on('SIGTERM', () => void started.value.stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify(started)}\n`)
if (!started.ok) process.exit(1)

const write = async (pool: pg.Pool): Promise<void> => {
  for (;;) {
    try {
      const { rows } = await pool.query<{ id: string }>('insert into kept default values returning id')
      process.stdout.write(`${rows[0]?.id}\n`)
    } catch {
      // The server was killed under us; the supervisor brings it back.
      await new Promise((done) => setTimeout(done, 20))
    }
  }
}

if (mode === '--write') {
  const pool = new pg.Pool({ connectionString: started.value.ownerUrl, max: 4 })
  pool.on('error', () => undefined)
  await pool.query('create table if not exists kept (id bigint generated always as identity primary key)')
  for (let writer = 0; writer < 4; writer += 1) void write(pool)
} else {
  setInterval(() => undefined, 60_000)
}
