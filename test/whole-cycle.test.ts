import { beforeAll, describe, expect, it } from 'vitest'
import { parseBundle } from '../src/core/publication/parse-bundle.ts'
import { verifyBundle } from '../src/core/publication/verify-bundle.ts'
import { appraisalRoutes } from '../src/features/appraisal/contract.ts'
import { cycleRoutes } from '../src/features/cycle/contract.ts'
import { frameworkRoutes } from '../src/features/framework/contract.ts'
import type { FrameworkView } from '../src/features/framework/framework-shapes.ts'
import { publicationRoutes } from '../src/features/publication/contract.ts'
import { sha256 } from '../src/features/publication/freeze-groups.ts'
import { resultsRoutes } from '../src/features/results/contract.ts'
import { selfAssessmentRoutes } from '../src/features/self-assessment/contract.ts'
import { startTestApplication, type TestApplication } from './application.ts'
import { departmentsGroup } from './authority.ts'
import type { Call } from './call.ts'

/** A small decision with one slip of the pen: area II prints 4, its criteria add up to 3,5. */
const decision = `STT;Tiêu chí;Điểm chuẩn;Đơn vị chủ trì;Đơn vị phối hợp;Ghi chú
I;CHỈ ĐẠO ĐIỀU HÀNH;3;;;
1;Ban hành kế hoạch thử đúng hạn;1;Văn phòng;Các phòng;
2;Mức độ hoàn thành kế hoạch thử;2;Văn phòng;Các phòng;
II;THỦ TỤC THỬ;4;;;
1;Công khai thủ tục thử;2,5;Phòng Thử;Văn phòng;
2;Xin lỗi khi trễ hạn thử (nếu có);1;Phòng Thử;Văn phòng;
III;SỐ HÓA THỬ;3;;;
1;Tỷ lệ hồ sơ thử trực tuyến;1,5;Phòng Thử;Văn phòng;
2;Chữ ký số thử;1,5;Phòng Thử;Văn phòng;
;TỔNG ĐIỂM;10;;;
`

let application: TestApplication
let owner: Call
let cycleId: string
const leaves = ['I/1', 'I/2', 'II/1', 'II/2', 'III/1', 'III/2']

const uploadDecision = async (): Promise<FrameworkView> => {
  const upload = { fileName: 'quyet-dinh.csv', bytes: Buffer.from(decision), fields: { unitGroup: departmentsGroup, year: '2026' } }
  return (await owner(frameworkRoutes.upload, { upload, body: undefined as never })).value
}

beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
})

