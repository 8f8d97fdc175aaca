import { beforeAll, describe, expect, it } from 'vitest'
import { appraisalRoutes } from '../src/features/appraisal/contract.ts'
import { frameworkRoutes } from '../src/features/framework/contract.ts'
import { publicationRoutes } from '../src/features/publication/contract.ts'
import { selfAssessmentRoutes } from '../src/features/self-assessment/contract.ts'
import { signInOn, startNode, startTestApplication } from './application.ts'
import { departmentsGroup } from './authority.ts'
import type { Call } from './call.ts'
import { createSmallCycle } from './small-cycle.ts'

/** Acts that meet at the same moment on two nodes end as if one had come after the other, in whichever order. */
let application: Awaited<ReturnType<typeof startTestApplication>>
let officer: Call
let head: Call
let appraiser: Call
let otherAppraiser: Call
let owner: Call
let otherOwner: Call
let chair: Call
const rounds = [0, 1, 2, 3]
let keys = 0
const newKey = (): string => `key-${(keys += 1)}`

beforeAll(async () => {
  application = await startTestApplication()
  const other = await startNode(application)
  officer = await application.signInAs('unitofficer.so-1')
  head = await signInOn(other.app, 'headofunit.so-1')
  appraiser = await application.signInAs('appraiser')
  otherAppraiser = await signInOn(other.app, 'appraiser')
  owner = await application.signInAs('methodowner')
  otherOwner = await signInOn(other.app, 'methodowner')
  chair = await signInOn(other.app, 'councilchair')
})

const decisions = ['1.1', '1.2', '1.3', '2.1', '2.2'].map((nodeId) => ({
  nodeId,
  version: 0,
  status: 'scored' as const,
  points: '1',
  reason: 'Theo báo cáo',
}))
const stageOf = async (cycleId: string, unitId: string) =>
  (
    await application.owner
      .selectFrom('cycle_unit')
      .select('stage')
      .where('cycle_id', '=', cycleId)
      .where('unit_id', '=', unitId)
      .executeTakeFirstOrThrow()
  ).stage
/** A cycle whose other units are finished, so that all hangs on the first. */
const cycleWith = async (stage: 'selfAssessing' | 'submitted') => {
  const { cycleId, units } = await createSmallCycle(application.owner, application.authority, stage)
  const unitId = units[0]?.id ?? ''
  await application.owner
    .updateTable('cycle_unit')
    .set({ stage: 'approved' })
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '!=', unitId)
    .execute()
  return { cycleId, unitId }
}
const close = (by: Call, cycleId: string, acceptsUnsubmitted = false) =>
  by(appraisalRoutes.close, { params: { cycleId }, body: { acceptsUnsubmitted }, idempotencyKey: newKey() })
const submit = (by: Call, params: { cycleId: string; unitId: string }) =>
  by(selfAssessmentRoutes.submit, { params, body: { acceptsMissing: true }, ifMatch: 1, idempotencyKey: newKey() })

