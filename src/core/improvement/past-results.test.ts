import { describe, expect, it } from 'vitest'
import type { ReadResult } from '../document/read-result.ts'
import { parsePoints, type Points } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { errorAt, warningAt } from '../problem.ts'
import { pastOfReading } from './past-of-reading.ts'
import { areaFigures, type PastResult, pastResultShape, totalFigures } from './past-result.ts'
import { planOfPast } from './plan-of-past.ts'

const points = (text: string): Points => parsePoints(text) as Points
const doubt = warningAt('missingField', '', { field: 'x' })
const noTable = errorAt('noTable', '', { kind: 'scoreSheet' })

const roadmapRow = (code: string | null, name: string, figures: Readonly<Record<string, string>> = {}, more: object = {}) => ({
  id: code ?? name,
  code,
  name,
  requirements: [],
  leadUnits: [],
  coordinatingUnits: [],
  points: Object.fromEntries(Object.entries(figures).map(([column, text]) => [column, points(text)])),
  ...more,
})
const pastOf = (reading: Omit<ReadResult, 'problems'>, unit = 'Sở A'): PastResult => {
  const read = pastOfReading({ ...reading, problems: [doubt] }, unit)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.value.problems).toStrictEqual([doubt])
  return read.value.past
}

describe('a past result out of a roadmap', () => {
  const roles = { max: 'max', '2020': 'result', '2021': 'result', '2022': 'target', '2023': 'target' } as const
  const rows = [
    roadmapRow('1', 'Chỉ đạo'),
    roadmapRow('1.1', 'Kế hoạch'),
    roadmapRow(
      '1.1.1',
      'Ban hành',
      { max: '1', '2020': '0.25', '2021': '0.5', '2022': '0.75' },
      {
        requirements: ['Đúng hạn'],
        leadUnits: ['Văn phòng', 'Thanh tra'],
        coordinatingUnits: ['Sở B'],
      },
    ),
    roadmapRow('1.2', 'Kiểm tra', { max: '2', '2023': '2' }),
    roadmapRow('2', 'Thể chế'),
    roadmapRow('2.1', 'Rà soát', { '2021': '0' }),
    roadmapRow(null, 'Ghi chung'),
    roadmapRow(null, 'Khác', { max: '1' }),
  ]
  const past = pastOf({ kind: 'roadmap', roadmap: { columns: Object.keys(roles), roles, rows, printedTotals: {}, derivedTotals: {} } })
  const empty = { headings: [], requirements: [], leadUnits: [], coordinatingUnits: [], targets: {}, source: 'appraised' }

  it('has its areas, its rows with the last result, the headings above them and the coming years', () => {
    expect(past).toStrictEqual({
      title: '',
      field: [],
      areas: [
        { id: '1', code: '1', name: 'Chỉ đạo' },
        { id: '2', code: '2', name: 'Thể chế' },
      ],
      rows: [
        {
          ...empty,
          id: '1.1.1',
          code: '1.1.1',
          name: 'Ban hành',
          area: '1',
          maxPoints: '1',
          points: '0.5',
          headings: [{ code: '1.1', name: 'Kế hoạch' }],
          requirements: ['Đúng hạn'],
          leadUnits: ['Văn phòng', 'Thanh tra'],
          coordinatingUnits: ['Sở B'],
          targets: { '2022': '0.75' },
        },
        { ...empty, id: '1.2', code: '1.2', name: 'Kiểm tra', area: '1', maxPoints: '2', targets: { '2023': '2' } },
        { ...empty, id: '2.1', code: '2.1', name: 'Rà soát', area: '2', maxPoints: '0', points: '0' },
        { ...empty, id: 'Khác', code: '', name: 'Khác', area: '2', maxPoints: '1' },
      ],
      targetYears: [2022, 2023],
    })
  })

  it('is summed by area and in whole, and becomes a plan: losses, tasks of whoever leads, targets', () => {
    expect(past.areas.map((area) => areaFigures(past, area))).toStrictEqual([
      { points: '0.5', maxPoints: '3' },
      { points: '0', maxPoints: '1' },
    ])
    expect(areaFigures(past, { id: '1', code: '1', name: 'x', points: '2', maxPoints: '9' })).toStrictEqual({ points: '2', maxPoints: '9' })
    expect(totalFigures(past)).toStrictEqual({ points: '0.5', maxPoints: '4' })
    const plan = planOfPast(past, new Map([['1.2', [2019, 2018]]]))
    expect(plan.result).toStrictEqual({ points: '0.5', maxPoints: '4' })
    expect(plan.targetYears).toStrictEqual([2022, 2023])
    expect(plan.areas).toStrictEqual([
      { id: '1', code: '1', name: 'Chỉ đạo', leaves: 2, points: '0.5', maxPoints: '3' },
      { id: '2', code: '2', name: 'Thể chế', leaves: 2, points: '0', maxPoints: '1' },
    ])
    const lost = { source: 'appraised', disputed: false, documents: [], causes: [] }
    expect(plan.losses).toStrictEqual([
      {
        ...lost,
        leaf: '1.1.1',
        code: '1.1.1',
        name: 'Ban hành',
        area: '1',
        maxPoints: '1',
        points: '0.5',
        lost: '0.5',
        missing: false,
        repeatedFrom: [],
      },
      {
        ...lost,
        leaf: '1.2',
        code: '1.2',
        name: 'Kiểm tra',
        area: '1',
        maxPoints: '2',
        points: '0',
        lost: '2',
        missing: true,
        repeatedFrom: [2019, 2018],
      },
      {
        ...lost,
        leaf: 'Khác',
        code: '',
        name: 'Khác',
        area: '2',
        maxPoints: '1',
        points: '0',
        lost: '1',
        missing: true,
        repeatedFrom: [],
      },
    ])
    expect(plan.tasks).toStrictEqual([
      {
        id: 't1',
        title: 'Ban hành',
        area: '1',
        leaves: ['1.1.1'],
        leadUnit: 'Văn phòng, Thanh tra',
        coordinatingUnits: ['Sở B'],
        persons: [],
        requirements: ['Đúng hạn'],
        state: 'notStarted',
        share: 0,
      },
    ])
    expect(plan.targets.map(({ leaf, result, targets }) => [leaf, result, targets])).toStrictEqual([
      ['1.1.1', '0.5', { '2022': '0.75' }],
      ['1.2', undefined, { '2023': '2' }],
      ['2.1', '0', {}],
      ['Khác', undefined, {}],
    ])
    expect(Object.keys(plan.targets[1] ?? {})).not.toContain('result')
  })
})