describe('from a decision to a ranking', () => {
  it('reads the decision and shows the slip beside its row', async () => {
    const view = await uploadDecision()
    expect(view.counts.leaves).toBe(6)
    const slip = view.problems.find(({ problem }) => problem.code === 'totalMismatch' && problem.at === 'II')
    expect(slip?.problem.message).toContain('3,5')
  })

  it('settles the slip and puts the framework in force', async () => {
    const [draft] = (await owner(frameworkRoutes.list)).value.frameworks
    const params = { frameworkId: draft?.id ?? '' }
    const before = (await owner(frameworkRoutes.read, { params })).value
    const settled = await owner(frameworkRoutes.edit, {
      params,
      ifMatch: before.version,
      body: {
        edits: [
          { kind: 'settleTotal', at: 'II', choice: 'derived' },
          { kind: 'settleTotal', at: 'total', choice: 'derived' },
          { kind: 'correctHead', field: 'title', value: 'Bộ tiêu chí thử' },
        ],
      },
    })
    expect(settled.value.problems.filter(({ state, blocks }) => state === 'open' && blocks)).toEqual([])
    const inForce = await owner(frameworkRoutes.putInForce, {
      params,
      ifMatch: settled.value.version,
      body: { inForceFrom: '2026-01-01' },
    })
    expect(inForce.value).toMatchObject({ status: 'inForce', derivedTotal: '9.5' })
  })

  it('opens a cycle for the departments', async () => {
    const [framework] = (await owner(frameworkRoutes.list)).value.frameworks
    const added = await owner(cycleRoutes.add, {
      body: {
        year: 2026,
        title: 'Chỉ số thử 2026',
        frameworks: [{ unitGroup: departmentsGroup, frameworkId: framework?.id ?? '' }],
        selfAssessmentDeadline: { kind: 'through', date: '2099-12-31' },
      },
      idempotencyKey: 'mo-ky',
    })
    cycleId = added.value.id
    const opened = await owner(cycleRoutes.open, { params: { cycleId }, ifMatch: added.value.version })
    expect(opened.value.stage).toBe('selfAssessing')
  })

  it('lets each unit score itself, refuses what is over the maximum, and takes the submission', async () => {
    const claims = [
      ['1', '2', '2,5', null, '1.5', '1'],
      ['1', '1', '2', '1', '0', '0'],
      ['0', '2', '2.5', '1', '1.5', '1.5'],
    ]
    for (const [index, unit] of application.authority.departments.entries()) {
      const officer = await application.signInAs(`unitofficer.${unit.code}`)
      const params = { cycleId, unitId: unit.id }
      const over = await officer(selfAssessmentRoutes.change, {
        params,
        body: { claims: [{ nodeId: 'I/1', version: 0, status: 'scored', points: '1,01', explanation: 'Đã làm' }] },
      })
      expect(over.status).toBe(422)
      const saved = await officer(selfAssessmentRoutes.change, {
        params,
        body: {
          claims: leaves.map((nodeId, leaf) => {
            const points = claims[index]?.[leaf]
            return points
              ? { nodeId, version: 0, status: 'scored' as const, points, explanation: 'Đã làm' }
              : { nodeId, version: 0, status: 'notApplicable' as const, explanation: 'Không có hồ sơ trễ hạn' }
          }),
        },
      })
      expect(saved.value.saved).toHaveLength(6)
      const sheet = (await officer(selfAssessmentRoutes.sheet, { params })).value
      const submitted = await officer(selfAssessmentRoutes.submit, {
        params,
        ifMatch: sheet.version,
        idempotencyKey: `nop-${unit.code}`,
        body: {},
      })
      expect(submitted.value.stage).toBe('submitted')
    }
  })

  it('lets an appraiser give less only with a reason, and finishes every unit', async () => {
    const appraiser = await application.signInAs('appraiser')
    for (const [index, unit] of application.authority.departments.entries()) {
      const params = { cycleId, unitId: unit.id }
      if (index === 0) {
        const less = { nodeId: 'I/2', version: 0, status: 'scored' as const, points: '1.5' }
        const refused = await appraiser(appraisalRoutes.change, { params, body: { decisions: [less] } })
        expect(refused.problems.map(({ code }) => code)).toEqual(['missingReason'])
        const reason = 'Mới hoàn thành 75% kế hoạch'
        expect((await appraiser(appraisalRoutes.change, { params, body: { decisions: [{ ...less, reason }] } })).status).toBe(200)
        const accepted = { nodeId: 'II/2', version: 0, status: 'notApplicable' as const, reason: 'Đúng là không phát sinh' }
        expect((await appraiser(appraisalRoutes.change, { params, body: { decisions: [accepted] } })).status).toBe(200)
      }
      const claims = await appraiser(appraisalRoutes.acceptClaims, { params, body: {} })
      const finished = await appraiser(appraisalRoutes.finish, {
        params,
        ifMatch: claims.value.version,
        idempotencyKey: `xong-${unit.code}`,
      })
      expect(finished.value.stage).toBe('approved')
    }
    const closed = await owner(appraisalRoutes.close, { params: { cycleId }, body: {}, idempotencyKey: 'ket-thuc' })
    expect(closed.value.stage).toBe('approved')
  })

  it('ranks the units on the maximum that applied', async () => {
    const { units } = (await owner(resultsRoutes.ranking, { params: { cycleId } })).value
    expect(units.map(({ unit, total }) => [unit.code, total.points, total.appliedMax, total.percent, total.rank])).toEqual([
      ['so-3', '8.5', '9.5', '89.473684', 1],
      ['so-1', '7.5', '8.5', '88.235294', 2],
      ['so-2', '5', '9.5', '52.631579', 3],
    ])
  })

  it('publishes once, frozen with a bundle that anyone can verify', async () => {
    const chair = await application.signInAs('councilchair')
    const decision = { number: '12/QĐ-UBND', date: '2027-01-20' }
    const input = { params: { cycleId }, body: { title: 'Chỉ số thử 2026', isPublic: true, decision }, idempotencyKey: 'cong-bo' }
    const published = (await chair(publicationRoutes.publish, input)).value
    expect(published.decision).toEqual(decision)
    expect((await chair(publicationRoutes.publish, input)).value).toEqual(published)
    const again = await chair(publicationRoutes.publish, { ...input, idempotencyKey: 'cong-bo-nua' })
    expect(again.problems[0]?.code).toBe('correctionDue')
    const bundle = await chair(publicationRoutes.bundle, { params: { publicationId: published.id }, query: { group: departmentsGroup } })
    expect(parseBundle(JSON.parse(bundle.raw.body)).ok).toBe(true)
    expect(verifyBundle(JSON.parse(bundle.raw.body), sha256)).toEqual([])
    expect(verifyBundle(JSON.parse(bundle.raw.body.replace('"88.235294"', '"98.235294"')), sha256)).not.toEqual([])
  })

  it('shows each unit its own sheet with the reason and the trace behind every figure', async () => {
    const [unit, other] = application.authority.departments
    const officer = await application.signInAs(`unitofficer.${unit.code}`)
    const sheet = (await officer(resultsRoutes.sheet, { params: { cycleId, unitId: unit.id } })).value
    const row = sheet.rows.find(({ id }) => id === 'I/2')
    expect(row?.given).toMatchObject({ points: '1.5', reason: 'Mới hoàn thành 75% kế hoạch' })
    expect((await officer(resultsRoutes.sheet, { params: { cycleId, unitId: other.id } })).status).toBe(403)
    const { trace } = (await officer(resultsRoutes.trace, { params: { cycleId, unitId: unit.id } })).value
    expect(trace).toMatchObject({ step: 'percent', result: '88.235294', facts: { points: '7.5', appliedMax: '8.5' } })
  })

  it('shows the published ranking to everybody, without scripts, and no unit that is not public', async () => {
    const [publication] = (await owner(publicationRoutes.publications)).value.publications
    const page = await application.app.inject(`/cong-khai/${publication?.id}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('89,47%')
    expect(page.body).toContain('theo Quyết định số 12/QĐ-UBND ngày 20/01/2027')
    expect(page.body).not.toContain('<script')
    const chair = await application.signInAs('councilchair')
    const params = { cycleId, publicationId: publication?.id ?? '' }
    expect((await chair(publicationRoutes.publicity, { params, body: { isPublic: false }, ifMatch: 1 })).status).toBe(204)
    expect((await application.app.inject(`/cong-khai/${publication?.id}`)).statusCode).toBe(404)
  })

  it('keeps what was published: nothing of the cycle can be changed any more', async () => {
    const [unit] = application.authority.departments
    const officer = await application.signInAs(`unitofficer.${unit.code}`)
    const change = { claims: [{ nodeId: 'I/1', version: 1, status: 'scored' as const, points: '0', explanation: '' }] }
    expect((await officer(selfAssessmentRoutes.change, { params: { cycleId, unitId: unit.id }, body: change })).status).toBe(409)
    await expect(application.owner.updateTable('publication').set({ hash: 'x' }).where('cycle_id', '=', cycleId).execute()).rejects.toThrow(
      /published/,
    )
  })
})