describe('acts that meet', () => {
  it('a sheet submitted by two people at once is submitted by one of them', async () => {
    for (const _ of rounds) {
      const params = await cycleWith('selfAssessing')
      const replies = await Promise.all([submit(officer, params), submit(head, params)])
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    }
  })

  it('a cycle closed while a unit submits either takes it as missing or waits for its appraisal', async () => {
    for (const _ of rounds) {
      const params = await cycleWith('selfAssessing')
      const [submitted, closed] = await Promise.all([submit(officer, params), close(otherOwner, params.cycleId, true)])
      expect([submitted.status, closed.status].sort()).toSatisfy(([first, second]) => first === 200 && second >= 409)
      expect(await stageOf(params.cycleId, params.unitId)).toBe(submitted.status === 200 ? 'submitted' : 'approved')
    }
  })

  it('a cycle closed while an appraisal is being finished is closed with it or not at all', async () => {
    for (const _ of rounds) {
      const params = await cycleWith('submitted')
      const decided = await appraiser(appraisalRoutes.change, { params, body: { decisions } })
      const finish = otherAppraiser(appraisalRoutes.finish, { params, ifMatch: decided.value.version, idempotencyKey: newKey() })
      const [finished, closed] = await Promise.all([finish, close(owner, params.cycleId)])
      expect(finished.status).toBe(200)
      expect([200, 422]).toContain(closed.status)
      if (closed.status === 422) expect(closed.problems[0]?.code).toBe('appraisalUnfinished')
    }
  })

  it('a decision that meets the end of its appraisal stands in it or is refused, and what is published is what stands', async () => {
    for (const _ of rounds) {
      const params = await cycleWith('submitted')
      const decided = await appraiser(appraisalRoutes.change, { params, body: { decisions } })
      const late = { ...decisions[0], nodeId: '1.1', status: 'scored' as const, version: 1, points: '0.5', reason: 'Nộp chậm' }
      const change = () => appraiser(appraisalRoutes.change, { params, body: { decisions: [late] } })
      const [changed, finished] = await Promise.all([
        change(),
        otherAppraiser(appraisalRoutes.finish, { params, ifMatch: decided.value.version, idempotencyKey: newKey() }),
      ])
      expect(finished.status).toBe(200)
      expect([200, 409]).toContain(changed.status)
      expect((await close(owner, params.cycleId)).status).toBe(200)
      const publish = chair(publicationRoutes.publish, {
        params: { cycleId: params.cycleId },
        body: { title: 'Kết quả', isPublic: false },
        idempotencyKey: newKey(),
      })
      const [published, tooLate] = await Promise.all([publish, change()])
      expect([published.status, tooLate.status]).toEqual([200, 409])
      const { points } = await application.owner
        .selectFrom('publication_unit')
        .select('points')
        .where('publication_id', '=', published.value.id)
        .where('unit_id', '=', params.unitId)
        .executeTakeFirstOrThrow()
      expect(Number(points)).toBe(changed.status === 200 ? 4.5 : 5)
    }
  })

  it('a cycle published twice at once is published once', async () => {
    const params = await cycleWith('submitted')
    const decided = await appraiser(appraisalRoutes.change, { params, body: { decisions } })
    await appraiser(appraisalRoutes.finish, { params, ifMatch: decided.value.version, idempotencyKey: newKey() })
    await close(owner, params.cycleId)
    const otherChair = await application.signInAs('councilchair')
    const publish = (by: Call) =>
      by(publicationRoutes.publish, {
        params: { cycleId: params.cycleId },
        body: { title: 'Kết quả', isPublic: false },
        idempotencyKey: newKey(),
      })
    const replies = await Promise.all([publish(chair), publish(otherChair)])
    expect(replies.map(({ status }) => status === 200)).toContain(true)
    const kept = await application.owner.selectFrom('publication').select('number').where('cycle_id', '=', params.cycleId).execute()
    expect(kept).toEqual([{ number: 1 }])
  })
})

describe('a draft on which two work', () => {
  const upload = async () => {
    const bytes = Buffer.from('STT;Tiêu chí;Điểm chuẩn\nI;CHỈ ĐẠO;3\n1;Ban hành kế hoạch;1\n2;Hoàn thành kế hoạch;2\n;TỔNG ĐIỂM;3\n')
    const fields = { unitGroup: departmentsGroup, year: '2026' }
    const draft = (await owner(frameworkRoutes.upload, { upload: { fileName: 'a.csv', bytes, fields } })).value
    return (await edit(owner, draft, 'Bộ tiêu chí')).value
  }
  const edit = (by: Call, { id, version }: { id: string; version: number }, value: string) =>
    by(frameworkRoutes.edit, {
      params: { frameworkId: id },
      ifMatch: version,
      body: { edits: [{ kind: 'correctHead', field: 'title', value }] },
    })
  const enforce = (by: Call, { id, version }: { id: string; version: number }) =>
    by(frameworkRoutes.putInForce, { params: { frameworkId: id }, ifMatch: version, body: { inForceFrom: '2026-01-01' } })

  it('takes the edit of one and tells the other who was first', async () => {
    const draft = await upload()
    const replies = await Promise.all([edit(owner, draft, 'Tên một'), edit(otherOwner, draft, 'Tên hai')])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.problems[0]?.code).toBe('changedMeanwhile')
    const winner = replies.findIndex(({ status }) => status === 200) === 0 ? 'Tên một' : 'Tên hai'
    expect((await owner(frameworkRoutes.read, { params: { frameworkId: draft.id } })).value.title).toBe(winner)
  })

  it('comes into force once, with the edit or without', async () => {
    const draft = await upload()
    const replies = await Promise.all([enforce(owner, draft), enforce(otherOwner, draft)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const nodes = await application.owner.selectFrom('framework_node').select('node_id').where('framework_id', '=', draft.id).execute()
    expect(nodes).toHaveLength(3)
    for (const _ of rounds) {
      const next = await upload()
      const [edited, inForce] = await Promise.all([edit(otherOwner, next, 'Tên khác'), enforce(owner, next)])
      expect([edited.status, inForce.status].sort()).toEqual([200, 409])
    }
  })
})
