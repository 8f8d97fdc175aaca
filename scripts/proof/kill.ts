import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tellKillStory } from '../../test/postgres/kill-story.ts'

/** Kills process, server or both a hundred times while rows are written; prints the count as JSON, fails when a row was lost. */
const kills = Number(process.argv[2] ?? 100)
const folder = await mkdtemp(join(tmpdir(), 'parindex-kill-'))
try {
  const count = await tellKillStory(folder, kills)
  process.stdout.write(`${JSON.stringify(count)}\n`)
  process.exitCode = count.lost === 0 && count.acknowledged > 0 ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
