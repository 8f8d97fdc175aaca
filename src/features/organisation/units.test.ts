import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson, testPassword } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { sessionRoutes } from '../session/contract.ts'
import { organisationRoutes, type Unit } from './contract.ts'
import { type Person, peopleRoutes } from './people-contract.ts'

let application: TestApplication
let administrator: Call
beforeAll(async () => {
  application = await startTestApplication()
  administrator = await application.signInAs('administrator')
})

const units = async (query: { search?: string; on?: string } = {}): Promise<readonly Unit[]> =>
  (await administrator(organisationRoutes.units, { query })).value.units
const unitOf = async (code: string): Promise<Unit> => {
  const unit = (await units()).find((each) => each.code === code)
  if (!unit) throw new Error(`no ${code}`)
  return unit
}
const add = async (code: string, name: string, more: object = {}): Promise<Unit> => {
  const added = await administrator(organisationRoutes.addUnits, { body: { units: [{ code, name, kind: 'division', ...more }] } })
  const [unit] = added.value.units
  if (!unit) throw new Error(code)
  return unit
}
const change = (unit: Unit, body: object) =>
  administrator(organisationRoutes.changeUnit, { params: { unitId: unit.id }, ifMatch: unit.version, body })
const upload = (text: string) => ({ fileName: 'don-vi.csv', bytes: Buffer.from(text) })

describe('a unit', () => {
  it('is found by its name, by another spelling and by what it was called before, without diacritics', async () => {
    const unit = await add('TTDB', 'Phòng Tuyên truyền và Địa bàn', { aliases: ['Phòng TT&ĐB'] })
    const renamed = (await change(unit, { name: 'Phòng Truyền thông' })).value
    expect(renamed.aliases).toEqual(['Phòng TT&ĐB', 'Phòng Tuyên truyền và Địa bàn'])
    for (const search of ['tt&db', 'dia ban', 'truyen thong']) expect((await units({ search })).map(({ code }) => code)).toEqual(['TTDB'])
  })

  it('has its spellings alone: “Phòng TT&DB” is “Phòng TT&ĐB”', async () => {
    const other = await add('KHTC', 'Phòng Kế hoạch, tài chính')
    expect((await change(other, { aliases: ['Phòng TT&DB'] })).problems).toMatchObject([{ code: 'aliasTaken', unit: 'Phòng Truyền thông' }])
  })

  it('never stands below itself, and is not changed by two at once', async () => {
    const [above, below] = [await add('A', 'Ban A'), await add('B', 'Phòng B')]
    const placed = await change(below, { parentId: above.id })
    expect(placed.value.parentId).toBe(above.id)
    expect((await change(above, { parentId: below.id })).problems[0]?.code).toBe('unitBelowItself')
    expect((await change(below, { name: 'Khác' })).status).toBe(409)
    const close = { params: { unitId: above.id }, ifMatch: above.version, body: { on: '2026-07-01' } }
    expect((await administrator(organisationRoutes.closeUnit, close)).problems[0]?.code).toBe('unitInUse')
  })

  it('tells who leads it', async () => {
    expect((await unitOf('so-1')).heads.map(({ name }) => name)).toEqual(['Người thử headofunit.so-1'])
  })
})

describe('a merger', () => {
  it('closes the former units, names who follows and answers for them in that year, and cannot be turned round', async () => {
    const [first, second, third] = [await unitOf('xa-1'), await unitOf('xa-2'), await unitOf('xa-3')]
    const merge = (from: readonly Unit[], into: Unit) =>
      administrator(organisationRoutes.succeedUnits, {
        body: {
          predecessors: from.map(({ id, version }) => ({ unitId: id, version })),
          successors: [into.id],
          since: '2025-07-01',
          decision: '1/NQ-UBTVQH',
        },
      })
    expect((await merge([first, second], third)).status).toBe(200)
    expect((await units()).map(({ code }) => code)).not.toContain('xa-1')
    expect((await units({ on: '2025-06-30' })).map(({ code }) => code)).toContain('xa-1')
    const ofYear = async (year: number) =>
      (await administrator(organisationRoutes.unitHistory, { params: { unitId: third.id }, query: { year } })).value
    expect((await ofYear(2025)).predecessors.map(({ unit }) => unit.code)).toEqual(['xa-1', 'xa-2'])
    expect((await ofYear(2025)).predecessors[0]).toMatchObject({ since: '2025-07-01', decision: '1/NQ-UBTVQH' })
    expect((await ofYear(2026)).predecessors).toEqual([])
    expect((await merge([third], first)).problems[0]?.code).toBe('successorCircle')
  })
})

describe('a list of units from a workbook', () => {
  const rows =
    'Mã;Tên đơn vị;Loại;Khối;Trực thuộc\nso-1;Sở Thử nghiệm đổi tên;;so-nganh;\nP1;Phòng Một;Phòng;;so-1\nX9;Phong TT&DB;Phòng;;\n'
  const send = (preview: 'true' | 'false', text = rows, seen = '') =>
    administrator(organisationRoutes.importUnits, {
      upload: { ...upload(text), fields: { preview, kind: 'specializedAgency', group: '', seen } },
    })

  it('says what it would add, change and leave, and does it only when told', async () => {
    const shown = (await send('true')).value
    expect(shown).toMatchObject({ isApplied: false, unchanged: 0, changed: [{ code: 'so-1', fields: ['name'] }] })
    expect(shown.added.map(({ code }) => code)).toEqual(['P1', 'X9'])
    expect(shown.absent.map(({ code }) => code)).toContain('so-2')
    expect(shown.problems).toMatchObject([{ code: 'unitSpelling', severity: 'warning' }])
    expect((await unitOf('so-1')).name).toBe('Sở Thử nghiệm số 1')
    expect((await send('false')).problems).toMatchObject([{ code: 'changedMeanwhile', at: 'file' }])
    expect((await send('false', rows, shown.seen)).value.isApplied).toBe(true)
    expect(await unitOf('P1')).toMatchObject({ parentId: (await unitOf('so-1')).id, kind: 'division' })
    expect((await send('true')).value).toMatchObject({ added: [], changed: [], unchanged: 3 })
  })

  it('does nothing of a list with an error, and names every line', async () => {
    const refused = await send('false', 'Mã;Tên đơn vị;Loại;Khối;Trực thuộc\nQ1;Phòng Q;Loại lạ;;\nQ1;;Phòng;;khong-co\n')
    expect(refused.problems.map(({ code, line }) => [code, line])).toEqual([
      ['invalidValue', 2],
      ['missingField', 3],
      ['repeatedLine', 3],
    ])
  })
})

