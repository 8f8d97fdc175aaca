import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { factRoutes } from './contract.ts'

let application: TestApplication
let officer: Call
let methodOwner: Call
let unitId: string
const year = 2026

beforeAll(async () => {
  application = await startTestApplication()
  unitId = application.authority.departments[0].id
  officer = await application.signInAs('unitofficer.so-1')
  methodOwner = await application.signInAs('methodowner')
})

type Changes = readonly { readonly key: never; readonly value: string | Record<string, string>[] | null; readonly version: number }[]
const enter = (person: Call, changes: readonly object[], of = year) =>
  person(factRoutes.change, { params: { unitId, year: of }, body: { changes: changes as Changes as never } })

describe('the register of facts', () => {
  it('keeps what is entered, in its plain form, and shows last year’s beside', async () => {
    await enter(officer, [{ key: 'oneStop.files', value: '900', version: 0 }], year - 1)
    const reply = await enter(officer, [
      { key: 'oneStop.files', value: '1200', version: 0 },
      { key: 'plan.issuedOn', value: '15/01/2026', version: 0 },
      { key: 'documents.issued', value: [{ number: '12/KH-SNV', date: '15/01/2026' }], version: 0 },
    ])
    expect(reply.value.facts).toMatchObject([
      { key: 'documents.issued', value: [{ number: '12/KH-SNV', date: '2026-01-15' }] },
      { key: 'oneStop.files', value: '1200', version: 1, changedBy: { name: 'Người thử unitofficer.so-1' } },
      { key: 'plan.issuedOn', value: '2026-01-15' },
    ])
    expect(reply.value.previous).toEqual([{ key: 'oneStop.files', value: '900' }])
  })

  it('keeps who of the reform staff was trained and what equipment came, line by line', async () => {
    const training = [
      { name: 'Nguyễn Văn Mẫu', course: 'Nghiệp vụ cải cách hành chính', provider: 'Sở Nội vụ', date: '10/03/2026', days: '3' },
    ]
    const equipment = [{ name: 'Máy quét', quantity: '2', suppliedOn: '05/02/2026' }]
    const reply = await enter(officer, [
      { key: 'reformStaff.training', value: training, version: 0 },
      { key: 'reformStaff.equipment', value: equipment, version: 0 },
    ])
    const kept = reply.value.facts.filter(({ key }) => key.startsWith('reformStaff.')).map(({ value }) => value)
    expect(kept).toEqual([[{ ...equipment[0], suppliedOn: '2026-02-05' }], [{ ...training[0], date: '2026-03-10' }]])
  })

  it('takes all or nothing and says every doubt at once', async () => {
    const reply = await enter(officer, [
      { key: 'oneStop.filesSettled', value: '1000', version: 0 },
      { key: 'oneStop.filesOnTime', value: '1001', version: 0 },
      { key: 'oneStop.filesEarly', value: '1002', version: 0 },
    ])
    expect(reply.status).toBe(422)
    expect(reply.problems.map(({ at }) => at)).toEqual(['oneStop.filesEarly', 'oneStop.filesOnTime'])
    const after = await officer(factRoutes.register, { params: { unitId, year } })
    expect(after.value.facts.some(({ key }) => key === 'oneStop.filesSettled')).toBe(false)
  })

  it('tells the second of two people who was first, and with what', async () => {
    const key = 'feedback.received'
    await enter(officer, [{ key, value: '10', version: 0 }])
    const second = await enter(officer, [{ key, value: '11', version: 0 }])
    expect(second.status).toBe(409)
    expect(second.problems).toMatchObject([{ code: 'changedMeanwhile', at: key, theirs: '10', version: '1' }])
  })

  it('lets a fact be taken away', async () => {
    await enter(officer, [{ key: 'dialogue.held', value: '2', version: 0 }])
    const reply = await enter(officer, [{ key: 'dialogue.held', value: null, version: 1 }])
    expect(reply.value.facts.some(({ key }) => key === 'dialogue.held')).toBe(false)
  })

  it('is closed to other units', async () => {
    const stranger = await application.signInAs('unitofficer.so-2')
    expect((await stranger(factRoutes.register, { params: { unitId, year } })).status).toBe(403)
    expect((await enter(stranger, [{ key: 'dialogue.held', value: '2', version: 0 }])).status).toBe(403)
  })
})

describe('an import', () => {
  const profile = {
    name: 'Hệ thống một cửa',
    unitColumn: 'Mã',
    columns: { 'Tiếp nhận': 'oneStop.files', 'Trễ hạn': 'oneStop.filesLate' },
    decimal: ',' as const,
  }
  const table = (text: string) => ({ fileName: 'mot-cua.csv', bytes: Buffer.from(text) })
  let profileId: string

  it('needs a profile of facts that the register has, with a name of its own', async () => {
    const bad = await methodOwner(factRoutes.addProfile, { body: { ...profile, columns: { Màu: 'colour' } } })
    expect(bad.problems).toMatchObject([{ code: 'unknownField', at: 'Màu' }])
    profileId = (await methodOwner(factRoutes.addProfile, { body: profile })).value.id
    expect((await methodOwner(factRoutes.addProfile, { body: profile })).problems).toMatchObject([{ code: 'alreadyExists' }])
  })

  it('shows what it would change before anything is stored, and stores what was seen but for what is set aside', async () => {
    const code = application.authority.departments[0].code
    const other = application.authority.departments[1].code
    const file = table(`Mã;Tiếp nhận;Trễ hạn\n${code};1.500;3\n${other};20;0\nX99;1;1\n`)
    const preview = (
      await methodOwner(factRoutes.previewImport, { params: { profileId }, upload: { ...file, fields: { year: String(year) } } })
    ).value
    expect(preview.differences).toMatchObject([
      { unit: { code }, key: 'oneStop.files', before: '1200', after: '1500', wasEntered: true },
      { unit: { code }, key: 'oneStop.filesLate', after: '3', wasEntered: false },
      { unit: { code: other }, key: 'oneStop.files', after: '20' },
      { unit: { code: other }, key: 'oneStop.filesLate', after: '0' },
    ])
    expect(preview.problems).toMatchObject([{ code: 'unknownUnit', line: 4 }])
    const apply = (seen: string) =>
      methodOwner(factRoutes.applyImport, {
        params: { profileId },
        upload: { ...file, fields: { year: String(year), seen, except: `${unitId} oneStop.files` } },
      })
    expect((await apply('0'.repeat(64))).status).toBe(409)
    expect((await apply(preview.seen)).value).toEqual({ stored: 3 })
    const after = await officer(factRoutes.register, { params: { unitId, year } })
    expect(after.value.facts).toContainEqual(expect.objectContaining({ key: 'oneStop.files', value: '1200' }))
    expect(after.value.facts).toContainEqual(expect.objectContaining({ key: 'oneStop.filesLate', value: '3', source: profile.name }))
  })

  it('changes a profile only from the version that was seen', async () => {
    const change = (ifMatch: number) =>
      methodOwner(factRoutes.changeProfile, { params: { profileId }, body: { ...profile, decimal: '.' }, ifMatch })
    expect((await change(7)).status).toBe(409)
    expect((await change(1)).value).toMatchObject({ version: 2, decimal: '.' })
  })

  it('is for the method owner alone', async () => {
    expect((await officer(factRoutes.profiles, {})).status).toBe(403)
  })
})
