import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { ruledFramework } from '../../../test/ruled-framework.ts'
import { createSmallCycle } from '../../../test/small-cycle.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { parsePoints, zeroPoints } from '../../core/exact/points.ts'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import { submittedForm } from '../../core/self-assessment/submitted-form.ts'
import { type ClaimChange, selfAssessmentRoutes } from './contract.ts'

let application: TestApplication
let officer: Call
let place: { cycleId: string; unitId: string }
beforeAll(async () => {
  application = await startTestApplication()
  officer = await application.signInAs('unitofficer.so-1')
})
beforeEach(async () => {
  const cycle = await createSmallCycle(application.owner, application.authority, 'selfAssessing', null, ruledFramework)
  place = { cycleId: cycle.cycleId, unitId: cycle.units[0]?.id ?? '' }
})

type Facts = NonNullable<ClaimChange['inputs']>
const byFacts = (nodeId: string, inputs: Facts, rest: Partial<ClaimChange> = {}): ClaimChange => ({
  nodeId,
  version: 0,
  status: 'scored',
  inputs,
  ...rest,
})
const save = (...claims: ClaimChange[]) => officer(selfAssessmentRoutes.change, { params: place, body: { claims } })
const claims = async () => (await officer(selfAssessmentRoutes.sheet, { params: place })).value.claims
const codes = (reply: Awaited<ReturnType<typeof save>>) => reply.problems.map(({ code, at }) => `${code} ${at}`)

describe('entering facts instead of points', () => {
  it('keeps the facts beside the points that the rule gives', async () => {
    const reply = await save(byFacts('1.1', { numerator: '95', denominator: '100' }, { points: '1.9' }))
    expect(reply.status).toBe(200)
    expect(await claims()).toMatchObject([{ nodeId: '1.1', points: '1.9', inputs: { numerator: '95', denominator: '100' } }])
  })

  it('refuses points that differ from what the rule gives, with both figures', async () => {
    const reply = await save(byFacts('1.1', { numerator: '95', denominator: '100' }, { points: '2' }))
    expect([reply.status, ...codes(reply)]).toEqual([422, 'pointsDifferFromRule 1.1'])
    expect(reply.problems[0]).toMatchObject({ given: '2', rule: '1.9' })
    expect(await claims()).toEqual([])
  })

  it('refuses points without facts where facts are asked, and facts where none are', async () => {
    const reply = await save(
      { nodeId: '1.1', version: 0, status: 'scored', points: '2' },
      byFacts('2.3', { numerator: '1' }, { points: '1' }),
    )
    expect(codes(reply)).toEqual(['factsAsked 1.1', 'factsNotAsked 2.3'])
  })

  it('keeps half-entered facts as unanswered: open questions are no error', async () => {
    const reply = await save(byFacts('1.1', { numerator: '95' }, { status: 'missing' }))
    expect(reply.value.totals[0]).toMatchObject({ answered: 0 })
    expect(await claims()).toMatchObject([{ status: 'missing', inputs: { numerator: '95' } }])
  })

  it('refuses a fact that cannot be, with the figure', async () => {
    const reply = await save(byFacts('1.1', { numerator: '101', denominator: '100' }, { points: '2' }))
    expect(reply.problems).toMatchObject([{ code: 'outOfRange', at: '1.1', value: '101', to: '100' }])
  })

  it('takes "does not arise" from the rule itself: then the facts are the basis', async () => {
    const reply = await save(byFacts('1.6', { lateDossiers: '0' }, { status: 'notApplicable' }))
    expect(reply.value.totals[0]).toMatchObject({ answered: 1, appliedMax: '9' })
  })

  it('takes a claim that a leaf does not arise with its basis, but not where the rule applies to every unit', async () => {
    const away = (nodeId: string): ClaimChange => ({ nodeId, version: 0, status: 'notApplicable', explanation: 'Đơn vị không có hồ sơ' })
    expect((await save(away('1.1'))).status).toBe(200)
    expect(codes(await save(away('2.2')))).toEqual(['applicabilityNotOffered 2.2'])
  })

  it('holds typed points to the grid of their rule and asks their reason before they are submitted', async () => {
    const points = (text: string): ClaimChange => ({ nodeId: '2.1', version: 0, status: 'scored', points: text })
    expect(codes(await save(points('0.6')))).toEqual(['offStep 2.1'])
    expect((await save(points('0.75'))).status).toBe(200)
    const submitted = await officer(selfAssessmentRoutes.submit, {
      params: place,
      body: { acceptsMissing: true },
      ifMatch: 1,
      idempotencyKey: randomUUID(),
    })
    expect(submitted.problems.filter(({ severity }) => severity === 'error').map(({ code, at }) => `${code} ${at}`)).toEqual([
      'reasonDue 2.1',
    ])
  })

  it('refuses figures that are no exact text, and what nests too deep', async () => {
    const deep = { a: { a: { a: { a: { a: { a: { a: '1' } } } } } } } as unknown as Facts
    for (const inputs of [{ numerator: 0.5, denominator: 1 }, deep])
      expect((await save(byFacts('1.1', inputs, { points: '1' }))).status).toBe(422)
  })

  it('hashes the facts with what is submitted', async () => {
    const inputs = { numerator: '1', denominator: '2' }
    await save(byFacts('1.1', inputs, { points: '1', explanation: 'Báo cáo số 7' }))
    const submitted = await officer(selfAssessmentRoutes.submit, {
      params: place,
      body: { acceptsMissing: true },
      ifMatch: 1,
      idempotencyKey: randomUUID(),
    })
    const { framework } = (await officer(selfAssessmentRoutes.sheet, { params: place })).value
    const parsed = parseFramework(framework.document)
    if (!parsed.ok) expect.fail('framework')
    const hashOf = (facts: Inputs): string => {
      const claim = { status: 'scored', points: parsePoints('1') ?? zeroPoints, explanation: 'Báo cáo số 7', inputs: facts } as const
      const about = { cycle: place.cycleId, unit: place.unitId, framework: framework.hash }
      const form = submittedForm(about, parsed.value.nodes, new Map([['1.1', claim]]), new Map())
      return createHash('sha256').update(canonicalJson(form)).digest('hex')
    }
    expect(submitted.value.submittedHash).toBe(hashOf(inputs))
    expect(hashOf({ numerator: '2', denominator: '4' })).not.toBe(hashOf(inputs))
  })
})