describe('accounts from a workbook', () => {
  const rows =
    'Mã đơn vị;Họ và tên;Tên đăng nhập;Vai trò;Thư điện tử\nso-2;Nguyễn Văn An;;;an@so2.example\nso-2;Trần Thị Bình;binh.so2;Người đứng đầu đơn vị;\n'
  const send = (preview: 'true' | 'false', seen = '') =>
    administrator(peopleRoutes.importAccounts, { upload: { ...upload(rows), fields: { preview, seen } } })
  const seenOf = (people: readonly Person[]) => people.map(({ id, version }) => ({ personId: id, version }))
  const signIn = (signInName: string, password: string) => application.call(sessionRoutes.signIn, { body: { signInName, password } })

  it('are added without a password, which comes with the slip, once, and must be changed', async () => {
    const shown = (await send('true')).value
    expect(shown.accounts.map(({ signInName }) => signInName)).toEqual(['an.nguyenvan.so2', 'binh.so2'])
    expect((await send('false')).problems).toMatchObject([{ code: 'changedMeanwhile' }])
    expect((await send('false', shown.seen)).value.isApplied).toBe(true)
    const { people } = (await administrator(peopleRoutes.people, { query: { search: 'nguyen van an', awaits: 'slip' } })).value
    expect(people).toMatchObject([{ hasPassword: false, email: 'an@so2.example' }])
    const { slips } = (await administrator(peopleRoutes.slips, { body: { people: seenOf(people) } })).value
    expect(slips).toMatchObject([{ signInName: 'an.nguyenvan.so2', unit: 'Sở Thử nghiệm số 2' }])
    expect((await administrator(peopleRoutes.slips, { body: { people: seenOf(people) } })).problems).toMatchObject([
      { code: 'changedMeanwhile' },
    ])
    expect((await signIn('an.nguyenvan.so2', slips[0]?.password ?? '')).value).toMatchObject({ mustChangePassword: true })
  })

  it('never take a password from somebody who has one', async () => {
    const { people } = (await administrator(peopleRoutes.people, { query: { search: 'leader' } })).value
    expect((await administrator(peopleRoutes.slips, { body: { people: seenOf(people) } })).value.slips).toEqual([])
    expect((await signIn('leader', testPassword)).status).toBe(200)
  })
})

describe('the head of a unit', () => {
  it('gives new passwords to people of the own unit alone, and lends roles within it until a day', async () => {
    const head = await application.signInAs('headofunit.so-3')
    const unitId = (await unitOf('so-3')).id
    const { people } = (await head(peopleRoutes.unitPeople, { params: { unitId } })).value
    const officer = people.find(({ signInName }) => signInName === 'unitofficer.so-3')
    const [grant] = officer?.grants ?? []
    if (!officer || !grant) throw new Error('no officer')
    const lent = {
      toPersonId: people.find(({ id }) => id !== officer.id)?.id ?? '',
      from: '2026-01-01',
      until: '2099-12-31',
      reason: 'Đi học',
    }
    const params = { unitId, personId: officer.id }
    const handed = await head(peopleRoutes.handOverInUnit, {
      params: { ...params, grantId: grant.id },
      ifMatch: officer.version,
      body: lent,
    })
    expect(handed.status).toBe(200)
    const after = (await head(peopleRoutes.unitPeople, { params: { unitId } })).value.people.find(({ id }) => id === lent.toPersonId)
    expect(after?.grants).toContainEqual(expect.objectContaining({ role: 'unitOfficer', until: '2100-01-01', heldFor: officer.name }))
    const given = await head(peopleRoutes.resetUnitPassword, { params, ifMatch: handed.value.version })
    expect(given.value.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/)
    const divisionId = randomUUID()
    const division = {
      id: divisionId,
      authority_id: application.authority.id,
      parent_id: unitId,
      code: 'so-3-p',
      name: 'Phòng Thử',
      kind: 'division',
    }
    await application.owner.insertInto('unit').values(division).execute()
    const clerk = await addPerson(application.owner, application.authority.id, {
      signInName: 'phong.so3',
      role: 'divisionOfficer',
      unitId: divisionId,
    })
    const all = (await head(peopleRoutes.unitPeople, { params: { unitId } })).value
    expect(all.placeIds.toSorted()).toEqual([unitId, divisionId].toSorted())
    expect(all.people.map(({ id }) => id)).toContain(clerk)
    expect((await head(peopleRoutes.resetUnitPassword, { params: { unitId, personId: clerk }, ifMatch: 1 })).status).toBe(200)
    const other = await unitOf('so-2')
    expect((await head(peopleRoutes.unitPeople, { params: { unitId: other.id } })).status).toBe(403)
  })
})
