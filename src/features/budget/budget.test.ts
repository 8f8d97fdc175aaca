import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle } from '../../../test/small-cycle.ts'
import { budgetRoutes as routes } from './contract.ts'

/** The estimate of a cycle: drawn up, handed to finance, appraised line by line, taken back. */
let application: TestApplication
let owner: Call
let finance: Call
let cycleId: string
let unitId: string

beforeAll(async () => {
  application = await startTestApplication()
  cycleId = (await createSmallCycle(application.owner, application.authority)).cycleId
  unitId = application.authority.departments[0].id
  owner = await application.signInAs('methodowner')
  finance = await application.signInAs('unitofficer.so-1')
})

const lines = [
  { id: 'p1', item: 'Điều tra xã hội học', basis: '3.000 phiếu × 100.000 đồng', amount: '300000000' },
  { id: 'p2', item: 'Hội nghị công bố', amount: '50000000' },
]
const place = () => ({ params: { cycleId } })
const change = (body: object, ifMatch: number, who: Call = owner) => who(routes.change, { ...place(), body: body as never, ifMatch })
const appraise = (body: object, ifMatch: number) => finance(routes.appraise, { params: { unitId, cycleId }, body: body as never, ifMatch })
const opinion = 'Cấp một lần từ nguồn sự nghiệp'

describe('the budget of a cycle', () => {
  it('begins empty, is drawn up by the method owner from the version that was seen, and refuses all that is wrong at once', async () => {
    expect((await owner(routes.read, place())).value).toMatchObject({ stage: 'draft', version: 0, lines: [], amount: '0', mayChange: true })
    const wrong = await change({ lines: [{ id: 'p1', item: '', amount: 'nhiều' }] }, 0)
    expect(wrong.problems.map(({ at }) => at).sort()).toEqual(['lines.0.amount', 'lines.0.item'])
    const twice = await change({ lines: [...lines, lines[0]], financeUnitId: cycleId }, 0)
    expect(twice.problems.map(({ code }) => code)).toEqual(['alreadyExists', 'unknownUnit'])
    expect((await change({ lines }, 0)).value).toMatchObject({ version: 1, amount: '350000000' })
    expect((await change({ lines: [] }, 0)).status).toBe(409)
  })

  it('is handed in whole: with lines and a unit that appraises it, whose people are told', async () => {
    const nobody = await owner(routes.submit, { ...place(), ifMatch: 1 })
    expect(nobody.problems.map(({ at }) => at)).toEqual(['financeUnitId'])
    expect((await finance(routes.ofUnit, { params: { unitId } })).value.budgets).toEqual([])
    await change({ lines, financeUnitId: unitId }, 1)
    expect((await owner(routes.submit, { ...place(), ifMatch: 2 })).value).toMatchObject({ stage: 'submitted', version: 3 })
    const { rows } = await sql<{ name: string }>`
      select p.sign_in_name as name from notice n join person p on p.id = n.person_id where n.key like 'budget %' order by 1`.execute(
      application.owner,
    )
    expect(rows.map(({ name }) => name)).toEqual(['headofunit.so-1', 'unitofficer.so-1'])
    expect((await change({ lines: [] }, 3)).problems).toMatchObject([{ code: 'budgetFrozen' }])
  })

  it('is seen and appraised by that unit alone, every line, less only with a reason', async () => {
    const other = await application.signInAs('unitofficer.so-2')
    const others = application.authority.departments[1].id
    expect((await other(routes.ofUnit, { params: { unitId } })).status).toBe(403)
    expect((await other(routes.ofUnit, { params: { unitId: others } })).value.budgets).toEqual([])
    const strange = await other(routes.appraise, { params: { unitId: others, cycleId }, body: { decisions: [], opinion }, ifMatch: 3 })
    expect(strange.status).toBe(404)
    expect((await finance(routes.ofUnit, { params: { unitId } })).value.budgets).toMatchObject([
      { amount: '350000000', stage: 'submitted' },
    ])
    const refused = await appraise({ decisions: [{ id: 'p1', allowed: '400000000' }], opinion }, 3)
    expect(refused.problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['allowedAboveAmount p1', 'budgetLacks p2'])
    const decisions = [
      { id: 'p1', allowed: '300000000' },
      { id: 'p2', allowed: '40000000', reason: 'Tổ chức tại hội trường' },
    ]
    expect((await appraise({ decisions, opinion }, 3)).value).toMatchObject({
      stage: 'appraised',
      version: 4,
      allowed: '340000000',
      opinion,
    })
    expect((await appraise({ decisions, opinion }, 4)).problems).toMatchObject([{ code: 'budgetFrozen' }])
    const read = await (await application.signInAs('leader'))(routes.read, place())
    expect(read.value).toMatchObject({
      mayChange: false,
      appraisedBy: 'Người thử unitofficer.so-1',
      lines: [{ allowed: '300000000' }, { reason: 'Tổ chức tại hội trường' }],
    })
  })

  it('is taken back as a draft without what was allowed', async () => {
    const taken = (await owner(routes.takeBack, { ...place(), ifMatch: 4 })).value
    expect(taken).toMatchObject({ stage: 'draft', version: 5, allowed: '0', lines })
    expect(taken.opinion).toBeUndefined()
    expect((await finance(routes.ofUnit, { params: { unitId } })).value.budgets).toEqual([])
  })
})
