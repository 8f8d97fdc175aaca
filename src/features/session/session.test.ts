import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { testPassword } from '../../../test/authority.ts'
import { organisationRoutes } from '../organisation/contract.ts'
import { peopleRoutes } from '../organisation/people-contract.ts'
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

  it('locks a name that nobody has just the same, so that a lock tells nothing about names', async () => {
    const told: string[] = []
    for (let time = 0; time < 7; time += 1) {
      const unknown = await application.call(sessionRoutes.signIn, { body: { signInName: 'khong-ai-ten-nay', password: 'sai' } })
      const known = await application.call(sessionRoutes.signIn, { body: { signInName: 'councilsecretary', password: 'sai' } })
      expect([unknown.status, unknown.problems[0]?.code]).toEqual([known.status, known.problems[0]?.code])
      told.push(String(unknown.status))
    }
    expect(told).toEqual(['401', '401', '401', '401', '401', '429', '429'])
  })

  it('is open again to whoever was given a new password', async () => {
    const administrator = await application.signInAs('administrator')
    const { people } = (await administrator(peopleRoutes.people, { query: { search: 'councilsecretary' } })).value
    const given = await administrator(peopleRoutes.resetPassword, {
      ifMatch: people[0]?.version ?? 0,
      params: { personId: people[0]?.id ?? '' },
    })
    const body = { signInName: 'councilsecretary', password: given.value.password }
    expect((await application.call(sessionRoutes.signIn, { body })).status).toBe(200)
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
