import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { papersRoutes } from '../papers/contract.ts'
import { documentChanges, ownDocumentChanges } from './changes-contract.ts'
import { type LegalDocumentShape, legalBasisRoutes } from './contract.ts'

let application: TestApplication
let cycle: SmallCycle
let clerk: Call
let officer: Call
let other: Call
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  clerk = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-1')
  other = await application.signInAs('unitofficer.so-2')
})

const responsibility = {
  kind: 'decision',
  number: '34/2020/QĐ-UBND',
  issuedOn: '2020-12-29',
  issuer: 'UBND tỉnh',
  title: 'Quy định trách nhiệm đối với người đứng đầu trong thực hiện nhiệm vụ cải cách hành chính',
} as const
const add = async (body: object): Promise<LegalDocumentShape> =>
  (await clerk(documentChanges.add, { params: {}, body: { kind: 'plan', title: 'Kế hoạch', ...body } })).value
const show = async (documentId: string, by = clerk): Promise<LegalDocumentShape> =>
  (await by(legalBasisRoutes.document, { params: { documentId } })).value
const change = (document: LegalDocumentShape, body: object) =>
  clerk(documentChanges.change, {
    params: { documentId: document.id },
    ifMatch: document.version,
    body: { kind: document.kind, title: document.title, ...body },
  })
const grounds = async () => (await clerk(legalBasisRoutes.grounds, { params: { cycleId: cycle.cycleId } })).value

describe('the register of plans and legal documents', () => {
  it('keeps kind, number with symbol, day, issuer and title, and finds them without diacritics', async () => {
    const { id } = await add(responsibility)
    expect(await show(id, officer)).toMatchObject({ ...responsibility, standing: 'inForce', above: [], below: [], uses: [], version: 1 })
    const found = (await officer(legalBasisRoutes.register, { query: { search: 'trach nhiem 34/2020' } })).value.documents
    expect(found.map(({ number }) => number)).toEqual(['34/2020/QĐ-UBND'])
    expect((await clerk(legalBasisRoutes.register, { query: { kind: 'law' } })).value.documents).toEqual([])
  })

  it('lists the documents that staff must study', async () => {
    await add({ kind: 'directive', number: '31-CT/TU', issuedOn: '2024-03-04', title: 'Kỷ luật, kỷ cương', toStudy: true })
    const listed = (await other(legalBasisRoutes.register, { query: { toStudy: 'true' } })).value.documents
    expect(listed.map(({ number }) => number)).toEqual(['31-CT/TU'])
  })

  it('ties a cycle’s plan to the year’s plan and that to the plan of several years, and a unit’s own plan below them', async () => {
    const long = await add({ number: '2685/QĐ-UBND', issuedOn: '2021-10-18', inForceFrom: '2026-01-01', inForceUntil: '2030-12-31' })
    const year = await add({ number: '01/KH-UBND', issuedOn: '2026-01-05', inForceUntil: '2026-12-31', parentId: long.id })
    const ofCycle = await add({ number: '320/KH-UBND', issuedOn: '2026-09-01', inForceUntil: '2026-12-31', parentId: year.id })
    const [unit] = application.authority.departments
    const body = { kind: 'plan', number: '12/KH-SNV', issuedOn: '2026-02-01', title: 'Kế hoạch của sở', parentId: year.id } as const
    const own = (await officer(ownDocumentChanges.add, { params: { unitId: unit.id }, body })).value
    expect(own.above.map(({ number }) => number)).toEqual(['2685/QĐ-UBND', '01/KH-UBND'])
    const below = (await show(long.id)).below.map(({ number, depth }) => [number, depth])
    expect(below).toEqual([
      ['01/KH-UBND', 1],
      ['12/KH-SNV', 2],
      ['320/KH-UBND', 2],
    ])
    expect(ofCycle.problems).toEqual([])
    expect((await other(legalBasisRoutes.document, { params: { documentId: own.id } })).status).toBe(404)
    expect((await show(long.id, other)).below.map(({ number }) => number)).not.toContain('12/KH-SNV')
    expect((await change(long, { parentId: ofCycle.id })).problems).toMatchObject([{ code: 'documentCircle', at: 'parentId' }])
  })

  it('says where a plan goes beyond the one above, and refuses an end before the beginning and a unit that is not there', async () => {
    const above = await add({ issuedOn: '2026-01-01', inForceUntil: '2026-06-30' })
    expect((await add({ issuedOn: '2026-02-01', inForceUntil: '2026-12-31', parentId: above.id })).problems).toMatchObject([
      { code: 'beyondParentPlan', severity: 'warning' },
    ])
    const refused = await change(above, {
      issuedOn: '2026-05-01',
      inForceUntil: '2026-01-01',
      fields: [{ field: 'Thể chế', unitId: cycle.cycleId }],
    })
    expect(refused.problems.map(({ code }) => code)).toEqual(['endBeforeBegin', 'unknownUnit'])
  })

  it('is changed by one at a time, by its owner alone, and keeps the file', async () => {
    const document = await add({ title: 'Sửa' })
    const moved = (await change(document, { title: 'Sửa lại' })).value
    expect((await change(document, { title: 'Lần khác' })).status).toBe(409)
    const [unit] = application.authority.departments
    const params = { unitId: unit.id, documentId: document.id }
    const body = { kind: 'plan', title: 'Của người khác' } as const
    expect((await officer(ownDocumentChanges.change, { params, ifMatch: moved.version, body })).status).toBe(404)
    const upload = { fileName: 'ke-hoach.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n') }
    const attached = (await clerk(documentChanges.attach, { params: { documentId: document.id }, ifMatch: moved.version, upload })).value
    expect(attached.file).toEqual({ name: 'ke-hoach.pdf' })
    const file = await officer(legalBasisRoutes.file, { params: { documentId: document.id } })
    expect([file.status, file.raw.headers['content-type']]).toEqual([200, 'application/pdf'])
    const removed = await clerk(documentChanges.remove, { params: { documentId: document.id }, ifMatch: attached.version })
    expect(removed.status).toBe(204)
  })
})

