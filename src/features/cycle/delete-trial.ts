import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { WhatGoes } from './trial-contract.ts'
import { loadCycle } from './load-cycles.ts'
import { isTitleTyped, titleToType } from './typed-title.ts'

/** What goes with a trial cycle; documents stay in the registers of their units, surveys with whoever conducts them. */
export const whatGoes = async ({ transaction }: ActContext, cycleId: string): Promise<Result<WhatGoes>> => {
  const { rows } = await sql<WhatGoes>`
    select (select count(*)::int from cycle_unit where cycle_id = ${cycleId}) as units,
      (select count(*)::int from score where cycle_id = ${cycleId}) as scores,
      (select count(*)::int from score_evidence where cycle_id = ${cycleId}) as "evidenceLinks",
      (select count(*)::int from explanation where cycle_id = ${cycleId}) as explanations,
      (select count(*)::int from council_vote where cycle_id = ${cycleId}) as votes,
      (select count(*)::int from paper where cycle_id = ${cycleId}) as papers`.execute(transaction)
  const [goes] = rows
  if (!goes) throw new Error('counting gave no row')
  return accept(goes)
}

/**
 * Takes a trial cycle back whole, at any stage, once its name was typed: scores, links to documents, explanations, appraisal, votes, totals, plan and papers. Every
 * row that hangs on it goes along in the database. The log keeps what was done in it, that it existed and who took it back.
 */
export const deleteTrial = async (context: ActContext, cycleId: string, seen: number, typed: string): Promise<Result<WhatGoes>> => {
  const cycle = await loadCycle(context, cycleId, 'forUpdate')
  if (!cycle.ok) return cycle
  const { version, isTrial, title, year } = cycle.value
  if (!isTrial) return refuse(errorAt('notATrial', cycleId, {}))
  if (version !== seen) return refuse(errorAt('changedMeanwhile', '', { version: String(version) }))
  if (!isTitleTyped(typed, title)) return refuse(errorAt('nameNotTyped', 'title', { name: titleToType(title) }))
  const goes = await whatGoes(context, cycleId)
  if (!goes.ok) return goes
  const { transaction } = context
  await transaction.updateTable('cycle').set({ previous_id: null }).where('previous_id', '=', cycleId).execute()
  await transaction.deleteFrom('cycle').where('id', '=', cycleId).execute()
  await recordActions(context, [{ kind: 'trialDeleted', facts: { cycleId, year, title, ...goes.value } }])
  return goes
}
