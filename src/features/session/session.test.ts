import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { testPassword } from '../../../test/authority.ts'
import { organisationRoutes } from '../organisation/contract.ts'
import { sessionRoutes } from './contract.ts'

let application: TestApplication
beforeAll(async () => {
  application = await startTestApplication()
})

describe('signing in', () => {
  it('tells who one is and in which unit', async () => {
    const officer = await application.signInAs('unitofficer.so-1')
    const { value } = await officer(sessionRoutes.ownSession)
    expect(value.grants).toEqual([{ role: 'unitOfficer', unit: expect.objectContaining({ code: 'so-1' }) }])
  })

  it('refuses a wrong password and an unknown name with the same sentence', async () => {
    const wrong = await application.call(sessionRoutes.signIn, { body: { signInName: 'leader', password: 'sai' } })
    const unknown = await application.call(sessionRoutes.signIn, { body: { signInName: 'khong-co', password: 'sai' } })
    expect(wrong.status).toBe(401)
    expect(unknown.problems).toEqual(wrong.problems)
  })

  it('locks a name after five wrong passwords, for the right password too', async () => {
    for (let time = 0; time < 5; time += 1)
      await application.call(sessionRoutes.signIn, { body: { signInName: 'inspector', password: `sai-${time}` } })
    const locked = await application.call(sessionRoutes.signIn, { body: { signInName: 'inspector', password: testPassword } })
    expect(locked.status).toBe(429)
    expect(locked.problems[0]?.code).toBe('signInLocked')
  })

  it('ends the session on signing out', async () => {
    const person = await application.signInAs('leader')
    await person(sessionRoutes.signOut)
    expect((await person(sessionRoutes.ownSession)).status).toBe(401)
  })

  it('refuses what has no session', async () => {
    expect((await application.call(organisationRoutes.units)).status).toBe(401)
  })

  it('refuses a change that comes from another site', async () => {
    const reply = await application.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: { signInName: 'leader', password: testPassword },
    })
    expect(reply.statusCode).toBe(403)
  })

  it('keeps this session and ends the others when the password changes', async () => {
    const [here, there] = [await application.signInAs('councilmember'), await application.signInAs('councilmember')]
    const body = { current: testPassword, next: 'mot-mat-khau-khac' }
    expect((await here(sessionRoutes.changePassword, { body })).status).toBe(204)
    expect((await here(sessionRoutes.ownSession)).status).toBe(200)
    expect((await there(sessionRoutes.ownSession)).status).toBe(401)
  })
})
