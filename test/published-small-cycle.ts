import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Call } from './call.ts'
import type { TestApplication } from './application.ts'
import { publicationRoutes, type Publication } from '../src/features/publication/contract.ts'
import { createSmallCycle, type SmallCycle } from './small-cycle.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What was given, unit by unit: the first wins, the second lost a point with a reason, the third never submitted. */
const given: readonly (readonly [unit: number, node: string, claimed: string, points: string, reason: string | null])[] = [
  [0, '1.1', '2', '2', null],
  [0, '1.3', '1.5', '1.5', null],
  [0, '2.1', '', '2.75', null],
  [0, '2.2', '2.5', '2.5', null],
  [1, '1.1', '2', '1', 'Ban hành chậm 12 ngày'],
  [1, '1.3', '1.5', '1.5', null],
  [1, '2.1', '', '2.5', null],
  [1, '2.2', '2.5', '2.5', null],
]

const addScores = async ({ owner, authority }: TestApplication, { cycleId, frameworkId, units }: SmallCycle): Promise<void> => {
  const rows = given.flatMap(([unit, node, claimed, points, reason]) => {
    const unitId = units[unit]?.id
    const claim = {
      unit_id: unitId,
      node_id: node,
      round: 'claimed',
      status: 'scored',
      points: claimed,
      claimed_points: null,
      reason: null,
    }
    const decision = {
      unit_id: unitId,
      node_id: node,
      round: 'firstAppraisal',
      status: 'scored',
      points,
      claimed_points: claimed || null,
      reason,
    }
    return claimed ? [claim, decision] : [decision]
  })
  const absent = [0, 1].flatMap((unit) => [
    {
      unit_id: units[unit]?.id,
      node_id: '1.2',
      round: 'claimed',
      status: 'notApplicable',
      points: null,
      reason: null,
      explanation: 'Năm nay không có kiểm tra',
    },
    {
      unit_id: units[unit]?.id,
      node_id: '1.2',
      round: 'firstAppraisal',
      status: 'notApplicable',
      points: null,
      reason: 'Đúng là không phát sinh',
    },
  ])
  await sql`
    insert into score (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points, status, points, claimed_points, reason, explanation)
    select ${authority.id}, ${cycleId}, s.unit_id, ${frameworkId}, s.round, s.node_id, n.min_points, n.max_points, s.status, s.points, s.claimed_points, s.reason, s.explanation
    from jsonb_to_recordset(${JSON.stringify([...rows, ...absent])}::jsonb) as s(unit_id uuid, node_id text, round text, status text, points numeric,
      claimed_points numeric, reason text, explanation text)
    join framework_node n on n.framework_id = ${frameworkId} and n.node_id = s.node_id`.execute(owner)
}

export interface PublishedCycle extends SmallCycle {
  readonly publication: Publication
  readonly chair: Call
}

/** A small cycle, appraised and published by the chair. */
export const publishSmallCycle = async (
  application: TestApplication,
  input: { readonly parts?: Publication['parts']; readonly petitionDays?: number } = {},
): Promise<PublishedCycle> => {
  const cycle = await createSmallCycle(application.owner, application.authority, 'approved')
  await application.owner.updateTable('cycle').set({ stage: 'approved' }).where('id', '=', cycle.cycleId).execute()
  await addScores(application, cycle)
  const chair = await application.signInAs('councilchair')
  const body = { title: 'Chỉ số thử 2026', isPublic: true, ...input }
  const publication = (await chair(publicationRoutes.publish, { params: { cycleId: cycle.cycleId }, body, idempotencyKey: cycle.cycleId }))
    .value
  return { ...cycle, publication, chair }
}
