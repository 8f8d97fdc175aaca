import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { type editShape, frameworkRoutes } from './contract.ts'
import type { FrameworkView } from './framework-shapes.ts'

/** A decision as a framework file: 1.2 prints 3 points while its parts give 2.5. */
const decision = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí thử nghiệm',
  decision: { number: '12/QĐ-UBND', date: '2026-01-15', issuer: 'UBND tỉnh Thử nghiệm' },
  year: 2026,
  unitGroup: 'so-nganh',
  scaleTotal: '8',
  totalCap: '8',
  nodes: [
    {
      code: '1',
      name: 'Công tác chỉ đạo, điều hành',
      maxPoints: '5',
      leadUnits: ['Sở Nội vụ'],
      coordinatingUnits: ['Các sở'],
      children: [
        { code: '1.1', name: 'Ban hành kế hoạch', maxPoints: '2' },
        {
          code: '1.2',
          name: 'Tuyên truyền',
          maxPoints: '3',
          children: [
            { code: '1.2.1', name: 'Hội nghị', maxPoints: '1.5' },
            { code: '1.2.2', name: 'Bài viết', maxPoints: '1' },
          ],
        },
      ],
    },
    {
      code: '2',
      name: 'Điểm trừ',
      maxPoints: '-1',
      counting: 'penalty',
      leadUnits: ['Sở Nội vụ'],
      coordinatingUnits: ['Các sở'],
      children: [{ code: '2.1', name: 'Nộp chậm', maxPoints: '-1' }],
    },
    {
      code: '3',
      name: 'Thể chế',
      maxPoints: '3',
      leadUnits: ['Sở Tư pháp'],
      coordinatingUnits: ['Các sở'],
      children: [{ code: '3.1', name: 'Rà soát', maxPoints: '3' }],
    },
  ],
}

let application: TestApplication
let owner: Call
let officer: Call
beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-1')
})

const upload = (value: unknown = decision, fileName = 'quyet-dinh.json') =>
  owner(frameworkRoutes.upload, { upload: { fileName, bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) } })
type SentEdit = z.input<typeof editShape>
const edit = (by: Call, { id, version }: FrameworkView, ...edits: SentEdit[]) =>
  by(frameworkRoutes.edit, { params: { frameworkId: id }, ifMatch: version, body: { edits } })
const open = (view: FrameworkView) =>
  view.problems.flatMap(({ problem, state }) => (state === 'open' ? [`${problem.at} ${problem.code}`] : []))
const settleAll = async (view: FrameworkView): Promise<FrameworkView> =>
  (
    await edit(
      owner,
      view,
      { kind: 'settleTotal', at: '1', choice: 'derived' },
      { kind: 'settleTotal', at: '1.2', choice: 'printed' },
      { kind: 'settleTotal', at: 'total', choice: 'derived' },
    )
  ).value
const enforce = (by: Call, { id, version }: FrameworkView) =>
  by(frameworkRoutes.putInForce, { params: { frameworkId: id }, ifMatch: version, body: { inForceFrom: '2026-02-01' } })

