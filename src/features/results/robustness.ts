import { sql } from 'kysely'
import { setImmediate } from 'node:timers/promises'
import { walkNodes } from '../../core/framework/walk.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { computeFirmness, type Firmness } from '../../core/robustness/firmness.ts'
import { indexOfResults } from '../../core/robustness/index-of-results.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { Database } from '../../platform/database/database.ts'
import { type ActContext, actAs } from '../../platform/database/transaction.ts'
import { loadFrozenScores } from './load-leaves.ts'
import { loadPublishedGroup } from './published.ts'
import type { RobustnessReply } from './robustness-contract.ts'

interface Wanted {
  readonly publicationId: string
  readonly group?: string | undefined
  readonly noise: number
}

interface Run extends Wanted {
  readonly group: string
}

export const replications = 500
export const seed = 1
/** A run that has given no sign for so long was on a node that is gone. */
const silentAfter = '30 seconds'
/** However large the province: then it stops with what it has. */
export const longestMs = 30_000
const signEveryMs = 500

const replyOf = async ({ transaction }: ActContext, { publicationId, group, noise }: Run): Promise<RobustnessReply> => {
  const row = await transaction
    .selectFrom('robustness_run')
    .select(['done', 'replications', 'result', sql<boolean>`seen_at < now() - ${silentAfter}::interval`.as('is_silent')])
    .where('publication_id', '=', publicationId)
    .where('unit_group', '=', group)
    .where('noise', '=', noise)
    .executeTakeFirst()
  const at = { group, noise, done: row?.done ?? 0, of: row?.replications ?? replications }
  if (row?.result) return { state: 'done', ...at, result: row.result as NonNullable<RobustnessReply['result']> }
  return { state: row && !row.is_silent ? 'running' : 'none', ...at }
}

/** The run that is asked for; the first group where none is named. */
const runOf = async ({ transaction }: ActContext, wanted: Wanted): Promise<Result<Run>> => {
  const row = await transaction.selectFrom('publication').select('groups').where('id', '=', wanted.publicationId).executeTakeFirst()
  const group = row?.groups.find((each) => each === (wanted.group ?? row.groups[0]))
  return group === undefined ? refuse(errorAt('notFound', wanted.publicationId, { what: 'publication' })) : accept({ ...wanted, group })
}

/** How firm the places are, or how far the computing is. */
export const robustnessOf = async (context: ActContext, wanted: Wanted): Promise<Result<RobustnessReply>> => {
  const run = await runOf(context, wanted)
  return run.ok ? accept(await replyOf(context, run.value)) : run
}

const prepare = async (context: ActContext, { publicationId, group }: Run) => {
  const published = await loadPublishedGroup(context, publicationId, { group })
  if (!published.ok) return published
  const scores = await loadFrozenScores(context, publicationId, group)
  if (!scores.ok) return scores
  const { framework } = published.value.framework
  const results = computeResults(framework, scores.value)
  return results.ok ? accept({ framework, index: indexOfResults(framework, results.value, group) }) : results
}

export type Prepared = Extract<Awaited<ReturnType<typeof prepare>>, { ok: true }>['value']

export const resultOf = (
  { framework }: Prepared,
  { replications: made, intervals, movers, importance }: Firmness,
): NonNullable<RobustnessReply['result']> => {
  const nodes = new Map([...walkNodes(framework.nodes)].map(({ node }) => [node.id as string, node]))
  const counts = new Map(importance.map((each) => [each.code, each]))
  return {
    replications: made,
    intervals: intervals.map(({ unit, from, to }) => ({ unitId: unit, from, to })),
    criteria: movers.map(({ code, meanShift, greatestShift }) => ({
      id: code,
      code: nodes.get(code)?.code ?? '',
      name: nodes.get(code)?.name ?? '',
      meanShift,
      greatestShift,
      weight: counts.get(code)?.effectiveWeight ?? 0,
      correlation: counts.get(code)?.correlation ?? null,
      explained: counts.get(code)?.explained ?? null,
    })),
  }
}

/** Lets other requests in after every ranking, gives a sign twice a second, and stops at its time bound. */
const compute = async (prepared: Prepared, run: Run, sign: (done: number) => Promise<unknown>): Promise<Result<Firmness>> => {
  const steps = computeFirmness(prepared.index, { replications, noise: run.noise / 100, seed })
  const leaves = prepared.index.structure.indicators.length
  const started = performance.now()
  let signed = started
  let step = steps.next()
  while (!step.done) {
    await setImmediate()
    const now = performance.now()
    if (now - signed > signEveryMs) {
      signed = now
      await sign(Math.max(0, step.value - leaves))
    }
    step = steps.next(now - started < longestMs)
  }
  return step.value
}

const finish = async (database: Database, actor: ActContext['actor'], run: Run): Promise<void> => {
  const save = (values: { done: number; result?: string }) =>
    actAs(database, actor, async ({ transaction }) => {
      await transaction
        .updateTable('robustness_run')
        .set({ ...values, seen_at: sql<Date>`now()` })
        .where('publication_id', '=', run.publicationId)
        .where('unit_group', '=', run.group)
        .where('noise', '=', run.noise)
        .execute()
      return accept(undefined)
    })
  const prepared = await actAs(database, actor, (context) => prepare(context, run))
  if (!prepared.ok) return
  const firmness = await compute(prepared.value, run, (done) => save({ done }))
  if (!firmness.ok) return
  await save({ done: firmness.value.replications, result: JSON.stringify(resultOf(prepared.value, firmness.value)) })
}

/**
 * Starts the computing where nobody has: a row is the lease, so that of several nodes one computes. It goes on after the answer; a node that is
 * closed meanwhile leaves a silent row, which the next who asks takes up.
 */
export const startRobustness = async (database: Database, context: ActContext, wanted: Wanted): Promise<Result<RobustnessReply>> => {
  const found = await runOf(context, wanted)
  if (!found.ok) return found
  const run = found.value
  const { rows } = await sql`
    insert into robustness_run as r (authority_id, publication_id, unit_group, noise, replications, seed)
    values (${context.actor.authorityId}, ${run.publicationId}, ${run.group}, ${run.noise}, ${replications}, ${seed})
    on conflict (authority_id, publication_id, unit_group, noise) do update set done = 0, started_at = now(), seen_at = now()
    where r.result is null and r.seen_at < now() - ${silentAfter}::interval
    returning noise`.execute(context.transaction)
  if (rows.length > 0) {
    await recordActions(context, [{ kind: 'robustnessStarted', facts: { ...run } }])
    // After the answer: the row is there for others only once this transaction has ended.
    setTimeout(() => void finish(database, context.actor, run).catch(() => undefined), 20).unref()
  }
  return accept(await replyOf(context, run))
}