describe('what rests on a document', () => {
  it('shows a cycle’s grounds, side by side for accountability, discipline and guidance, and points out what is no longer in force', async () => {
    const rule = await add({ ...responsibility, number: '35/2020/QĐ-UBND' })
    const discipline = await add({ kind: 'directive', number: '31-CT/TU', issuedOn: '2025-03-01', title: 'Kỷ luật, kỷ cương hành chính' })
    const { cycleId } = cycle
    for (const [subject, documentId] of [
      ['accountability', rule.id],
      ['discipline', discipline.id],
    ] as const) {
      expect((await clerk(legalBasisRoutes.setCycleGround, { params: { cycleId, subject, documentId } })).status).toBe(204)
      expect((await clerk(legalBasisRoutes.setCycleGround, { params: { cycleId, subject, documentId } })).status).toBe(204)
    }
    const { frameworkId } = cycle
    await clerk(legalBasisRoutes.setFrameworkGround, { params: { frameworkId, documentId: rule.id } })
    expect((await grounds()).grounds.map(({ of, document }) => [of, document.number, document.standing])).toEqual(
      expect.arrayContaining([
        ['accountability', '35/2020/QĐ-UBND', 'inForce'],
        ['discipline', '31-CT/TU', 'inForce'],
        ['framework', '35/2020/QĐ-UBND', 'inForce'],
      ]),
    )
    const next = await add({ ...responsibility, number: '12/2025/QĐ-UBND', issuedOn: '2025-06-01' })
    const seen = await show(rule.id)
    expect(seen.uses.map(({ of }) => of).toSorted()).toEqual(['accountability', 'framework'])
    await change(seen, { ...responsibility, number: '35/2020/QĐ-UBND', replacedById: next.id })
    const after = (await grounds()).grounds.find(({ of }) => of === 'accountability')
    expect(after?.document.standing).toBe('replaced')
    expect((await show(next.id)).replaces.map(({ number }) => number)).toEqual(['35/2020/QĐ-UBND'])
  })

  it('keeps the guidance of three senders with the cycle', async () => {
    const { cycleId } = cycle
    for (const issuer of ['UBND tỉnh', 'Sở Nội vụ', 'UBND huyện']) {
      const { id: documentId } = await add({
        kind: 'officialLetter',
        issuedOn: '2025-10-20',
        issuer,
        title: 'Hướng dẫn tự đánh giá, chấm điểm',
      })
      await clerk(legalBasisRoutes.setCycleGround, { params: { cycleId, subject: 'guidance', documentId } })
    }
    const seen = (await officer(legalBasisRoutes.grounds, { params: { cycleId } })).value.grounds.filter(({ of }) => of === 'guidance')
    expect(seen.map(({ document }) => document.issuer).toSorted()).toEqual(['Sở Nội vụ', 'UBND huyện', 'UBND tỉnh'])
  })

  it('lets a unit say what its assignment rests on, and nobody take a document away that something rests on', async () => {
    const [unit] = application.authority.departments
    const own = await officer(ownDocumentChanges.add, {
      params: { unitId: unit.id },
      body: { kind: 'decision', title: 'Phân công nhiệm vụ' },
    })
    const documentId = own.value.id
    const place = { cycleId: cycle.cycleId, unitId: unit.id, documentId }
    expect((await officer(legalBasisRoutes.setAssignmentGround, { params: place })).status).toBe(204)
    const mine = (await officer(legalBasisRoutes.grounds, { params: { cycleId: cycle.cycleId } })).value.grounds
    expect(mine.filter(({ of }) => of === 'assignment').map((ground) => ground.unit?.code)).toEqual(['so-1'])
    const theirs = (await other(legalBasisRoutes.grounds, { params: { cycleId: cycle.cycleId } })).value.grounds
    expect(theirs.filter(({ of }) => of === 'assignment')).toEqual([])
    const remove = { params: { unitId: unit.id, documentId }, ifMatch: 1 }
    expect((await officer(ownDocumentChanges.remove, remove)).problems).toMatchObject([{ code: 'documentInUse', uses: '1' }])
    await officer(legalBasisRoutes.dropAssignmentGround, { params: place })
    expect((await officer(ownDocumentChanges.remove, remove)).status).toBe(204)
  })

  it('tells which unit a decision in force puts in charge of which area; the newest decision speaks', async () => {
    const [first, second] = application.authority.departments
    const decision = { kind: 'decision', title: 'Phân công phụ trách lĩnh vực' }
    const fields = (unitId: string) => [{ field: 'Lĩnh vực cải cách thủ tục hành chính', unitId }]
    await add({ ...decision, number: '1297/QĐ-UBND', issuedOn: '2023-05-01', fields: fields(first.id) })
    expect((await grounds()).inCharge.map(({ area, units }) => [area, units.map(({ code }) => code)])).toEqual([
      ['Cải cách thủ tục hành chính', ['so-1']],
    ])
    await add({ ...decision, number: '88/QĐ-UBND', issuedOn: '2025-05-01', fields: fields(second.id) })
    expect((await grounds()).inCharge[0]).toMatchObject({ units: [{ code: 'so-2' }], by: { number: '88/QĐ-UBND' } })
  })

  it('stands in the bases of a paper as the register has it, and the document names the paper', async () => {
    const document = await add({ ...responsibility, number: '36/2020/QĐ-UBND' })
    const offered = (await clerk(papersRoutes.choices, { params: {} })).value.documents
    const basis = offered.find(({ documentId }) => documentId === document.id)
    expect(basis).toMatchObject({ type: 'Quyết định', number: '36/2020/QĐ-UBND', issuedOn: '2020-12-29', issuer: 'UBND tỉnh' })
    const draft = (await clerk(papersRoutes.start, { params: {}, body: { kind: 'guidance' } })).value
    const saved = await clerk(papersRoutes.change, {
      params: { paperId: draft.id },
      ifMatch: draft.version,
      body: { details: {}, facts: {}, bases: basis ? [basis] : [] },
    })
    expect(saved.value.bases).toMatchObject([{ documentId: document.id }])
    expect((await show(document.id)).uses).toMatchObject([{ of: 'paper', paper: { id: draft.id } }])
  })
})
