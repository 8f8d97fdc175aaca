import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { createSmallCycle } from '../../../../test/small-cycle.ts'
import { selfAssessmentRoutes } from '../../self-assessment/contract.ts'
import { appraisalRoutes } from '../contract.ts'
import { councilRoutes } from '../council-contract.ts'
import { type JointFilter, jointAcceptanceRoutes } from './contract.ts'

let application: TestApplication
let appraiser: Call
let owner: Call
let cycleId: string
let units: readonly { id: string }[]
const filter: JointFilter = { nodeIds: [], proof: 'document', onlyByRule: false }
const words: JointFilter = { ...filter, proof: 'documentOrExplanation' }

/** A document of the unit's own register behind one claim. */
const prove = async (unitId: string, nodeId: string) => {
  const evidence_id = randomUUID()
  const key = { authority_id: application.authority.id, unit_id: unitId }
  await application.owner
    .insertInto('evidence')
    .values({ ...key, id: evidence_id, title: 'Kế hoạch' })
    .execute()
  await sql`insert into score_evidence (authority_id, cycle_id, unit_id, node_id, evidence_id)
    values (${application.authority.id}, ${cycleId}, ${unitId}, ${nodeId}, ${evidence_id})`.execute(application.owner)
}

beforeAll(async () => {
  application = await startTestApplication()
  appraiser = await application.signInAs('appraiser')
  owner = await application.signInAs('methodowner')
  const cycle = await createSmallCycle(application.owner, application.authority, 'selfAssessing')
  cycleId = cycle.cycleId
  units = cycle.units
  for (const [index, { id }] of units.entries()) {
    const officer = await application.signInAs(`unitofficer.so-${index + 1}`)
    const claims = ['1.1', '1.3', '2.2'].map((nodeId) => ({
      nodeId,
      version: 0,
      status: 'scored' as const,
      points: '1',
      explanation: 'Đã làm',
    }))
    expect((await officer(selfAssessmentRoutes.change, { params: { cycleId, unitId: id }, body: { claims } })).status).toBe(200)
    await prove(id, '1.1')
  }
  await sql`update cycle_unit set stage = 'submitted', submitted_at = now() where cycle_id = ${cycleId}`.execute(application.owner)
})

const preview = async (body: JointFilter, call = appraiser) =>
  (await call(jointAcceptanceRoutes.preview, { params: { cycleId }, body })).value
const accept = async (body: JointFilter, seen?: string) =>
  appraiser(jointAcceptanceRoutes.accept, {
    params: { cycleId },
    body: { ...body, seen: seen ?? (await preview(body)).seen },
    idempotencyKey: randomUUID(),
  })
const list = async () => (await owner(jointAcceptanceRoutes.list, { params: { cycleId } })).value.acceptances
const sheet = async (index: number) =>
  (await appraiser(appraisalRoutes.unit, { params: { cycleId, unitId: units[index]?.id ?? '' } })).value

