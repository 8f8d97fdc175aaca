import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseFramework } from '../framework/parse-framework.ts'
import { comparedName } from '../organisation/same-name.ts'
import {
  type AssignmentGround,
  assignNodes,
  dutyOfPerson,
  dutyOfUnit,
  isUnsettled,
  type Party,
  partyOf,
  withoutLead,
} from './assignment.ts'

const units = [
  { id: 'vp', name: 'Văn phòng', aliases: [] },
  { id: 'tt', name: 'Thanh tra', aliases: [] },
  { id: 'db', name: 'Phòng Tuyên truyền và Địa bàn', aliases: ['Phòng TT&ĐB', 'Phòng TT&DB'] },
]
const ground: AssignmentGround = { units, settled: new Map(), set: () => undefined }

const nodesOf = (document: object) => {
  const framework = parseFramework(document)
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  return framework.value.nodes
}
const nodes = nodesOf({
  format: 'parindex/framework@1',
  title: 'Thử',
  year: 2026,
  unitGroup: 'so-nganh',
  scaleTotal: '3',
  totalCap: '3',
  nodes: [
    {
      code: '1',
      name: 'Chỉ đạo',
      leadUnits: ['Văn phòng'],
      children: [
        { code: '1.1', name: 'Kế hoạch', maxPoints: '1' },
        { code: '1.2', name: 'Tuyên truyền', maxPoints: '1', leadUnits: ['Phòng TT&DB'], coordinatingUnits: ['Các phòng thuộc ban'] },
      ],
    },
    { code: '2', name: 'Kỷ luật', maxPoints: '1', coordinatingUnits: ['Lãnh đạo phòng'] },
  ],
})

describe('a printed name', () => {
  it('is a unit by its own name and by another spelling of it', () => {
    expect(partyOf('văn phòng', ground)).toMatchObject({ kind: 'unit', unitId: 'vp' })
    expect(partyOf('Phòng TT&ĐB', ground)).toMatchObject({ kind: 'unit', unitId: 'db' })
  })

  it('of a collective stands for every division, of people for people, and an open one for nobody yet', () => {
    expect(partyOf('Các phòng thuộc ban', ground)).toStrictEqual({
      kind: 'everyUnit',
      name: 'Các phòng thuộc ban',
      unitIds: ['vp', 'tt', 'db'],
    })
    expect(
      ['Công chức', 'Lãnh đạo ban', 'Tổ tiếp công dân', 'Phòng được giao NV', 'Phòng Kinh tế'].map((name) => partyOf(name, ground).kind),
    ).toStrictEqual(['everybody', 'leaders', 'team', 'open', 'unknown'])
  })

  it('of a committee or team that a decision set up, by any of its names, stands for its members', () => {
    const bodies = [{ name: 'Tổ tiếp công dân của Ban', aliases: ['Tổ tiếp công dân'], personIds: ['p1', 'p2'] }]
    const party = partyOf('TỔ TIẾP CÔNG DÂN', { ...ground, bodies })
    expect(party).toStrictEqual({ kind: 'team', name: 'Tổ tiếp công dân của Ban', personIds: ['p1', 'p2'] })
    const [row] = assignNodes(nodes, { ...ground, set: (_, duty) => (duty === 'lead' ? [party] : undefined) })
    expect(row && ['p2', 'p3'].map((id) => dutyOfPerson(row, { id, leads: false }))).toStrictEqual(['lead', undefined])
  })

  it('is a collective only by how it begins, unless it leaves open who', () => {
    const kinds: readonly (readonly [string, string])[] = [
      ['Tất cả các phòng', 'everyUnit'],
      ['Toàn bộ các đơn vị', 'everyUnit'],
      ['Văn phòng và các phòng', 'unknown'],
      ['Tập thể lãnh đạo Sở', 'leaders'],
      ['Trưởng các phòng', 'leaders'],
      ['Phó giám đốc', 'unknown'],
      ['Toàn thể cán bộ, công chức', 'everybody'],
      ['Phòng Quản lý công chức', 'unknown'],
      ['Ban Chỉ đạo cải cách hành chính', 'team'],
      ['Tổng hợp', 'unknown'],
      ['Thường trực hội đồng thi đua', 'unknown'],
      ['Các đơn vị liên quan', 'open'],
      ['Đơn vị được phân công', 'open'],
    ]
    expect(kinds.map(([name]) => [name, partyOf(name, ground).kind])).toStrictEqual(kinds)
    expect(partyOf('Phòng Kinh tế', { ...ground, bodies: [{ name: 'Tổ A', aliases: ['Tổ B'], personIds: [] }] })).toStrictEqual({
      kind: 'unknown',
      name: 'Phòng Kinh tế',
    })
  })

  it('is settled by a person for the whole plan', () => {
    const settled = new Map([[comparedName('Phòng được giao NV'), 'tt']])
    expect(partyOf('Phòng được giao NV', { units, settled })).toMatchObject({ kind: 'unit', unitId: 'tt' })
  })
})

