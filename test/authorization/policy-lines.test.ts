import { beforeAll, describe, expect, it } from 'vitest'
import { policyTable } from '../../src/platform/policy/policy-table.ts'
import { startTestApplication } from '../application.ts'
import { differencesOf, type PolicyCase, policyCases, unnoticed, withoutLines, withoutWords } from './policy-cases.ts'
import { routesOf } from './requests.ts'

let cases: readonly PolicyCase[]
beforeAll(async () => {
  const { app } = await startTestApplication()
  cases = policyCases(routesOf((await app.inject('/api/openapi.json')).json()))
})

describe('the policy', () => {
  it('says what the duties say, also of whoever has an interest and of a unit about its divisions', () => {
    expect(cases.length).toBeGreaterThan(10_000)
    expect(differencesOf(cases, policyTable)).toEqual([])
  })

  it('lacks no line without being noticed', () => {
    expect(unnoticed(cases, withoutLines(policyTable))).toEqual([])
  })

  it('lacks no role and no relation of a line without being noticed', () => {
    expect(unnoticed(cases, withoutWords(policyTable))).toEqual([])
  })
})
