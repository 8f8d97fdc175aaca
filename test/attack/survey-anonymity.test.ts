import { sql } from 'kysely'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { sendForm, startFieldwork } from '../../src/features/survey/testing.ts'
import { hashFor } from '../../src/features/survey/form/token.ts'
import { rewriteSurveyFilesJob } from '../../src/features/survey/rewrite-files-job.ts'
import { moveIntakesJob } from '../../src/features/survey/move-intakes-job.ts'
import { createLog } from '../../src/platform/log/log.ts'
import { runDueJobs } from '../../src/platform/jobs/worker.ts'
import { createApp } from '../../src/app.ts'
import { startTestApplication, type TestApplication } from '../application.ts'

/**
 * Somebody has everything that is left when a survey is closed: every table with its system columns, and the log of the process. They know besides who
 * answered when, to the last one, and who had which link. They try to say which answer is whose.
 */
interface Row {
  readonly table: string
  readonly ctid: string
  readonly xmin: number
  readonly text: string
}

/** Each respondent answers unlike all others, so that an answer once found is known. */
const answersOf = (respondent: number) => ({
  q1: String((respondent % 5) + 1),
  q2: String((Math.floor(respondent / 5) % 5) + 1),
  q3: String((Math.floor(respondent / 25) % 5) + 1),
  q9: `Ý kiến số ${respondent} riêng`,
})
const keyOf = (answers: readonly number[]): number => (answers[0] ?? 0) - 1 + ((answers[1] ?? 0) - 1) * 5 + ((answers[2] ?? 0) - 1) * 25

const dump = async ({ owner }: TestApplication): Promise<readonly Row[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(owner)
  const rows = await Promise.all(
    tables.map(({ name }) =>
      sql<Row>`select ${name}::text as "table", t.ctid::text as ctid, t.xmin::text::int as xmin, row_to_json(t)::text as text
        from ${sql.id(name)} t order by t.ctid`.execute(owner),
    ),
  )
  return rows.flatMap((each) => each.rows)
}

