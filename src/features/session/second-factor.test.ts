import { TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { testPassword } from '../../../test/authority.ts'
import { type Call, callerOf } from '../../../test/call.ts'
import { sessionRoutes } from './contract.ts'

let application: TestApplication
let codes: readonly string[]
let secret: string
beforeAll(async () => {
  application = await startTestApplication()
  const leader = await application.signInAs('leader')
  const set = await leader(sessionRoutes.setUpSecondFactor, { body: { password: testPassword } })
  secret = set.value.secret
  codes = (await leader(sessionRoutes.confirmSecondFactor, { body: { code: codeNow(-1) } })).value.recoveryCodes
})

/** The code of this step or of one beside it, as the app would show it. */
const codeNow = (stepsFromNow = 0): string => new TOTP({ secret }).generate({ timestamp: Date.now() + stepsFromNow * 30_000 })

/** A caller with the session that the password opened. */
const afterPassword = async (): Promise<Call> => {
  const reply = await application.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { signInName: 'leader', password: testPassword },
  })
  expect(reply.json()).toEqual({ secondFactorDue: true })
  return callerOf(application.app, `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`)
}

describe('the second factor', () => {
  it('opens nothing until its code was given', async () => {
    const caller = await afterPassword()
    expect((await caller(sessionRoutes.ownSession)).status).toBe(401)
    expect((await caller(sessionRoutes.giveCode, { body: { code: '000000' } })).problems[0]?.code).toBe('wrongSecondFactor')
    expect((await caller(sessionRoutes.giveCode, { body: { code: codeNow() } })).value.person.name).toContain('leader')
    expect((await caller(sessionRoutes.ownSession)).status).toBe(200)
  })

  it('takes no code twice, nor one from before', async () => {
    const caller = await afterPassword()
    expect((await caller(sessionRoutes.giveCode, { body: { code: codeNow() } })).status).toBe(401)
    expect((await caller(sessionRoutes.giveCode, { body: { code: codeNow(-1) } })).status).toBe(401)
  })

  it('lets in by a recovery code, once, however it is typed', async () => {
    const [code = ''] = codes
    expect(codes).toHaveLength(8)
    const caller = await afterPassword()
    expect((await caller(sessionRoutes.giveCode, { body: { code: code.toUpperCase().replace('-', ' ') } })).status).toBe(200)
    expect((await caller(sessionRoutes.secondFactor)).value).toEqual({ isOn: true, recoveryCodesLeft: 7 })
    expect((await (await afterPassword())(sessionRoutes.giveCode, { body: { code } })).status).toBe(401)
  })

  it('is locked after five wrong codes, for a right one too', async () => {
    const caller = await afterPassword()
    await application.owner.updateTable('second_factor').set({ failures: 0 }).execute()
    for (let time = 0; time < 5; time += 1)
      expect((await caller(sessionRoutes.giveCode, { body: { code: `00000${time}` } })).status).toBe(401)
    const locked = await caller(sessionRoutes.giveCode, { body: { code: codes[1] ?? '' } })
    expect([locked.status, locked.problems[0]?.code]).toEqual([429, 'signInLocked'])
    await application.owner.updateTable('second_factor').set({ locked_until: null }).execute()
  })

  it('keeps its secret sealed, each for its own person', async () => {
    const row = await application.owner.selectFrom('second_factor').selectAll().executeTakeFirstOrThrow()
    expect(row.secret.toString('latin1')).not.toContain(secret)
    const other = await application.owner
      .selectFrom('person')
      .select('id')
      .where('sign_in_name', '=', 'inspector')
      .executeTakeFirstOrThrow()
    await application.owner
      .insertInto('second_factor')
      .values({ ...row, person_id: other.id, last_step: 0, confirmed_at: new Date() })
      .execute()
    const reply = await application.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { signInName: 'inspector', password: testPassword },
    })
    const inspector = callerOf(application.app, `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`)
    expect((await inspector(sessionRoutes.giveCode, { body: { code: codeNow(1) } })).status).toBe(401)
  })

  it('is switched off with the password alone known to its person', async () => {
    const caller = await afterPassword()
    await caller(sessionRoutes.giveCode, { body: { code: codes[2] ?? '' } })
    expect((await caller(sessionRoutes.endSecondFactor, { body: { password: 'sai' } })).status).toBe(401)
    expect((await caller(sessionRoutes.endSecondFactor, { body: { password: testPassword } })).status).toBe(204)
    expect((await (await application.signInAs('leader'))(sessionRoutes.secondFactor)).value).toEqual({ isOn: false, recoveryCodesLeft: 0 })
  })
})

describe('where one is signed in', () => {
  it('is listed, and ended one by one or all but this', async () => {
    const [here, , there] = [
      await application.signInAs('methodowner'),
      await application.signInAs('methodowner'),
      await application.signInAs('methodowner'),
    ]
    const { sessions } = (await here(sessionRoutes.sessions)).value
    expect(sessions.map(({ isThis }) => isThis).toSorted()).toEqual([false, false, true])
    const theirs = (await there(sessionRoutes.sessions)).value.sessions.find(({ isThis }) => isThis)
    const left = await here(sessionRoutes.endSession, { params: { sessionId: theirs?.id ?? '' } })
    expect(left.value.sessions).toHaveLength(2)
    expect((await there(sessionRoutes.ownSession)).status).toBe(401)
    expect((await here(sessionRoutes.endOtherSessions)).value.sessions).toHaveLength(1)
  })

  it('is nobody else’s to end', async () => {
    const [mine, other] = [await application.signInAs('methodowner'), await application.signInAs('councilchair')]
    const [session] = (await mine(sessionRoutes.sessions)).value.sessions
    expect((await other(sessionRoutes.endSession, { params: { sessionId: session?.id ?? '' } })).status).toBe(404)
    expect((await mine(sessionRoutes.ownSession)).status).toBe(200)
  })
})
