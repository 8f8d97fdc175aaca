import { sql } from 'kysely'
import { parsePoints, pointsText, zeroPoints } from '../../../core/exact/points.ts'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { checkBounds } from '../../../core/self-assessment/read-entry.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { CalibrationHead, CalibrationLeaf, CalibrationStage } from './contract.ts'
import { loadHeads, loadLeaves } from './load-calibration.ts'

interface Place {
  readonly cycleId: string
  readonly calibrationId: string
}
interface Given {
  readonly unitId: string
  readonly nodeId: string
  readonly version: number
  readonly points: string
  readonly note: string
}

/** The sample, held until the act ends: of two who finish at once the second sees the first. */
const lockHead = async (context: ActContext, { cycleId, calibrationId }: Place): Promise<Result<CalibrationHead>> => {
  await context.transaction.selectFrom('calibration').select('id').where('id', '=', calibrationId).forUpdate().execute()
  const [head] = await loadHeads(context, cycleId, calibrationId)
  return head ? accept(head) : refuse(errorAt('notFound', calibrationId, { what: 'calibration' }))
}

const checkGiven = (leaves: readonly CalibrationLeaf[], given: readonly Given[]): readonly Problem[] => {
  const known = new Map(leaves.map((leaf) => [`${leaf.unit.id} ${leaf.nodeId}`, leaf]))
  return given.flatMap(({ unitId, nodeId, points, version }, index): readonly Problem[] => {
    const leaf = known.get(`${unitId} ${nodeId}`)
    if (!leaf) return [errorAt('unknownNode', nodeId, { node: nodeId })]
    const first = given.findIndex((each) => each.unitId === unitId && each.nodeId === nodeId)
    if (first < index) return [errorAt('duplicateLine', nodeId, { unit: leaf.unit.code, node: nodeId, first: first + 1 })]
    if ((leaf.own?.version ?? 0) !== version) return [errorAt('changedMeanwhile', nodeId, { version: String(leaf.own?.version ?? 0) })]
    const [value, maxPoints] = [parsePoints(points), parsePoints(leaf.maxPoints)]
    if (value === undefined || maxPoints === undefined) return [errorAt('invalidPoints', nodeId, { value: points })]
    return checkBounds({ id: nodeId, maxPoints }, value)
  })
}

const savePoints = async ({ transaction, actor }: ActContext, calibrationId: string, given: readonly Given[]): Promise<number> => {
  const rows = given.map(({ points, ...each }) => ({ ...each, points: pointsText(parsePoints(points) ?? zeroPoints) }))
  await sql`
    insert into calibration_point as p (authority_id, calibration_id, person_id, unit_id, node_id, points, note)
    select ${actor.authorityId}, ${calibrationId}, ${actor.personId}, r."unitId", r."nodeId", r.points, r.note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("unitId" uuid, "nodeId" text, points numeric, note text)
    on conflict (authority_id, calibration_id, person_id, unit_id, node_id)
      do update set points = excluded.points, note = excluded.note, given_at = now(), version = p.version + 1`.execute(transaction)
  const { rows: counted } = await sql<{ given: number }>`
    update calibration_appraiser a set given = (select count(*)::int from calibration_point p where p.calibration_id = a.calibration_id
      and p.person_id = a.person_id)
    where a.calibration_id = ${calibrationId} and a.person_id = ${actor.personId} returning a.given`.execute(transaction)
  return counted[0]?.given ?? 0
}

const setStage = async ({ transaction }: ActContext, { id, version }: CalibrationHead, stage: CalibrationStage): Promise<void> => {
  await transaction
    .updateTable('calibration')
    .set({ stage, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

/** Gives points on the common sample. With the last of all who take part the differences are there to be seen, and nothing can be changed any more. */
export const givePoints = async (
  context: ActContext,
  place: Place,
  given: readonly Given[],
): Promise<Result<{ given: number; stage: CalibrationStage }>> => {
  const head = await lockHead(context, place)
  if (!head.ok) return head
  const { people, stage, leaves: whole } = head.value
  if (!people.some(({ person }) => person.id === context.actor.personId)) return refuse(errorAt('notInCalibration', '', {}))
  if (stage !== 'giving') return refuse(errorAt('calibrationOver', '', {}))
  const problems = checkGiven(await loadLeaves(context, place.calibrationId), given)
  if (problems.length) return { ok: false, problems }
  const count = await savePoints(context, place.calibrationId, given)
  const others = people.filter(({ person }) => person.id !== context.actor.personId)
  const isThrough = count === whole && others.every((each) => each.given === whole)
  if (isThrough) await setStage(context, head.value, 'shown')
  const facts = { id: place.calibrationId, given: count, of: whole }
  await recordActions(context, [{ kind: 'calibrationPointsGiven', cycleId: place.cycleId, facts }])
  return accept({ given: count, stage: isThrough ? 'shown' : stage })
}

const order: readonly CalibrationStage[] = ['giving', 'shown', 'closed']

/** Ends the giving before everybody is through, or closes a sample whose differences were talked over. The log keeps how far everybody was. */
export const moveCalibration = async (
  context: ActContext,
  place: Place,
  seen: number,
  to: 'shown' | 'closed',
): Promise<Result<{ stage: CalibrationStage; version: number }>> => {
  const head = await lockHead(context, place)
  if (!head.ok) return head
  const { version, stage, people, leaves } = head.value
  if (version !== seen) return refuse(errorAt('changedMeanwhile', '', { version: String(version) }))
  if (order.indexOf(to) !== order.indexOf(stage) + 1) return refuse(errorAt('calibrationOver', '', {}))
  await setStage(context, head.value, to)
  const unfinished = people.filter(({ given }) => given < leaves).length
  await recordActions(context, [{ kind: 'calibrationMoved', cycleId: place.cycleId, facts: { id: head.value.id, to, unfinished } }])
  return accept({ stage: to, version: version + 1 })
}
