import { beforeAll, describe, expect, it } from 'vitest'
import { cycleRoutes } from '../../src/features/cycle/contract.ts'
import { resultsRoutes } from '../../src/features/results/contract.ts'
import { selfAssessmentRoutes } from '../../src/features/self-assessment/contract.ts'
import { appraisalRoutes } from '../../src/features/appraisal/contract.ts'
import { startTestApplication, type TestApplication } from '../application.ts'
import { createSmallCycle, type SmallCycle } from '../small-cycle.ts'

let application: TestApplication
let cycle: SmallCycle
const claimed = '1.23'
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  const officer = await application.signInAs('unitofficer.so-1')
  const saved = await officer(selfAssessmentRoutes.change, {
    params: { cycleId: cycle.cycleId, unitId: cycle.units[0]?.id ?? '' },
    body: { claims: [{ nodeId: '1.1', version: 0, status: 'scored', points: claimed }] },
  })
  expect(saved.status).toBe(200)
})

/** Nobody outside the unit learns what it claims before it submits: not as points, not as a total, not in a ranking. */
describe('what a unit has not submitted', () => {
  it.each(['methodowner', 'leader', 'inspector', 'appraiser', 'councilchair'])('is not shown to %s', async (name) => {
    const call = await application.signInAs(name)
    const params = { cycleId: cycle.cycleId }
    const replies = [
      await call(cycleRoutes.detail, { params }),
      await call(appraisalRoutes.workList, { params }),
      await call(resultsRoutes.ranking, { params, query: { round: 'claimed' } }),
      await call(resultsRoutes.ranks, { params, query: { round: 'claimed' } }),
    ]
    for (const { raw } of replies) expect(raw.body).not.toMatch(/1\.23|12\.3/)
  })

  it('is shown once it is submitted', async () => {
    await application.owner
      .updateTable('cycle_unit')
      .set({ stage: 'submitted', submitted_at: new Date() })
      .where('cycle_id', '=', cycle.cycleId)
      .execute()
    const call = await application.signInAs('methodowner')
    const params = { cycleId: cycle.cycleId }
    expect((await call(cycleRoutes.detail, { params })).raw.body).toContain(claimed)
    expect((await call(resultsRoutes.ranking, { params, query: { round: 'claimed' } })).raw.body).toContain(claimed)
  })
})
