import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { organisationRoutes } from './contract.ts'
import { logRoutes } from './log-contract.ts'

let application: TestApplication
let inspector: Call
beforeAll(async () => {
  application = await startTestApplication()
  inspector = await application.signInAs('inspector')
  const administrator = await application.signInAs('administrator')
  for (const code of ['P1', 'P2', 'P3'])
    await administrator(organisationRoutes.addUnits, { body: { units: [{ code, name: `Phòng ${code}`, kind: 'division' }] } })
})

describe('the log of an authority', () => {
  it('tells an inspector who did what to which unit, newest first', async () => {
    const { entries } = (await inspector(logRoutes.log, { query: { kind: 'unitAdded' } })).value
    expect(entries.map(({ unit }) => unit?.code)).toEqual(['P3', 'P2', 'P1'])
    expect(entries[0]?.person?.name).toBe('Người thử administrator')
  })

  it('is read per unit, per person and by day', async () => {
    const { entries } = (await inspector(logRoutes.log, { query: { kind: 'unitAdded' } })).value
    const [first] = entries
    const ofUnit = await inspector(logRoutes.log, { query: { unitId: first?.unit?.id } })
    expect(ofUnit.value.entries.map(({ id }) => id)).toEqual([first?.id])
    expect((await inspector(logRoutes.log, { query: { personId: first?.person?.id } })).value.entries).toHaveLength(3)
    expect((await inspector(logRoutes.log, { query: { until: '2000-01-01' } })).value.entries).toEqual([])
    expect((await inspector(logRoutes.log, { query: { before: first?.id } })).value.entries.map(({ unit }) => unit?.code)).toEqual([
      'P2',
      'P1',
    ])
  })

  it('is not for everybody', async () => {
    expect((await (await application.signInAs('leader'))(logRoutes.log)).status).toBe(403)
  })
})
