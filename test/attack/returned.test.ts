import { beforeAll, expect, it } from 'vitest'
import { appraisalRoutes } from '../../src/features/appraisal/contract.ts'
import { cycleRoutes } from '../../src/features/cycle/contract.ts'
import { selfAssessmentRoutes } from '../../src/features/self-assessment/contract.ts'
import { startTestApplication, type TestApplication } from '../application.ts'
import { createSmallCycle } from '../small-cycle.ts'

let application: TestApplication
beforeAll(async () => {
  application = await startTestApplication()
})

it('a claim raised after the sheet was given back is not decided by what was given before', async () => {
  const { cycleId, units } = await createSmallCycle(application.owner, application.authority)
  const params = { cycleId, unitId: units[0]?.id ?? '' }
  const [officer, appraiser, owner] = await Promise.all(['unitofficer.so-1', 'appraiser', 'methodowner'].map(application.signInAs))
  if (!officer || !appraiser || !owner) throw new Error()
  const claim = (points: string, version: number) =>
    officer(selfAssessmentRoutes.change, { params, body: { claims: [{ nodeId: '1.1', version, status: 'scored', points }] } })
  const submit = async () => {
    const { version } = (await officer(selfAssessmentRoutes.sheet, { params })).value
    return officer(selfAssessmentRoutes.submit, { params, body: { acceptsMissing: true }, ifMatch: version, idempotencyKey: `s${version}` })
  }
  expect((await claim('1', 0)).status).toBe(200)
  expect((await submit()).status).toBe(200)
  const decided = await appraiser(appraisalRoutes.change, {
    params,
    body: { decisions: [{ nodeId: '1.1', version: 0, status: 'scored', points: '1' }] },
  })
  expect(decided.status).toBe(200)
  const { version } = (await appraiser(appraisalRoutes.unit, { params })).value
  expect((await owner(cycleRoutes.returnSelfAssessment, { params, body: { reason: 'Bổ sung' }, ifMatch: version })).status).toBe(200)
  expect((await claim('2', 1)).status).toBe(200)
  expect((await submit()).status).toBe(200)
  // Five leaves, none of them decided on what is claimed now.
  expect((await appraiser(appraisalRoutes.unit, { params })).value.left).toBe(5)
})