describe('a decision that is uploaded', () => {
  it('becomes a draft in document order with each problem at its row', async () => {
    const { value } = await upload()
    expect(value.rows.map(({ code, depth }) => `${depth} ${code}`)).toEqual([
      '0 1',
      '1 1.1',
      '1 1.2',
      '2 1.2.1',
      '2 1.2.2',
      '0 2',
      '1 2.1',
      '0 3',
      '1 3.1',
    ])
    expect(open(value)).toEqual(['1 totalMismatch', '1.2 totalMismatch', 'total totalMismatch'])
    expect(value.problems[1]?.problem.message).toBe('Tiêu chí 1.2 ghi 3 điểm nhưng các tiêu chí thành phần cộng lại 2,5 điểm.')
    expect(value.counts).toEqual({ areas: 3, criteria: 4, subCriteria: 2, leaves: 5 })
  })

  it('is kept byte for byte', async () => {
    const { value } = await upload(decision, 'Quyết định 12.json')
    const source = await owner(frameworkRoutes.source, { params: { frameworkId: value.id } })
    expect(source.raw.body).toBe(JSON.stringify(decision))
    expect(String(source.raw.headers['content-disposition'])).toContain(encodeURIComponent('Quyết định 12.json'))
  })

  it.each([
    ['no table', 'chỉ là một đoạn văn', 'a.txt'],
    ['a broken archive', 'PK\x03\x04 hỏng', 'a.docx'],
    ['a program', '\x7fELF\x02\x01\x01\0\0\0\0', 'a.pdf'],
    [
      'a framework file with points that are no points',
      JSON.stringify({ ...decision, nodes: [{ code: '1', name: 'x', maxPoints: 'ba' }] }),
      'a.json',
    ],
    ['nothing', '', 'a.csv'],
    ['more rows than any decision', `STT,Tiêu chí,Điểm\n${'1,Tên,1\n'.repeat(10_001)}`, 'a.csv'],
    ['JSON nested without end', '['.repeat(100_000), 'a.json'],
    ['a framework nested without end', `{"format":"parindex/framework@1","nodes":${'[{"children":'.repeat(50_000)}`, 'a.json'],
  ])('is refused with its problems when it holds %s, and nothing is kept', async (_, content, fileName) => {
    const rows = async () => [
      await application.owner.selectFrom('framework').select('id').execute(),
      await application.owner.selectFrom('stored_file').select('sha256').execute(),
    ]
    const before = await rows()
    const refused = await upload(content, fileName)
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.status).toBeLessThan(500)
    expect(refused.problems.length).toBeGreaterThan(0)
    expect(await rows()).toEqual(before)
  })

  it('is refused beyond 32 MB without taking it all into the answer', async () => {
    const refused = await upload('x'.repeat(33 * 1024 * 1024), 'lon.txt')
    expect(refused.status).toBe(413)
  })
})

describe('the table of a real decision', () => {
  it('is read out of Word with its doubts, settled and put in force', async () => {
    const file = join(import.meta.dirname, '../../../golden/binh-phuoc-2022/input-writer-merged.docx')
    const fields = { unitGroup: 'so-nganh', year: '2022' }
    const { value } = await owner(frameworkRoutes.upload, { upload: { fileName: 'QĐ 1967.docx', bytes: await readFile(file), fields } })
    expect(value.counts).toEqual({ areas: 8, criteria: 40, subCriteria: 91, leaves: 102 })
    expect(value).toMatchObject({ year: 2022, unitGroup: 'so-nganh', derivedTotal: '100' })
    expect(open(value)).toEqual(expect.arrayContaining(['4 totalMismatch', '4.4 totalMismatch']))
    const { value: settled } = await edit(owner, value, { kind: 'settleTotal', at: '4.4', choice: 'derived' })
    expect(open(settled).filter((each) => each.includes('totalMismatch'))).toEqual([])
    const { value: inForce } = await enforce(owner, settled)
    expect(inForce.rows.find(({ id }) => id === '4.4')).toMatchObject({ maxPoints: '2.5', printedMaxPoints: '3', settled: 'derived' })
  })
})

describe('a decision with two sets of criteria', () => {
  it('gives a draft of the larger, tells of the other by its number, and reads that one when asked', async () => {
    const bytes = await readFile(join(import.meta.dirname, '../../../golden/hai-phu-luc/input-writer.docx'))
    const read = (fields: Record<string, string>) =>
      owner(frameworkRoutes.upload, { upload: { fileName: 'hai-phu-luc.docx', bytes, fields } })
    const { value: first } = await read({})
    const told = first.problems.find(({ problem }) => problem.code === 'severalTables')?.problem as unknown as {
      number: number
      tables: string[]
    }
    expect(told.tables).toHaveLength(2)
    const { value: other } = await read({ table: String(3 - told.number) })
    expect(other.rows.map(({ name }) => name)).not.toEqual(first.rows.map(({ name }) => name))
    expect(other.problems.map(({ problem }) => problem.code)).not.toContain('severalTables')
    const { status } = await read({ table: '3' })
    expect(status).toBe(422)
  })
})

