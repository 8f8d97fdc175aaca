import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import type { z } from 'zod'
import { type editShape, frameworkRoutes } from '../contract.ts'
import type { FrameworkView } from '../framework-shapes.ts'

const rule = { kind: 'deadline', due: { before: '2026-12-10' } }
const decision = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí thử nghiệm',
  decision: { number: '12/QĐ-UBND', date: '2026-01-15', issuer: 'UBND tỉnh Thử nghiệm' },
  year: 2026,
  unitGroup: 'so-nganh',
  scaleTotal: '5',
  totalCap: '5',
  nodes: [
    {
      code: '1',
      name: 'Công tác chỉ đạo, điều hành',
      leadUnits: ['Sở Nội vụ'],
      coordinatingUnits: ['Các sở'],
      children: [
        {
          code: '1.1',
          name: 'Ban hành kế hoạch',
          maxPoints: '2',
          calculation: 'Trước ngày 20/01: 2 điểm; sau ngày này: 1 điểm; không có: 0 điểm',
          rule,
        },
        { code: '1.2', name: 'Báo cáo định kỳ', maxPoints: '3', calculation: 'Tỷ lệ báo cáo đúng hạn x điểm tối đa' },
      ],
    },
  ],
}

let application: TestApplication
let owner: Call
let officer: Call
let base: FrameworkView
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))
const params = ({ id }: FrameworkView) => ({ frameworkId: id })

beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-1')
  const draft = (await owner(frameworkRoutes.upload, { upload: { fileName: 'khung.json', bytes: bytes(decision) } })).value
  base = (await owner(frameworkRoutes.putInForce, { params: params(draft), ifMatch: draft.version, body: { inForceFrom: '2026-02-01' } }))
    .value
})

const derive = (derivation: 'amendment' | 'nextYear' | 'local', unitGroup?: string) =>
  owner(frameworkRoutes.derive, { params: params(base), body: { derivation, ...(unitGroup && { unitGroup }) } })

describe('a version made out of a framework in force', () => {
  it('amends it within its year and names it, while it stays as it is', async () => {
    const { value } = await derive('amendment')
    expect(value).toMatchObject({ status: 'draft', year: 2026, isAmendment: true, basedOn: { id: base.id, hash: base.hash } })
    expect(value.decision.number).toBe('')
    expect((await owner(frameworkRoutes.read, { params: params(base) })).value.hash).toBe(base.hash)
  })

  it('for the next year has the dates of its rules a year later, and one step back is the copy again', async () => {
    const { value } = await derive('nextYear')
    expect(value.year).toBe(2027)
    expect(value.rows.find(({ id }) => id === '1.1')?.rule).toMatchObject({ due: { before: '2027-12-10' } })
    const rename = { kind: 'correctCell', at: '1.2', field: 'name', value: 'Báo cáo' } as const
    const edited = (await owner(frameworkRoutes.edit, { params: params(value), ifMatch: value.version, body: { edits: [rename] } })).value
    const undone = (await owner(frameworkRoutes.undo, { params: params(edited), ifMatch: edited.version })).value
    expect(undone.rows).toEqual(value.rows)
    expect(undone.basedOn?.id).toBe(base.id)
  })

  it('as a local one keeps the rows of the frame and takes others beside them', async () => {
    const { value } = await derive('local', 'Cấp xã')
    expect(value).toMatchObject({ unitGroup: 'Cấp xã', isAmendment: false })
    const edit = (...edits: z.input<typeof editShape>[]) =>
      owner(frameworkRoutes.edit, { params: params(value), ifMatch: value.version, body: { edits } })
    const refused = await edit({ kind: 'correctCell', at: '1.1', field: 'name', value: 'Khác' })
    expect(refused.problems).toMatchObject([{ code: 'rowOfFrame', at: '1.1' }])
    const added = await edit({ kind: 'addRow', place: 'under', at: '1', code: '1.3', name: 'Của địa phương', maxPoints: '1' })
    expect(added.value.rows.map(({ id, isOfFrame }) => [id, isOfFrame])).toEqual([
      ['1', true],
      ['1.1', true],
      ['1.2', true],
      ['1.3', false],
    ])
  })

  it('is made by the method owner alone, out of what is in force', async () => {
    expect((await officer(frameworkRoutes.derive, { params: params(base), body: { derivation: 'nextYear' } })).status).toBe(403)
    const draft = (await derive('nextYear')).value
    const again = await owner(frameworkRoutes.derive, { params: params(draft), body: { derivation: 'nextYear' } })
    expect(again.problems).toMatchObject([{ code: 'notInForce' }])
  })
})

