import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createApp } from '../src/app.ts'
import { exportResponses } from '../src/features/survey/export-responses.ts'
import { hashFor, newToken } from '../src/features/survey/form/token.ts'
import { loadSurvey } from '../src/features/survey/load-survey.ts'
import { moveIntake } from '../src/features/survey/move-intake.ts'
import { tabulateSurvey } from '../src/features/survey/tabulate-survey.ts'
import { accept } from '../src/core/result.ts'
import { type Database, openDatabase } from '../src/platform/database/database.ts'
import { actAs } from '../src/platform/database/transaction.ts'
import { migrate } from '../src/platform/migrate/migrate.ts'
import type { Actor } from '../src/platform/policy/actor.ts'
import { startPostgres } from '../src/platform/postgres/start-postgres.ts'
import { milliseconds, printRow } from './measure.ts'
import type { Answered, Asked } from './respondents.ts'

/** The promise: 30 questions, ≥ 360 completed responses/s at 64 at once, durable, p99 ≤ 100 ms; a million tabulated ≤ 1 s, exported ≤ 20 s. */
const respondents = 64
const promised = 360
const responses = 5000 + 10 * promised
const million = Number(process.argv[2] ?? 1_000_000)

const questionnaire = {
  format: 'parindex/questionnaire@1',
  title: 'Bench',
  sections: [
    {
      id: 's',
      title: 'S',
      questions: Array.from({ length: 30 }, (_, index) => ({ id: `q${index + 1}`, kind: 'scale', text: `Q${index + 1}`, required: true })),
    },
  ],
  leaves: [{ leaf: '1', maxPoints: '10', questions: ['q1', 'q2'] }],
}

const authority_id = randomUUID()
const actor: Actor = { personId: randomUUID(), name: 'Bench', authorityId: authority_id, grants: [], units: 'all' }

const prepare = async (owner: Database): Promise<{ surveyId: string; unitId: string; tokens: readonly string[] }> => {
  const [surveyId, unitId] = [randomUUID(), randomUUID()]
  const tokens = Array.from({ length: responses }, newToken)
  await owner.transaction().execute(async (transaction) => {
    await sql`select set_config('parindex.authority', ${authority_id}, true), set_config('parindex.units', '*', true)`.execute(transaction)
    await transaction.insertInto('authority').values({ id: authority_id, name: 'Bench' }).execute()
    await transaction.insertInto('person').values({ id: actor.personId, authority_id, name: 'Bench', sign_in_name: 'bench' }).execute()
    await transaction
      .insertInto('unit')
      .values({ id: unitId, authority_id, code: 'X', name: 'X', kind: 'commune', unit_group: 'x' })
      .execute()
    await transaction
      .insertInto('survey')
      .values({
        id: surveyId,
        authority_id,
        title: 'Bench',
        stage: 'collecting',
        questionnaire: JSON.stringify(questionnaire),
        questionnaire_hash: 'bench',
      })
      .execute()
    await transaction
      .insertInto('survey_stratum')
      .values({ authority_id, survey_id: surveyId, unit_id: unitId, respondent_group: '' })
      .execute()
    await sql`insert into survey_link (authority_id, survey_id, token_hash, unit_id, respondent_group, channel, most)
      select ${authority_id}, ${surveyId}, h, ${unitId}, '', 'link', 1 from unnest(${tokens.map((token) => hashFor('link', token))}::bytea[]) h`.execute(
      transaction,
    )
  })
  return { surveyId, unitId, tokens }
}

/** Respondents in a process of their own, as browsers would be. */
const answerAll = async (asked: Asked): Promise<Answered> => {
  const child = fork(new URL('respondents.ts', import.meta.url))
  child.send(asked)
  const [answered] = (await once(child, 'message')) as [Answered]
  child.kill()
  return answered
}

const moveSlice = (application: Database, surveyId: string) =>
  actAs(application, actor, async (context) => {
    const survey = await loadSurvey(context.transaction, surveyId, 'forChange')
    return survey.ok ? accept(await moveIntake(context, survey.value)) : survey
  })