describe('the rows of a plan', () => {
  it('call a person by name, as member, as one of all or as leader, and nobody else', () => {
    const duty = (party: Party, person = { id: 'p1', leads: false }) => {
      const [row] = assignNodes(nodes, { ...ground, set: (_, duty) => (duty === 'lead' ? [] : [party]) })
      return row && dutyOfPerson(row, person)
    }
    const helps = 'coordinating'
    expect(duty({ kind: 'person', name: 'A', personId: 'p1' })).toBe(helps)
    expect(duty({ kind: 'person', name: 'B', personId: 'p2' })).toBeUndefined()
    expect(duty({ kind: 'team', name: 'Tổ', personIds: ['p1'] })).toBe(helps)
    expect(duty({ kind: 'team', name: 'Tổ' })).toBeUndefined()
    expect(duty({ kind: 'everybody', name: 'Công chức' })).toBe(helps)
    expect(duty({ kind: 'leaders', name: 'Lãnh đạo' })).toBeUndefined()
    expect(duty({ kind: 'leaders', name: 'Lãnh đạo' }, { id: 'p1', leads: true })).toBe(helps)
    expect(duty({ kind: 'open', name: 'Phòng được giao' }, { id: 'p1', leads: true })).toBeUndefined()
    expect(duty({ kind: 'unit', name: 'Văn phòng', unitId: 'p1' }, { id: 'p1', leads: true })).toBeUndefined()
  })

  it('wait for somebody where any lead or helper is open or unknown', () => {
    const unsettled = (...parties: readonly Party[]) =>
      assignNodes(nodes, { ...ground, set: (_, duty) => (duty === 'lead' ? [] : parties) }).map((row) => [
        isUnsettled(row),
        row.sources.lead,
      ])
    const [open, unknown, known] = [
      { kind: 'open', name: 'x' },
      { kind: 'unknown', name: 'x' },
      { kind: 'unit', name: 'x', unitId: 'vp' },
    ] as const
    for (const parties of [[open], [unknown], [known, open], [unknown, known]])
      expect(unsettled(...parties)).toStrictEqual(Array.from({ length: 4 }, () => [true, 'set']))
    for (const parties of [[known], []]) expect(unsettled(...parties)[0]).toStrictEqual([false, 'set'])
  })

  it('take the lead of the row above unless they name their own', () => {
    const rows = assignNodes(nodes, ground)
    expect(rows.map(({ node, parties, sources }) => [node.code, parties.lead.map(({ name }) => name).join(), sources.lead])).toStrictEqual([
      ['1', 'Văn phòng', 'printed'],
      ['1.1', 'Văn phòng', 'inherited'],
      ['1.2', 'Phòng Tuyên truyền và Địa bàn', 'printed'],
      ['2', '', 'inherited'],
    ])
    expect(withoutLead(rows).map(({ node }) => node.code)).toStrictEqual(['2'])
  })

  it('take what a person set, also for the rows below', () => {
    const set: AssignmentGround['set'] = (id, duty) =>
      id === '1' && duty === 'lead' ? [{ kind: 'unit', name: 'Thanh tra', unitId: 'tt' }] : undefined
    const rows = assignNodes(nodes, { ...ground, set })
    expect(rows.map((row) => dutyOfUnit(row, 'tt'))).toStrictEqual(['lead', 'lead', 'coordinating', undefined])
  })

  it('are a leader’s and a civil servant’s own where they say so', () => {
    const [, , , discipline] = assignNodes(nodes, ground)
    expect(discipline && dutyOfPerson(discipline, { id: 'a', leads: true })).toBe('coordinating')
    expect(discipline && dutyOfPerson(discipline, { id: 'a', leads: false })).toBeUndefined()
  })
})

it('the plan of a real agency of 2022: every leaf is led, two names wait to be settled', () => {
  const file = join(import.meta.dirname, '../../../golden/binh-phuoc-2022/expected.json')
  const { nodes: printed } = JSON.parse(readFileSync(file, 'utf8')) as { nodes: object[] }
  const frame = { format: 'parindex/framework@1', title: 'Ban', year: 2022, unitGroup: 'so-nganh', scaleTotal: '100', totalCap: '100' }
  const rows = assignNodes(nodesOf({ ...frame, nodes: printed }), ground)
  expect(withoutLead(rows)).toStrictEqual([])
  const open = rows.filter((row) => row.isLeaf && isUnsettled(row))
  expect(open.length).toBeGreaterThan(0)
  expect(new Set(open.flatMap(({ parties }) => parties.lead.filter(({ kind }) => kind !== 'unit').map(({ name }) => name)))).toContain(
    'Phòng được giao NV',
  )
})