describe('a draft', () => {
  it('is settled, put in force, and then stays, for programs and for SQL', async () => {
    const settled = await settleAll((await upload()).value)
    expect(open(settled)).toEqual([])
    const { value: inForce } = await enforce(owner, settled)
    expect(inForce.status).toBe('inForce')

    const file = await owner(frameworkRoutes.file, { params: { frameworkId: inForce.id } })
    expect(createHash('sha256').update(file.raw.body).digest('hex')).toBe(inForce.hash)
    expect(canonicalJson(JSON.parse(file.raw.body))).toBe(file.raw.body)

    const nodes = await application.owner
      .selectFrom('framework_node')
      .selectAll()
      .where('framework_id', '=', inForce.id)
      .orderBy('position')
      .execute()
    expect(nodes.map(({ node_id, is_leaf, min_points, max_points }) => [node_id, is_leaf, Number(min_points), Number(max_points)])).toEqual(
      [
        ['1', false, 0, 4.5],
        ['1.1', true, 0, 2],
        ['1.2', false, 0, 2.5],
        ['1.2.1', true, 0, 1.5],
        ['1.2.2', true, 0, 1],
        ['2', false, -1, 0],
        ['2.1', true, -1, 0],
        ['3', false, 0, 3],
        ['3.1', true, 0, 3],
      ],
    )

    expect((await edit(owner, inForce, { kind: 'removeRow', at: '3' })).problems[0]?.code).toBe('frameworkInForce')
    const bySql = [
      sql`update framework set title = 'khác' where id = ${inForce.id}`,
      sql`delete from framework where id = ${inForce.id}`,
      sql`update framework_node set max_points = 9 where framework_id = ${inForce.id}`,
      sql`delete from framework_node where framework_id = ${inForce.id}`,
      sql`insert into framework_node select authority_id, framework_id, 'x', 99, null, 0, true, code, name, level, counting, source, 0, 1 from framework_node where framework_id = ${inForce.id} limit 1`,
      sql`delete from framework_edit where framework_id = ${inForce.id}`,
    ]
    for (const statement of bySql)
      await expect(statement.execute(application.owner)).rejects.toThrow('a framework in force does not change')
  })

  it('comes into force with what may stay open, and the log keeps each such place', async () => {
    const nodes = [
      ...decision.nodes.slice(0, 2),
      { ...decision.nodes[2], code: '4', children: [{ code: '4.1', name: 'Rà soát', maxPoints: '3' }] },
    ]
    const settled = await settleAll((await upload({ ...decision, nodes })).value)
    expect(open(settled)).toEqual(['4 codeGap'])
    const { value: inForce } = await enforce(owner, settled)
    const acts = await application.owner.selectFrom('action').select('facts').where('kind', '=', 'frameworkPutInForce').execute()
    expect(acts.map(({ facts }) => facts).find(({ frameworkId }) => frameworkId === inForce.id)).toMatchObject({
      leftOpen: [{ code: 'codeGap', at: '4' }],
    })
  })

  it('does not come into force while anything that blocks is open, and every such thing is named', async () => {
    const refused = await enforce(owner, (await upload({ ...decision, year: 0, unitGroup: '' })).value)
    expect(refused.status).toBe(422)
    expect(refused.problems.map(({ at, code }) => `${at} ${code}`)).toEqual(
      expect.arrayContaining([
        'year missingField',
        'unitGroup missingField',
        '1 unsettledTotal',
        '1.2 unsettledTotal',
        'total unsettledTotal',
      ]),
    )
  })

  it('tells the second of two people that the first changed it, by name', async () => {
    await addPerson(application.owner, application.authority.id, { signInName: 'methodowner.2', role: 'methodOwner' })
    const second = await application.signInAs('methodowner.2')
    const { value } = await upload()
    const correct = (name: string): SentEdit => ({ kind: 'correctCell', at: '3.1', field: 'name', value: name })
    const both = await Promise.all([edit(owner, value, correct('Một')), edit(second, value, correct('Hai'))])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = both.find(({ status }) => status === 409)?.problems[0]
    expect(told).toMatchObject({ code: 'changedMeanwhile', by: expect.stringContaining('methodowner'), version: '2' })
  })

  it('goes back step by step to what was read', async () => {
    const { value: first } = await upload()
    const { value: second } = await edit(owner, first, { kind: 'correctCell', at: '1.2.2', field: 'maxPoints', value: '1,5' })
    const { value: third } = await edit(owner, second, { kind: 'removeRow', at: '3' })
    expect(open(second)).toEqual([])
    const undo = async (view: FrameworkView) => owner(frameworkRoutes.undo, { params: { frameworkId: view.id }, ifMatch: view.version })
    const { value: back } = await undo(third)
    expect(back.rows).toEqual(second.rows)
    const { value: start } = await undo(back)
    expect([start.rows, start.problems, start.version]).toEqual([first.rows, first.problems, 5])
    expect((await undo(start)).problems[0]?.code).toBe('nothingToUndo')
  })

  it('refuses an edit that does not fit, with the place, and stays', async () => {
    const { value } = await upload()
    const refused = await edit(
      owner,
      value,
      { kind: 'correctCell', at: '1.1', field: 'name', value: 'x' },
      { kind: 'correctCell', at: '1.1', field: 'maxPoints', value: 'hai' },
    )
    expect(refused.status).toBe(422)
    expect(refused.problems).toMatchObject([{ code: 'invalidPoints', at: '1.1' }])
    expect((await owner(frameworkRoutes.read, { params: { frameworkId: value.id } })).value.version).toBe(value.version)
  })

  it('can be deleted, a framework in force cannot', async () => {
    const { value } = await upload()
    const remove = (view: FrameworkView) => owner(frameworkRoutes.remove, { params: { frameworkId: view.id }, ifMatch: view.version })
    expect((await remove(value)).status).toBe(204)
    expect((await owner(frameworkRoutes.read, { params: { frameworkId: value.id } })).status).toBe(404)
    const { value: inForce } = await enforce(owner, await settleAll((await upload()).value))
    expect((await remove(inForce)).status).toBe(409)
  })
})