/** Further responses, put into the intake as they would have come, and moved in batches by the work in the background. */
const fillTo = async (owner: Database, application: Database, surveyId: string, unitId: string): Promise<number> => {
  await owner.transaction().execute(async (transaction) => {
    await sql`select set_config('parindex.authority', ${authority_id}, true)`.execute(transaction)
    await sql`insert into survey_intake (authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers)
      select ${authority_id}, ${surveyId}, ${unitId}, '', 'link', today(), false,
        array(select (1 + (n + q) % 5)::int2 from generate_series(1, 30) q) from generate_series(1, ${million - responses}::int) n`.execute(
      transaction,
    )
  })
  const start = performance.now()
  // One slice is timed; the rest goes over in one statement, with the same counts, so that the bench does not take ten minutes.
  await moveSlice(application, surveyId)
  const batch = performance.now() - start
  await owner.transaction().execute(async (transaction) => {
    await sql`select set_config('parindex.authority', ${authority_id}, true)`.execute(transaction)
    await sql`with gone as (delete from survey_intake where survey_id = ${surveyId} returning *)
      insert into survey_response (authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers)
      select authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers from gone`.execute(transaction)
    await transaction
      .updateTable('survey')
      .set({ stage: 'closed', closed_at: new Date(), identities_erased: 0 })
      .where('id', '=', surveyId)
      .execute()
  })
  return batch
}

const dataDir = await mkdtemp(join(tmpdir(), 'parindex-bench-survey-'))
const postgres = await startPostgres({ dataDir })
if (!postgres.ok) throw new Error(JSON.stringify(postgres.problems))
try {
  const migrated = await migrate(postgres.value.ownerUrl)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.problems))
  const owner = openDatabase({ connectionString: postgres.value.ownerUrl, max: 2 })
  const { surveyId, unitId, tokens } = await prepare(owner)
  const application = openDatabase({ connectionString: postgres.value.applicationUrl })
  const filesDir = join(dataDir, 'files')
  const app = await createApp(application, { trustProxy: false, isHttps: false, pagesDir: dataDir, filesDir, secret: 'bench' })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  console.log(
    'survey: 30 questions, 64 at once, durable (promise: ≥ 360 responses/s, p99 ≤ 100 ms; a million tabulated ≤ 1 s, exported ≤ 20 s)',
  )
  const port = Number(new URL(address).port)
  const answer = async (title: string, from: number, to: number, perSecond?: number): Promise<void> => {
    const asked = { port, tokens: tokens.slice(from, to), respondents, ...(perSecond !== undefined && { perSecond }) }
    const { times, milliseconds: took } = await answerAll(asked)
    const quantile = (share: number) => milliseconds(times[Math.floor(times.length * share)] ?? 0)
    printRow(title, { 'per second': ((1000 * times.length) / took).toFixed(0), median: quantile(0.5), p99: quantile(0.99) })
  }
  await answer('warming up', 0, 1000)
  const mover = setInterval(() => void moveSlice(application, surveyId), 1000)
  await answer('64 at once, sending again as soon as thanked', 1000, 5000)
  await answer(`64 at once, ${promised} a second`, 5000, 5000 + 10 * promised, promised)
  clearInterval(mover)
  printRow('one slice of 1,000 out of the intake', { took: milliseconds(await fillTo(owner, application, surveyId, unitId)) })
  const tabulating = performance.now()
  await actAs(application, actor, async ({ transaction }) => {
    const survey = await loadSurvey(transaction, surveyId)
    return survey.ok ? accept((await tabulateSurvey(transaction, survey.value)).responses) : survey
  })
  printRow(`tabulated, ${million} responses kept`, { took: milliseconds(performance.now() - tabulating) })
  const before = process.memoryUsage().rss
  const exporting = performance.now()
  let name = ''
  await actAs(application, actor, async (context) => {
    const file = await exportResponses(context, filesDir, surveyId)
    if (file.ok) name = file.value.fileName
    return file
  })
  const grown = `${((process.memoryUsage().rss - before) / 1_048_576).toFixed(0)} MiB`
  printRow(`exported, ${name}`, { took: milliseconds(performance.now() - exporting), grown })
  await app.close()
  await application.destroy()
  await owner.destroy()
} finally {
  await postgres.value.stop()
  await rm(dataDir, { recursive: true, force: true })
}