describe('two versions side by side', () => {
  it('show what was added, dropped, renamed and given other points', async () => {
    const draft = (await derive('nextYear')).value
    const edits = [
      { kind: 'correctCell', at: '1.1', field: 'name', value: 'Ban hành kế hoạch năm' },
      { kind: 'addRow', place: 'under', at: '1', code: '1.3', name: 'Khảo sát', maxPoints: '1' },
      { kind: 'removeRow', at: '1.2' },
    ] as const
    await owner(frameworkRoutes.edit, { params: params(draft), ifMatch: draft.version, body: { edits: [...edits] } })
    const { value } = await owner(frameworkRoutes.compare, { params: params(draft) })
    expect(value).toMatchObject({ old: { id: base.id }, isSettled: true, codeMap: { '1.1': ['1.1'], '1.2': [] } })
    expect(value.rows.map(({ old, now, changes }) => [old[0]?.id, now?.id, changes.join()])).toEqual([
      ['1', '1', 'points'],
      ['1.1', '1.1', 'renamed,rule'],
      [undefined, '1.3', 'added'],
      ['1.2', undefined, 'dropped'],
    ])
  })

  it('propose what became of the rows of a decision that was read anew, until a person settles it', async () => {
    const [area] = decision.nodes
    const nodes = [
      {
        ...area,
        children: [
          { code: '1.1', name: 'Chế độ báo cáo định kỳ', maxPoints: '3' },
          { code: '1.2', name: 'Ban hành kế hoạch', maxPoints: '2' },
        ],
      },
    ]
    const file = { ...decision, year: 2027, nodes }
    const draft = (await owner(frameworkRoutes.upload, { upload: { fileName: 'moi.json', bytes: bytes(file) } })).value
    const query = { with: base.id }
    const proposed = (await owner(frameworkRoutes.compare, { params: params(draft), query })).value
    expect(proposed).toMatchObject({ isSettled: false, codeMap: { '1': ['1'], '1.1': ['1.2'], '1.2': ['1.1'] } })
    const settle = { kind: 'setCodeMap', basedOn: base.hash ?? '', codeMap: proposed.codeMap } as const
    const kept = (await owner(frameworkRoutes.edit, { params: params(draft), ifMatch: draft.version, body: { edits: [settle] } })).value
    expect(kept.basedOn?.id).toBe(base.id)
    expect((await owner(frameworkRoutes.compare, { params: params(draft), query })).value.isSettled).toBe(true)
  })
})

describe('rules of a draft', () => {
  it('are proposed out of the print, accepted, refused and kept, one step each', async () => {
    const { children } = decision.nodes[0] ?? { children: [] }
    const nodes = [{ ...decision.nodes[0], children: children.map(({ rule: _, ...leaf }: Record<string, unknown>) => leaf) }]
    const draft = (await owner(frameworkRoutes.upload, { upload: { fileName: 'moi.json', bytes: bytes({ ...decision, nodes }) } })).value
    const proposals = draft.rows.flatMap(({ id, proposal }) => (proposal ? [[id, proposal.sentence]] : []))
    expect(proposals).toEqual([['1.2', 'Điểm = giá trị đạt được / 100% × 3 điểm.']])
    const proposal = draft.rows.find(({ id }) => id === '1.2')?.proposal?.rule ?? { kind: '' }
    const refused = (
      await owner(frameworkRoutes.edit, {
        params: params(draft),
        ifMatch: draft.version,
        body: { edits: [{ kind: 'answerProposal', at: '1.2', answer: 'refused' }] },
      })
    ).value
    expect(refused.rows.find(({ id }) => id === '1.2')?.proposal?.isRefused).toBe(true)
    const accepted = (
      await owner(frameworkRoutes.edit, {
        params: params(draft),
        ifMatch: refused.version,
        body: { edits: [{ kind: 'setRule', at: '1.2', rule: proposal }] },
      })
    ).value
    expect(accepted.rows.find(({ id }) => id === '1.2')).toMatchObject({
      rule: { kind: 'linear' },
      ruleSentence: 'Điểm = giá trị đạt được / 100% × 3 điểm.',
    })
  })
})
