import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tellSurveyStory } from '../../test/postgres/survey-story.ts'

/** 250 people for every kill answer, 64 at once, while the application, its database or both are killed, thirty times unless told otherwise; prints the count as JSON, fails when a response was lost or came twice. */
const kills = Number(process.argv[2] ?? 30)
const respondents = 250 * kills
const folder = await mkdtemp(join(tmpdir(), 'parindex-survey-'))
try {
  const count = await tellSurveyStory(folder, respondents, kills)
  process.stdout.write(`${JSON.stringify(count)}\n`)
  process.exitCode = count.lost === 0 && count.twice === 0 && count.thanked === respondents ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
