import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { checkRounds } from '../../core/cycle/rounds.ts'
import type { Result } from '../../core/result.ts'
import { trialTitle } from '../../language/trial-words.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Cycle, NewCycle } from './contract.ts'
import { closingMoment } from '../../platform/database/closing-moment.ts'
import { loadCycle } from './load-cycles.ts'
import { placeUnits } from './place-units.ts'

/** Prepares a cycle: nothing can be entered before it is opened. All problems at once. */
export const addCycle = async (context: ActContext, asked: NewCycle): Promise<Result<Cycle>> => {
  const { transaction, actor } = context
  const id = randomUUID()
  const { year, rounds, isTrial } = asked
  const title = isTrial ? trialTitle(asked.title) : asked.title
  await transaction
    .insertInto('cycle')
    .values({
      id,
      authority_id: actor.authorityId,
      year: asked.year,
      title,
      is_trial: isTrial,
      stage: 'preparing',
      rounds: [...asked.rounds],
      explanation_days: asked.explanationDays,
      self_assessment_closes: asked.selfAssessmentDeadline ? await closingMoment(context, asked.selfAssessmentDeadline) : null,
      previous_id: sql<string>`(select p.id from cycle p where p.year < ${asked.year} and not p.is_trial order by p.year desc, p.created_at desc limit 1)`,
    })
    .execute()
  const problems = checkRounds(asked.rounds)
  const units = await placeUnits(context, id, asked.frameworks)
  if (problems.length || !units.ok) return { ok: false, problems: [...problems, ...(units.ok ? [] : units.problems)] }
  await recordActions(context, [
    { kind: 'cycleAdded', cycleId: id, facts: { year, title, rounds, units: units.value, ...(isTrial && { isTrial }) } },
  ])
  return loadCycle(context, id)
}