describe('a past result out of a ranking', () => {
  const row = (rank: number | null, unit: string, more: object = {}) => ({ rank, unit, values: {}, ...more })
  const ranking = (columns: readonly string[], ...rows: ReturnType<typeof row>[]) => ({
    kind: 'ranking' as const,
    ranking: { columns, rows },
  })
  const base = { title: '', rows: [], targetYears: [] }

  it('is the row of the unit among those of its group, with the sums it prints', () => {
    const own = row(2, 'SỞ A', { group: 'so', percent: points('80'), values: { 'Chỉ đạo': points('8.5'), 'Khảo sát': points('3') } })
    const others = [
      row(1, 'Sở B', { group: 'so', percent: points('90'), points: points('50') }),
      row(3, 'Sở C', { group: 'so', points: points('45') }),
      row(4, 'Sở D', { group: 'so' }),
      row(1, 'Xã E', { group: 'xa', percent: points('99') }),
    ]
    expect(pastOf(ranking(['Chỉ đạo', 'Thể chế', 'Khảo sát'], own, ...others))).toStrictEqual({
      ...base,
      rank: 2,
      of: 4,
      field: ['90', '45'],
      areas: [
        { id: '1', code: '1', name: 'Chỉ đạo', points: '8.5' },
        { id: '3', code: '3', name: 'Khảo sát', points: '3' },
      ],
    })
  })

  it('without sums of areas is one area, with the points or else the percent of the unit', () => {
    const areasOf = (more: object) => pastOf(ranking([], row(null, 'Sở A', more)))
    expect(areasOf({ points: points('50'), percent: points('80') })).toStrictEqual({
      ...base,
      of: 1,
      field: [],
      areas: [{ id: '1', code: '', name: 'Sở A', points: '50' }],
    })
    expect(areasOf({ percent: points('80') }).areas).toStrictEqual([{ id: '1', code: '', name: 'Sở A', points: '80' }])
    expect(areasOf({}).areas).toStrictEqual([{ id: '1', code: '', name: 'Sở A' }])
  })

  it('is refused, with the doubts of the reading, where no table names the unit or none was found', () => {
    const refused = { ok: false, problems: [noTable, doubt] }
    expect(pastOfReading({ ...ranking([], row(1, 'Sở B')), problems: [doubt] }, 'Sở A')).toStrictEqual(refused)
    expect(pastOfReading({ kind: 'criteria', problems: [doubt] }, 'Sở A')).toStrictEqual(refused)
    const roadmap = { columns: [], roles: {}, rows: [], printedTotals: {}, derivedTotals: {} }
    expect(pastOfReading({ kind: 'roadmap', roadmap, problems: [doubt] }, 'Sở A')).toStrictEqual(refused)
  })
})

