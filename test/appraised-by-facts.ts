import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { appraisalRoutes } from '../src/features/appraisal/contract.ts'
import { publicationRoutes, type Publication } from '../src/features/publication/contract.ts'
import { type ClaimChange, selfAssessmentRoutes } from '../src/features/self-assessment/contract.ts'
import type { TestApplication } from './application.ts'
import { createSmallCycle, type SmallCycle } from './small-cycle.ts'

/** Units claim and submit, and every claim is accepted as it stands, over the routes alone; the first claims are those of the first unit. */
export const appraiseByFacts = async (
  application: TestApplication,
  set: { readonly title: string },
  claims: readonly (readonly ClaimChange[])[],
): Promise<SmallCycle> => {
  const cycle = await createSmallCycle(application.owner, application.authority, 'selfAssessing', null, set)
  const appraiser = await application.signInAs('appraiser')
  for (const [index, ofUnit] of claims.entries()) {
    const officer = await application.signInAs(`unitofficer.so-${index + 1}`)
    const params = { cycleId: cycle.cycleId, unitId: cycle.units[index]?.id ?? '' }
    const saved = await officer(selfAssessmentRoutes.change, { params, body: { claims: [...ofUnit] } })
    expect(saved.problems).toEqual([])
    const submit = { params, body: { acceptsMissing: false }, ifMatch: 1, idempotencyKey: randomUUID() }
    expect((await officer(selfAssessmentRoutes.submit, submit)).status).toBe(200)
    const decisions = ofUnit.map(({ nodeId, status, points }) => ({
      nodeId,
      version: 0,
      status,
      points,
      reason: undefined,
      treatment: undefined,
    }))
    expect((await appraiser(appraisalRoutes.change, { params, body: { decisions } })).problems).toEqual([])
  }
  return cycle
}

/** Publishes a cycle whose units are all taken as approved. */
export const publishAppraised = async (application: TestApplication, { cycleId }: SmallCycle): Promise<Publication> => {
  await application.owner.updateTable('cycle_unit').set({ stage: 'approved' }).where('cycle_id', '=', cycleId).execute()
  await application.owner.updateTable('cycle').set({ stage: 'approved' }).where('id', '=', cycleId).execute()
  const chair = await application.signInAs('councilchair')
  const body = { title: 'Chỉ số thử 2026', isPublic: false }
  return (await chair(publicationRoutes.publish, { params: { cycleId }, body, idempotencyKey: cycleId })).value
}
