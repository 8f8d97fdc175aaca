import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tellSavingStory } from '../../test/postgres/saving-story.ts'

/** Kills application, database or both a hundred times while scores are saved over HTTP; fails when an acknowledged one is gone. */
const kills = Number(process.argv[2] ?? 100)
const folder = await mkdtemp(join(tmpdir(), 'parindex-saving-'))
try {
  const { lost, totalIsOffBy, unlogged, ...count } = await tellSavingStory(folder, kills)
  process.stdout.write(`${JSON.stringify({ ...count, lost, totalIsOffBy, unlogged })}\n`)
  process.exitCode = count.saves > 0 && lost === 0 && totalIsOffBy === 0 && unlogged === 0 ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
