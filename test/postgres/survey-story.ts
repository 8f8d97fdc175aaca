import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { hashFor, newToken } from '../../src/features/survey/form/token.ts'
import { end, serverPid } from './hold.ts'
import { type Victims, victims } from './kill-story.ts'

export interface SurveyCount {
  readonly thanked: number
  /** Thanked and not there, and there twice: both have to be nobody. */
  readonly lost: number
  readonly twice: number
  readonly kills: number
}

interface Held {
  readonly process: ReturnType<typeof fork>
  readonly ownerUrl: string
  readonly address: string
}

const holder = new URL('application-holder.ts', import.meta.url)

const holdApplication = async (dataDir: string): Promise<Held> => {
  const process = fork(holder, [dataDir], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (!process.stdout) throw new Error('the holder has no output')
  const died = once(process, 'exit').then(([status]) => Promise.reject(new Error(`the holder ended with ${String(status)}`)))
  const [line] = (await Promise.race([once(createInterface({ input: process.stdout }), 'line'), died])) as [string]
  died.catch(() => undefined)
  return { process, ...(JSON.parse(line) as { ownerUrl: string; address: string }) }
}

const ask = async (url: string, statement: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement, [...values])).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

/** One question, answered by a number of its own: a thanked response can be told from every other. */
const questionnaire = {
  format: 'parindex/questionnaire@1',
  title: 'Kill',
  sections: [{ id: 's', title: 'S', questions: [{ id: 'q1', kind: 'number', text: 'N', to: 32_000 }] }],
}

const prepare = async (url: string, tokens: readonly string[]): Promise<string> => {
  const [authority, unit, survey] = [randomUUID(), randomUUID(), randomUUID()]
  await ask(url, 'insert into authority (id, name) values ($1, $2)', [authority, 'Kill'])
  await ask(url, `insert into unit (id, authority_id, code, name, kind, unit_group) values ($1, $2, 'X', 'X', 'commune', 'x')`, [
    unit,
    authority,
  ])
  await ask(
    url,
    `insert into survey (id, authority_id, title, stage, questionnaire, questionnaire_hash) values ($1, $2, 'Kill', 'collecting', $3, 'kill')`,
    [survey, authority, JSON.stringify(questionnaire)],
  )
  await ask(url, `insert into survey_stratum (authority_id, survey_id, unit_id, respondent_group) values ($1, $2, $3, '')`, [
    authority,
    survey,
    unit,
  ])
  await ask(
    url,
    `insert into survey_link (authority_id, survey_id, token_hash, unit_id, respondent_group, channel, most)
     select $1, $2, h, $3, '', 'link', 1 from unnest($4::bytea[]) h`,
    [authority, survey, unit, tokens.map((token) => hashFor('link', token))],
  )
  return survey
}

/** Sends until it is thanked: a respondent whose network went away tries again, with the receipt of the page. */
const respond = async (address: () => string, token: string, number: number, thanked: Set<number>): Promise<void> => {
  for (;;) {
    const body = new URLSearchParams({ dong_y: '1', viec: 'gui', bat_dau: '1', phieu: token, q1: String(number) })
    const reply = await fetch(`${address()}/khao-sat?k=${token}`, { method: 'POST', body, signal: AbortSignal.timeout(20_000) }).catch(
      () => undefined,
    )
    await reply?.text().catch(() => undefined)
    if (reply?.status === 200) return void thanked.add(number)
    if (reply && reply.status < 500) throw new Error(`respondent ${number} got ${reply.status}`)
    await pause(100)
  }
}

/** Kills the application, the database or both; the database alone comes back by itself, under an application that goes on. */
const kill = async (which: Victims, held: Held, dataDir: string): Promise<Held> => {
  const server = await serverPid(dataDir)
  if (which !== 'process' && server !== undefined) process.kill(server, 'SIGKILL')
  if (which === 'server') return held
  await end(held.process, 'SIGKILL')
  return holdApplication(dataDir)
}

/**
 * Sixty-four people answer at once; the application, the database, or both are killed in the midst of it and come back. Counts whom the survey thanked and does not
 * have, and whom it has twice, in the intake and among what has left it.
 */
export const tellSurveyStory = async (dataDir: string, respondents: number, kills: number): Promise<SurveyCount> => {
  let held = await holdApplication(dataDir)
  const tokens = Array.from({ length: respondents }, newToken)
  const survey = await prepare(held.ownerUrl, tokens)
  const thanked = new Set<number>()
  let next = 0
  const oneAfterAnother = async (): Promise<void> => {
    for (let number = next++; number < respondents; number = next++)
      await respond(() => held.address, tokens[number] ?? '', number, thanked)
  }
  const answering = Promise.all(Array.from({ length: 64 }, oneAfterAnother))
  let failure: unknown
  answering.catch((error: unknown) => {
    failure = error
  })
  for (let round = 0; round < kills; round++) {
    const before = thanked.size
    const due = before + Math.max(20, Math.floor((respondents - before) / (kills - round + 1)))
    while (thanked.size < Math.min(due, respondents) && failure === undefined) await pause(5)
    held = await kill(victims[round % victims.length] ?? 'both', held, dataDir)
  }
  await answering
  const rows = await ask(
    held.ownerUrl,
    `select answers[1] as number, count(*)::int as times from
       (select answers from survey_intake where survey_id = $1 union all select answers from survey_response where survey_id = $1) a group by 1`,
    [survey],
  )
  await end(held.process, 'SIGTERM')
  const times = new Map(rows.map((row) => [Number(row['number']), Number(row['times'])]))
  return {
    thanked: thanked.size,
    lost: [...thanked].filter((number) => !times.has(number)).length,
    twice: [...times.values()].filter((count) => count > 1).length,
    kills,
  }
}