describe('a past result out of a sheet of scores', () => {
  const read = parseFramework({
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí',
    year: 2024,
    nodes: [
      {
        code: '1',
        name: 'Chỉ đạo',
        children: [
          { code: '1.1', name: 'Kế hoạch', maxPoints: '2' },
          { code: '1.2', name: 'Khảo sát', maxPoints: '1', source: 'survey' },
          { code: '1.3', name: 'Cộng', maxPoints: '1', counting: 'bonus' },
        ],
      },
    ],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const sheetRow = (id: string, figures: object) => ({ id, code: id, name: id, points: figures })
  const rows = [
    sheetRow('1.1', { max: points('2'), claimed: points('2'), firstAppraisal: points('1.5') }),
    sheetRow('1.2', { max: points('1') }),
  ]
  const sheetOf = (columns: readonly ('max' | 'claimed' | 'firstAppraisal')[]) =>
    pastOf({
      kind: 'scoreSheet',
      framework: read.value,
      scoreSheet: { title: 'Phiếu', columns, rows, printedTotals: {}, derivedTotals: {} },
    })

  it('takes the last round of every row that counts in the base', () => {
    const past = sheetOf(['claimed', 'firstAppraisal', 'max'])
    expect(past.title).toBe('Phiếu')
    expect(past.areas).toStrictEqual([{ id: '1', code: '1', name: 'Chỉ đạo' }])
    expect(past.rows.map(({ id, area, source, maxPoints, points }) => [id, area, source, maxPoints, points])).toStrictEqual([
      ['1.1', '1', 'appraised', '2', '1.5'],
      ['1.2', '1', 'survey', '1', undefined],
    ])
    expect(Object.keys(past.rows[1] ?? {})).not.toContain('points')
    expect(planOfPast(past).losses.map(({ leaf, kind }) => [leaf, kind])).toStrictEqual([
      ['1.1', undefined],
      ['1.2', 'survey'],
    ])
    expect(sheetOf(['claimed']).rows[0]?.points).toBe('2')
    expect(sheetOf(['max']).rows[0]?.points).toBeUndefined()
  })

  it('without the rows of its table holds nothing', () => {
    const scoreSheet = { columns: [], rows: [], printedTotals: {}, derivedTotals: {} }
    expect(pastOfReading({ kind: 'scoreSheet', scoreSheet, problems: [doubt] }, 'Sở A')).toStrictEqual({
      ok: false,
      problems: [noTable, doubt],
    })
  })
})

describe('a past result entered by hand', () => {
  const area = { id: '1', name: 'Chỉ đạo' }
  const entered = { areas: [area] }
  const row = { id: '1.1', name: 'Kế hoạch', area: '1', maxPoints: '2' }

  it('keeps place and points of the year before, of the whole and of each area', () => {
    const past = pastResultShape.parse({
      areas: [{ ...area, points: '3', maxPoints: '5', rank: 2, of: 8 }],
      previousPoints: '70',
      rank: 4,
      of: 9,
    })
    const plan = planOfPast(past)
    expect(plan.result).toStrictEqual({ points: '3', maxPoints: '5', previousPoints: '70', rank: 4, of: 9 })
    expect(plan.areas).toStrictEqual([{ id: '1', code: '', name: 'Chỉ đạo', leaves: 0, points: '3', maxPoints: '5', rank: 2, of: 8 }])
    expect(
      planOfPast(
        pastResultShape.parse({
          ...entered,
          rows: [
            { ...row, points: '2' },
            { ...row, id: '1.2', requirements: ['Nộp'] },
          ],
        }),
      ),
    ).toMatchObject({
      losses: [{ leaf: '1.2' }],
      tasks: [{ id: 't2', requirements: ['Nộp'] }],
    })
    const led = planOfPast(
      pastResultShape.parse({
        ...entered,
        rows: [
          { ...row, leadUnits: ['Văn phòng'] },
          { ...row, requirements: ['Nộp'] },
        ],
      }),
    )
    expect(led.tasks?.map(({ leadUnit }) => leadUnit)).toStrictEqual(['Văn phòng', undefined])
    expect(Object.keys(led.tasks?.[1] ?? {})).not.toContain('leadUnit')
  })

  it('is taken within its bounds and refused beyond them', () => {
    const takes = (change: object): boolean => pastResultShape.safeParse({ ...entered, ...change }).success
    const inRow = (change: object) => ({ rows: [{ ...row, ...change }] })
    const inArea = (change: object) => ({ areas: [{ ...area, ...change }] })
    const many = <Value>(count: number, value: Value): readonly Value[] => Array.from({ length: count }, () => value)
    const heading = { code: 'c'.repeat(200), name: 'Kế hoạch' }
    const taken: readonly object[] = [
      {},
      { title: 't'.repeat(2000) },
      { title: ` ${'t'.repeat(2000)} ` },
      { rank: 1, of: 100_000 },
      { field: many(2000, '1') },
      { areas: many(100, area) },
      { rows: many(1000, row) },
      { targetYears: [2024, 2025, 2026] },
      inRow({ code: 'c'.repeat(200) }),
      inRow({ headings: many(5, heading) }),
      inRow({ targets: { 2026: '1' } }),
      inArea({ code: 'c'.repeat(200) }),
    ]
    const refused: readonly object[] = [
      { title: 't'.repeat(2001) },
      { rank: 0 },
      { of: 100_001 },
      { rank: 1.5 },
      { field: many(2001, '1') },
      { areas: [] },
      { areas: many(101, area) },
      { rows: many(1001, row) },
      { targetYears: [2024, 2025, 2026, 2027] },
      { more: 1 },
      inArea({ more: 1 }),
      inRow({ more: 1 }),
      inRow({ code: 'c'.repeat(201) }),
      inRow({ headings: many(6, heading) }),
      inRow({ headings: [{ ...heading, code: 'c'.repeat(201) }] }),
      inRow({ headings: [{ ...heading, more: 1 }] }),
      inArea({ code: 'c'.repeat(201) }),
      inArea({ rank: 0 }),
      ...['1926', '202', '20266', '20x6', 'a2026'].map((year) => inRow({ targets: { [year]: '1' } })),
    ]
    expect(taken.map(takes)).toStrictEqual(taken.map(() => true))
    expect(refused.map(takes)).toStrictEqual(refused.map(() => false))
  })
})
