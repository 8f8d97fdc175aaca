import { describe, expect, it } from 'vitest'
import { planShape } from '../../core/improvement/plan-file.ts'
import { planFactsShape } from './plan-facts.ts'
import { planFactsOf } from './plan-facts-of.ts'

const file = planShape.parse({
  title: 'Kế hoạch cải thiện năm 2023',
  year: 2022,
  actionYear: 2023,
  strengths: ['Đủ văn bản chỉ đạo'],
  result: { points: '82.91', maxPoints: '100', previousPoints: '78.73', rank: 13, of: 20 },
  areas: [
    { id: 'a1', code: '1', name: 'Chỉ đạo', maxPoints: '10.5', points: '10', rank: 2, of: 20 },
    { id: 'a2', code: '2', name: 'Thể chế', maxPoints: '8' },
  ],
  losses: [
    {
      leaf: 'n1',
      code: '1.1.3',
      name: 'Thực hiện kế hoạch',
      area: 'a1',
      source: 'appraised',
      maxPoints: '1',
      points: '0.5',
      lost: '0.5',
      facts: '02/25 nhiệm vụ',
      causes: ['c1'],
    },
  ],
  causes: [{ id: 'c1', text: 'Chưa theo dõi', side: 'subjective', division: 'Văn phòng' }],
  tasks: [
    { id: 't1', title: 'Đôn đốc', area: 'a1', leaves: ['n1'], leadUnit: 'Văn phòng', until: '2023-09-30' },
    { id: 't2', title: 'Bỏ', state: 'cancelled' },
  ],
  targetYears: [2023, 2024],
  targets: [
    {
      leaf: 'n1',
      code: '1.1.3',
      area: 'a1',
      source: 'appraised',
      headings: [{ code: '1.1', name: 'Kế hoạch' }],
      name: 'Thực hiện kế hoạch',
      maxPoints: '1',
      result: '0.5',
      targets: { 2023: '1', 2024: '1' },
    },
    {
      leaf: 'n2',
      code: '1.1.4',
      area: 'a1',
      source: 'appraised',
      headings: [{ code: '1.1', name: 'Kế hoạch' }],
      name: 'Sáng kiến',
      maxPoints: '1',
      result: '1',
      targets: { 2023: '1' },
    },
  ],
  goals: [
    { year: 2023, points: '85', rank: 10 },
    { year: 2023, area: 'a1', points: '10.5' },
    { year: 2024, points: '90' },
  ],
})

describe('a plan as facts of its papers', () => {
  const facts = planFactsOf(file, { unit: 'Ban Dân tộc', coordinator: 'Văn phòng Ban' })

  it('has the shape that the papers read', () => {
    expect(planFactsShape.parse(facts)).toEqual(facts)
  })

  it('names areas, criteria and days as a paper does, and leaves out what was given up', () => {
    expect(facts.losses[0]).toMatchObject({ area: 'Chỉ đạo', code: '1.1.3', facts: '02/25 nhiệm vụ', causes: ['c1'] })
    expect(facts.tasks).toEqual([
      {
        title: 'Đôn đốc',
        area: 'Chỉ đạo',
        leaves: ['1.1.3'],
        leadUnit: 'Văn phòng',
        coordinatingUnits: [],
        deadline: 'đến hết ngày 30/9/2023',
      },
    ])
    expect(facts.result?.areas).toEqual([{ name: 'Chỉ đạo', points: '10', maxPoints: '10.5', rank: 2, of: 20 }])
  })

  it('aims at the year in which it is carried out, in whole and by area', () => {
    expect(facts.goal).toEqual({ points: '85', rank: 10, maxPoints: '100', of: 20 })
    expect(facts.areaTargets).toEqual([{ area: 'Chỉ đạo', points: '10.5', maxPoints: '10.5' }])
  })

  it('heads neighbouring targets once, with area and heading without points, and says which tasks serve them', () => {
    expect(facts.targets?.years).toEqual([2023, 2024])
    expect(facts.targets?.rows.map(({ code, maxPoints, leadUnits, requirements }) => [code, maxPoints, leadUnits, requirements])).toEqual([
      ['1', undefined, [], []],
      ['1.1', undefined, [], []],
      ['1.1.3', '1', ['Văn phòng'], ['Đôn đốc']],
      ['1.1.4', '1', [], []],
    ])
  })

  it('says nothing of targets where none are set', () => {
    expect(
      planFactsOf({ ...file, targets: [], goals: [], result: undefined }, { unit: 'Ban', coordinator: 'Văn phòng' }),
    ).not.toHaveProperty('targets')
  })
})
