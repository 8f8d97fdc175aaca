import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { sessionRoutes } from '../session/contract.ts'
import { peopleRoutes } from './people-contract.ts'

let application: TestApplication
let administrator: Call
beforeAll(async () => {
  application = await startTestApplication()
  administrator = await application.signInAs('administrator')
})

const add = (signInName: string, unitId?: string) =>
  administrator(peopleRoutes.addPerson, {
    body: { name: 'Lê Thị Đầu Mối', signInName, role: 'unitOfficer', ...(unitId && { unitId }) },
  })

const signIn = (signInName: string, password: string) => application.call(sessionRoutes.signIn, { body: { signInName, password } })

describe('adding a person', () => {
  it('gives a one-time password that has to be changed at the first sign-in', async () => {
    const [unit] = application.authority.departments
    const { person, password } = (await add('le.dau.moi', unit.id)).value
    expect(person.grants).toMatchObject([{ role: 'unitOfficer', unit: { code: 'so-1' } }])
    const session = (await signIn('le.dau.moi', password)).value
    expect(session).toMatchObject({ mustChangePassword: true })
  })

  it('refuses a sign-in name that is taken, whatever its capitals', async () => {
    const reply = await add(' Administrator ', application.authority.departments[0].id)
    expect(reply.problems).toMatchObject([{ code: 'alreadyExists', at: 'signInName', value: 'administrator' }])
  })

  it('asks for the unit of a role that is held in one', async () => {
    expect((await add('khong.don.vi')).problems).toMatchObject([{ code: 'roleNeedsUnit', at: 'unitId' }])
  })

  it('refuses a unit that the authority does not have', async () => {
    expect((await add('don.vi.la', '00000000-0000-4000-8000-000000000000')).problems).toMatchObject([{ code: 'notFound', at: 'unitId' }])
  })

  it('is for administrators alone', async () => {
    const owner = await application.signInAs('methodowner')
    expect((await owner(peopleRoutes.people)).status).toBe(403)
  })
})

describe('keeping accounts', () => {
  const versionOf = async (personId: string): Promise<number> =>
    (await application.owner.selectFrom('person').select('version').where('id', '=', personId).executeTakeFirstOrThrow()).version
  const personOf = async (signInName: string) => {
    const found = (await administrator(peopleRoutes.people, { query: { search: signInName } })).value.people
    const person = found.find((each) => each.signInName === signInName)
    if (!person) throw new Error(`no ${signInName}`)
    return person
  }

  it('finds people without diacritics, by name and by unit', async () => {
    const people = (await administrator(peopleRoutes.people, { query: { search: 'xa thu nghiem so 2' } })).value.people
    expect(people.map(({ signInName }) => signInName)).toEqual(['headofunit.xa-2', 'unitofficer.xa-2'])
  })

  it('lists people a page at a time, each once', async () => {
    const more = Array.from({ length: 120 }, (_, number) => ({
      id: randomUUID(),
      authority_id: application.authority.id,
      name: 'Trùng Tên',
      sign_in_name: `trung.ten.${number}`,
    }))
    await application.owner.insertInto('person').values(more).execute()
    const first = (await administrator(peopleRoutes.people, { query: { search: 'trung ten' } })).value
    const second = (await administrator(peopleRoutes.people, { query: { search: 'trung ten', after: first.next } })).value
    expect([first.people.length, second.people.length, second.next]).toEqual([100, 20, undefined])
    expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(120)
  })

  it('a reset password ends the sessions and replaces the old one', async () => {
    const officer = await application.signInAs('unitofficer.so-2')
    const { id } = await personOf('unitofficer.so-2')
    const { password } = (await administrator(peopleRoutes.resetPassword, { ifMatch: await versionOf(id), params: { personId: id } })).value
    expect((await officer(sessionRoutes.ownSession)).status).toBe(401)
    expect((await signIn('unitofficer.so-2', password)).value).toMatchObject({ mustChangePassword: true })
  })

  it('somebody who is switched off is out at once and cannot come back', async () => {
    const head = await application.signInAs('headofunit.so-3')
    const { id } = await personOf('headofunit.so-3')
    await administrator(peopleRoutes.setActive, { ifMatch: await versionOf(id), params: { personId: id }, body: { active: false } })
    expect((await head(sessionRoutes.ownSession)).status).toBe(401)
    await expect(application.signInAs('headofunit.so-3')).rejects.toThrow('signInRefused')
  })

  it('a role that ended is no longer held, and what it was stays in the database', async () => {
    const { id, grants } = await personOf('leader')
    const grantId = grants[0]?.id ?? ''
    expect(
      (await administrator(peopleRoutes.endGrant, { ifMatch: await versionOf(id), params: { personId: id, grantId } })).value.grants,
    ).toEqual([])
    const kept = await application.owner.selectFrom('role_grant').select('role').where('id', '=', grantId).execute()
    expect(kept).toEqual([{ role: 'leader' }])
    expect((await administrator(peopleRoutes.endGrant, { ifMatch: await versionOf(id), params: { personId: id, grantId } })).status).toBe(
      404,
    )
  })

  it('a role is given once however often it is asked for', async () => {
    const { id } = await personOf('inspector')
    const give = async () =>
      administrator(peopleRoutes.addGrant, { ifMatch: await versionOf(id), params: { personId: id }, body: { role: 'leader' } })
    await give()
    expect((await give()).value.grants.map(({ role }) => role)).toEqual(['inspector', 'leader'])
  })

  it('keeps the last administrator', async () => {
    const { id, grants } = await personOf('administrator')
    const ended = await administrator(peopleRoutes.endGrant, {
      ifMatch: await versionOf(id),
      params: { personId: id, grantId: grants[0]?.id ?? '' },
    })
    const switchedOff = await administrator(peopleRoutes.setActive, {
      ifMatch: await versionOf(id),
      params: { personId: id },
      body: { active: false },
    })
    expect([ended, switchedOff].map(({ problems }) => problems[0]?.code)).toEqual(['lastAdministrator', 'lastAdministrator'])
    expect((await administrator(sessionRoutes.ownSession)).status).toBe(200)
  })
})