/** Spearman: 1 where two orders are the same, −1 where they are opposite, about 0 where they tell nothing of one another. */
const correlation = (places: readonly number[]): number => {
  const n = places.length
  const rank = new Map([...places].sort((a, b) => a - b).map((place, index) => [place, index]))
  const squares = places.reduce((sum, place, index) => sum + ((rank.get(place) ?? 0) - index) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}

const people = 90
let application: Awaited<ReturnType<typeof startTestApplication>>
let rows: readonly Row[]
let before: readonly Row[]
let tokens: readonly string[]
let surveyId: string
const lines: string[] = []
/** Numbers of responses, in the order of the rows on disk. */
let found: readonly number[]

beforeAll(async () => {
  application = await startTestApplication()
  const logger = createLog({ level: 'debug', isReadable: false, write: (line) => lines.push(line) })
  const settings = {
    trustProxy: false,
    isHttps: false,
    pagesDir: application.filesDir,
    filesDir: application.filesDir,
    secret: 'bi-mat-cua-phep-thu-nghiem-0123456789',
  }
  const logged = await createApp(application.database, settings, logger)
  const field = await startFieldwork(application)
  surveyId = field.surveyId
  tokens = await field.links(people)
  const jobs = { database: application.database, jobs: [moveIntakesJob()], filesDir: application.filesDir }
  for (const [respondent, token] of tokens.entries()) {
    if (respondent % 3 === 0) await sendForm({ app: logged }, token, { ...answersOf(respondent), viec: 'luu' })
    const sent = await sendForm({ app: logged }, token, answersOf(respondent))
    if (sent.statusCode !== 200) throw new Error(sent.body)
    if (respondent % 27 === 26) {
      await application.owner
        .updateTable('job')
        .set({ due_at: new Date(0) })
        .where('state', '=', 'waiting')
        .execute()
      await runDueJobs(jobs)
    }
  }
  before = await dump(application)
  await field.close()
  rows = await dump(application)
  found = (
    await sql<{ answers: number[] }>`select answers from survey_response where survey_id = ${surveyId} order by ctid`.execute(
      application.owner,
    )
  ).rows.map(({ answers }) => keyOf(answers))
  await logged.close()
})

const of = (table: string, list = rows) => list.filter((row) => row.table === table)

describe('whoever has everything that a closed survey leaves', () => {
  it('finds every answer, and nobody to give it to: links, drafts, receipts, identities and the intake are empty', () => {
    expect([...found].sort((a, b) => a - b)).toEqual(Array.from({ length: people }, (_, index) => index))
    for (const table of ['survey_link', 'survey_draft', 'survey_receipt', 'survey_respondent', 'survey_intake'])
      expect(of(table), table).toEqual([])
    // They had been full: the attack above would have found something.
    expect(of('survey_link', before).length).toBe(people)
  })

  it('finds no token, and none of its hashes, in any row or any line of the log', () => {
    const everything = [...rows.map(({ text }) => text), ...lines].join('\n')
    expect(lines.some((line) => line.includes('/khao-sat'))).toBe(true)
    for (const token of tokens) {
      expect(everything).not.toContain(token)
      for (const end of ['link', 'draft', 'receipt'] as const) {
        expect(everything).not.toContain(hashFor(end, token).toString('hex'))
        expect(everything).not.toContain(hashFor(end, token).toString('base64'))
      }
    }
  })

  it('finds one transaction behind all answers, and all words', () => {
    expect(new Set(of('survey_response').map(({ xmin }) => xmin)).size).toBe(1)
    expect(new Set(of('survey_words').map(({ xmin }) => xmin)).size).toBe(1)
    // In the field there had been several, each of a batch.
    const batches = Map.groupBy(of('survey_response', before), ({ xmin }) => xmin)
    expect([...batches.values()].every(({ length }) => length >= 20)).toBe(true)
    expect(batches.size).toBeGreaterThan(1)
  })

  it('finds no order of answering in the order of rows or of their numbers', async () => {
    expect(Math.abs(correlation(found))).toBeLessThan(0.5)
    const byId = await sql<{ answers: number[] }>`select answers from survey_response where survey_id = ${surveyId} order by id`.execute(
      application.owner,
    )
    expect(Math.abs(correlation(byId.rows.map(({ answers }) => keyOf(answers))))).toBeLessThan(0.5)
    const words = of('survey_words').map(({ text }) => Number(/Ý kiến số (\d+)/.exec(text)?.[1]))
    expect(words.length).toBe(people)
    expect(Math.abs(correlation(words))).toBeLessThan(0.5)
    // Words and answers do not stand in one order either, and share no number.
    const joined = words.map((respondent) => found.indexOf(respondent))
    expect(Math.abs(correlation(joined))).toBeLessThan(0.5)
    const ids = (table: string) => of(table).map(({ text }) => (JSON.parse(text) as { id: string }).id)
    const wordIds = new Set(ids('survey_words'))
    expect(ids('survey_response').filter((id) => wordIds.has(id))).toEqual([])
  })

  it('finds no time finer than a day beside an answer', () => {
    for (const row of [...of('survey_response'), ...of('survey_words'), ...of('survey_tally')])
      expect(row.text, row.table).not.toMatch(/\d\d:\d\d|T\d\d/)
  })

  it('finds nothing of single answers in the log of acts, in keys of repeated requests and among jobs', () => {
    const acts = of('action').map(({ text }) => JSON.parse(text) as { kind: string; person_id: string | null })
    expect([...new Set(acts.map(({ kind }) => kind).filter((kind) => kind.startsWith('survey')))].sort()).toEqual([
      'surveyAdded',
      'surveyClosed',
      'surveyLinksMade',
      'surveyStarted',
      'surveyStrataSet',
    ])
    expect(of('idempotency_key').filter(({ text }) => text.includes(surveyId))).toEqual([])
    const others = rows.filter(({ table }) => table !== 'survey_words')
    expect(others.filter(({ text }) => text.includes('Ý kiến số'))).toEqual([])
    expect(of('job').filter(({ text }) => text.includes(surveyId))).toEqual([])
  })

  it('finds the record of the erasure', () => {
    const closed = of('action').find(({ text }) => text.includes('surveyClosed'))
    expect(JSON.parse(closed?.text ?? '{}')).toMatchObject({ facts: { surveyId, erased: { links: people, identities: 0 } } })
  })

  it('finds no row of the fieldwork in PostgreSQL’s files either, once the work in the background is done', async () => {
    const tables = [
      'survey_link',
      'survey_draft',
      'survey_receipt',
      'survey_respondent',
      'survey_intake',
      'survey_response',
      'survey_words',
    ]
    const filesOf = async () =>
      Promise.all(
        tables.map(async (table) => {
          const { rows: found } = await sql<{ file: string; bytes: number }>`
            select pg_relation_filepath(${table}) as file, pg_relation_size(${table})::int as bytes`.execute(application.owner)
          return { table, file: found[0]?.file, bytes: found[0]?.bytes ?? 0 }
        }),
      )
    const earlier = await filesOf()
    // Deleted rows still fill pages: whoever reads the file of the table reads them.
    expect(earlier.find(({ table }) => table === 'survey_link')?.bytes).toBeGreaterThan(0)
    // Other files of tests work in other databases of the same server; what they began before must be through.
    const { rows: now } = await sql<{ xact: string }>`select pg_current_xact_id()::text as xact`.execute(application.owner)
    await vi.waitFor(
      async () => {
        const { rows: seen } = await sql<{ is_past: boolean }>`
          select pg_snapshot_xmin(pg_current_snapshot()) > ${now[0]?.xact}::xid8 as is_past`.execute(application.owner)
        expect(seen).toEqual([{ is_past: true }])
      },
      { timeout: 90_000, interval: 100 },
    )
    const work = { database: application.database, jobs: [rewriteSurveyFilesJob(application.ownerUrl)], filesDir: application.filesDir }
    await runDueJobs(work)
    const later = await filesOf()
    for (const [index, { table, file, bytes }] of later.entries()) {
      expect(file, table).not.toBe(earlier[index]?.file)
      if (!['survey_response', 'survey_words'].includes(table)) expect(bytes, table).toBe(0)
    }
    // What stays is one copy of each answer: as many as would come in if there had been nothing before.
    for (const table of ['survey_response', 'survey_words']) {
      const { rows: places } = await sql<{ page: number; line: number }>`
        select (ctid::text::point)[0]::int as page, (ctid::text::point)[1]::int as line from ${sql.id(table)} order by 1, 2`.execute(
        application.owner,
      )
      expect(places.length).toBe(people)
      for (const [index, { page, line }] of places.entries())
        if (index > 0 && places[index - 1]?.page === page) expect(line).toBe((places[index - 1]?.line ?? 0) + 1)
    }
    const records = (await dump(application)).filter(({ table, text }) => table === 'action' && text.includes('surveyFilesRewritten'))
    expect(records.length).toBe(1)
  }, 120_000)
})
