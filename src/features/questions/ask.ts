import { randomUUID } from 'node:crypto'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { type QuestionCircle, questionState } from '../../core/self-assessment/question.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { ownPartOf } from '../scores/own-part.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import type { Question } from './contract.ts'
import { type LeafPlace, loadQuestion } from './load-questions.ts'
import { type Tell, tellOthers } from './tell-others.ts'
import { divisionOf, sideOf } from './whose-side.ts'

/** The leaf is one of the unit's set, and, for whoever works in a division, one that the division was given. */
const checkLeaf = async (context: ActContext, place: LeafPlace): Promise<Result<undefined>> => {
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId)
  if (!unit.ok) return unit
  const inForce = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!inForce.ok) return inForce
  if (!inForce.value.leaves.has(place.nodeId)) return refuse(errorAt('unknownNode', place.nodeId, { node: place.nodeId }))
  const part = await ownPartOf(context, place)
  return part && !part.leaves.has(place.nodeId) ? refuse(errorAt('leafOfOthers', place.nodeId, {})) : accept(undefined)
}

const write = async (
  { transaction, actor }: ActContext,
  unitId: string,
  questionId: string,
  position: number,
  text: string,
): Promise<void> => {
  await transaction
    .insertInto('question_message')
    .values({
      authority_id: actor.authorityId,
      question_id: questionId,
      position,
      side: sideOf(actor, unitId),
      division_id: sideOf(actor, unitId) === 'unit' ? (divisionOf(actor, unitId) ?? null) : null,
      text,
      said_by: actor.personId,
    })
    .execute()
}

/** Begins a thread at a leaf. Appraisers speak to the unit; what a unit says within itself stays there. */
export const askQuestion = async (
  context: ActContext,
  tell: Tell,
  place: LeafPlace,
  { circle, text }: { readonly circle: QuestionCircle; readonly text: string },
): Promise<Result<Question>> => {
  const { transaction, actor } = context
  const leaf = await checkLeaf(context, place)
  if (!leaf.ok) return leaf
  const side = sideOf(actor, place.unitId)
  if (side === 'appraisal' && circle === 'unit') return refuse(errorAt('notAllowed', '', { act: 'askQuestions' }))
  const id = randomUUID()
  const key = { authority_id: actor.authorityId, cycle_id: place.cycleId, unit_id: place.unitId, node_id: place.nodeId }
  await transaction
    .insertInto('question')
    .values({ ...key, id, circle, asked_by: side })
    .execute()
  await write(context, place.unitId, id, 1, text)
  await recordActions(context, [{ kind: 'questionAsked', ...place, facts: { questionId: id, circle, side } }])
  await tellOthers(context, tell, { ...place, circle, side, text, isFirst: true })
  const question = await loadQuestion(context, id)
  if (!question) throw new Error('a thread that was just begun is not there')
  return accept(question)
}

const lock = async ({ transaction }: ActContext, { cycleId, unitId }: Omit<LeafPlace, 'nodeId'>, questionId: string) =>
  transaction
    .selectFrom('question')
    .select(['node_id', 'version'])
    .where('id', '=', questionId)
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** Answers in a thread, or asks further; whoever did not see the last word is told of it first. */
export const sayInQuestion = async (
  context: ActContext,
  tell: Tell,
  place: { readonly cycleId: string; readonly unitId: string; readonly questionId: string },
  { text, seen }: { readonly text: string; readonly seen: number },
): Promise<Result<Question>> => {
  const { transaction, actor } = context
  const { questionId, ...ofUnit } = place
  const row = await lock(context, ofUnit, questionId)
  const before = row && (await loadQuestion(context, questionId))
  if (!row || !before) return refuse(errorAt('notFound', questionId, { what: 'question' }))
  if (row.version !== seen) return refuse(errorAt('changedMeanwhile', row.node_id, { version: String(row.version) }))
  const side = sideOf(actor, ofUnit.unitId)
  const said = [...before.messages.map((each) => ({ side: each.side, personId: each.by.id })), { side, personId: actor.personId }]
  await write(context, ofUnit.unitId, questionId, said.length, text)
  const state = questionState(before.circle, said)
  await transaction
    .updateTable('question')
    .set({ state, version: seen + 1 })
    .where('id', '=', questionId)
    .execute()
  await recordActions(context, [{ kind: 'questionAnswered', ...ofUnit, nodeId: row.node_id, facts: { questionId, side, state } }])
  await tellOthers(context, tell, { ...ofUnit, nodeId: row.node_id, circle: before.circle, side, text, isFirst: false })
  const question = await loadQuestion(context, questionId)
  return question ? accept(question) : refuse(errorAt('notFound', questionId, { what: 'question' }))
}