describe('claims accepted together over many units', () => {
  it('are shown before, by unit and by what is left for which reason', async () => {
    const shown = await preview(filter)
    expect(shown).toMatchObject({ leaves: 3, left: { otherSource: 3, noClaim: 3, noEvidence: 6 } })
    expect(shown.units.map(({ leaves, left }) => [leaves, left])).toEqual([1, 1, 1].map((leaves) => [leaves, 4]))
    expect(await preview(words)).toMatchObject({ leaves: 9 })
    const area = shown.groups[0]?.areas[1]?.id ?? ''
    expect(await preview({ ...words, nodeIds: [area] })).toMatchObject({ leaves: 3, left: { otherSource: 3 } })
    expect(await preview({ ...words, onlyByRule: true })).toMatchObject({ leaves: 0, left: { notByRule: 9 } })
    expect((await owner(jointAcceptanceRoutes.preview, { params: { cycleId }, body: filter })).status).toBe(403)
    expect((await sheet(0)).stage).toBe('submitted')
  })

  it('leave out what is disputed, what is another’s to appraise, and units in which one has an interest', async () => {
    const [first, second] = units
    await sql`insert into explanation (authority_id, cycle_id, unit_id, node_id, request) values
      (${application.authority.id}, ${cycleId}, ${first?.id}, '1.1', 'Nêu rõ ngày ban hành')`.execute(application.owner)
    const body = { unitId: second?.id ?? '', reason: 'Người nhà công tác tại đơn vị' }
    expect((await appraiser(councilRoutes.declareInterest, { params: { cycleId }, body })).status).toBe(200)
    expect(await preview(words)).toMatchObject({ leaves: 5, left: { disputed: 1, ofInterest: 5 } })
    const { groups } = await preview(filter)
    const division = {
      personIds: [(await personOf('appraiser')).id],
      unitGroup: groups[0]?.group ?? '',
      nodeIds: [groups[0]?.areas[0]?.id ?? ''],
    }
    await owner(councilRoutes.divide, { params: { cycleId }, body: division })
    expect(await preview(words)).toMatchObject({ leaves: 3, left: { notYours: 4 } })
  })

  it('are accepted by one act, as the preview told and not otherwise', async () => {
    // As many leaves of as many units, but another claim in one of them: not what was seen.
    const { seen } = await preview(words)
    await sql`update score set version = version + 1 where cycle_id = ${cycleId} and unit_id = ${units[2]?.id} and node_id = '1.3'`.execute(
      application.owner,
    )
    expect(await preview(words)).toMatchObject({ leaves: 3 })
    expect((await accept(words, seen)).problems[0]?.code).toBe('changedMeanwhile')
    const done = await accept(words)
    expect(done.value).toMatchObject({ units: 2, leaves: 3 })
    const { stage, leaves } = await sheet(0)
    expect(stage).toBe('firstAppraisal')
    expect(leaves.find(({ nodeId }) => nodeId === '1.3')?.decision).toMatchObject({ points: '1', claimedPoints: '1' })
    expect(leaves.find(({ nodeId }) => nodeId === '1.1')?.decision).toBeUndefined()
    expect((await sheet(1)).stage).toBe('submitted')
    expect(await list()).toMatchObject([{ units: 2, leaves: 3, standing: 3 }])
    expect((await accept(words)).problems[0]?.code).toBe('nothingToAccept')
  })

  it('are taken back as far as nobody has decided them anew and the round is open', async () => {
    const [third] = units.slice(2)
    const decisions = [{ nodeId: '1.3', version: 1, status: 'scored' as const, points: '0.5', reason: 'Xem lại' }]
    await appraiser(appraisalRoutes.change, { params: { cycleId, unitId: third?.id ?? '' }, body: { decisions } })
    const [acceptance] = await list()
    const params = { cycleId, acceptanceId: acceptance?.id ?? '' }
    const back = () => appraiser(jointAcceptanceRoutes.takeBack, { params, body: {}, ifMatch: 1 })
    expect((await owner(jointAcceptanceRoutes.takeBack, { params, body: {}, ifMatch: 1 })).status).toBe(403)
    expect((await back()).value).toEqual({ takenBack: 2, kept: 1 })
    expect((await back()).problems[0]?.code).toBe('changedMeanwhile')
    expect((await sheet(0)).leaves.find(({ nodeId }) => nodeId === '1.3')?.decision?.status).toBe('missing')
    expect((await sheet(2)).leaves.find(({ nodeId }) => nodeId === '1.3')?.decision).toMatchObject({ points: '0.5' })
    expect(await list()).toMatchObject([{ takenBack: { leaves: 2 }, standing: 0 }])
    // What was taken back can be accepted again; what is in a unit whose round is over stays.
    expect((await accept(words)).value.leaves).toBe(2)
    await sql`update cycle_unit set stage = 'explaining' where cycle_id = ${cycleId} and unit_id = ${units[0]?.id}`.execute(
      application.owner,
    )
    const [again] = await list()
    expect(again?.standing).toBe(1)
    const rest = { params: { cycleId, acceptanceId: again?.id ?? '' }, body: {}, ifMatch: 1 }
    expect((await appraiser(jointAcceptanceRoutes.takeBack, rest)).value).toEqual({ takenBack: 1, kept: 1 })
  })

  it('stay once their group has moved to another framework, where the same code may be another leaf', async () => {
    expect((await accept(words)).value.leaves).toBe(1)
    const [acceptance] = await list()
    expect(acceptance?.standing).toBe(1)
    await sql`insert into framework_move (id, authority_id, cycle_id, unit_group, from_framework_id, to_framework_id, reason, moved_at, moved_by)
      select ${randomUUID()}, authority_id, cycle_id, unit_group, framework_id, framework_id, 'Sửa đổi', now() + interval '1 second',
        ${(await personOf('methodowner')).id} from cycle_framework where cycle_id = ${cycleId}`.execute(application.owner)
    expect((await list())[0]?.standing).toBe(0)
    const rest = { params: { cycleId, acceptanceId: acceptance?.id ?? '' }, body: {}, ifMatch: 1 }
    expect((await appraiser(jointAcceptanceRoutes.takeBack, rest)).value).toEqual({ takenBack: 0, kept: 1 })
  })
})

const personOf = (signInName: string) =>
  application.owner.selectFrom('person').select('id').where('sign_in_name', '=', signInName).executeTakeFirstOrThrow()