describe('who may see what', () => {
  it('shows units what is in force and hides drafts altogether', async () => {
    const { value: draft } = await upload()
    const { value: inForce } = await enforce(owner, await settleAll((await upload()).value))
    const read = (id: string) => officer(frameworkRoutes.read, { params: { frameworkId: id } })
    expect((await read(inForce.id)).value).toMatchObject({ status: 'inForce', canChange: false })
    expect((await read(draft.id)).status).toBe(404)
    expect((await officer(frameworkRoutes.source, { params: { frameworkId: draft.id } })).status).toBe(404)
    const { value: list } = await officer(frameworkRoutes.list)
    expect(list.frameworks.map(({ id }) => id)).toContain(inForce.id)
    expect(list.frameworks.every(({ status }) => status === 'inForce')).toBe(true)
  })

  it('lets the inspector read drafts and change nothing, and nobody but the method owner change them', async () => {
    const { value } = await upload()
    const inspector = await application.signInAs('inspector')
    expect((await inspector(frameworkRoutes.read, { params: { frameworkId: value.id } })).value.canChange).toBe(false)
    for (const name of ['inspector', 'administrator', 'appraiser', 'councilchair', 'leader', 'unitofficer.so-1']) {
      const person = await application.signInAs(name)
      expect((await edit(person, value, { kind: 'removeRow', at: '3' })).status).toBe(403)
      expect((await enforce(person, value)).status).toBe(403)
    }
  })
})
