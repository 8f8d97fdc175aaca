import { describe, expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import { checkFramework } from './check-framework.ts'
import type { Framework } from './framework.ts'
import { parseFramework } from './parse-framework.ts'

const head = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí của sở',
  decision: { number: '1967/QĐ-UBND', date: '2021-07-28', issuer: 'UBND tỉnh' },
  year: 2022,
  unitGroup: 'sở',
}

const parsed = (nodes: unknown, more: object = {}): Framework => {
  const read = parseFramework({ ...head, nodes, ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

const check = (nodes: unknown, more: object = {}): readonly Problem[] => checkFramework(parsed(nodes, more))
const leaf = (code: string, maxPoints: string, more: object = {}) => ({ code, name: `Tiêu chí ${code}`, maxPoints, ...more })

describe('sums of a framework', () => {
  // Area 4 of the 2021 criteria of Bình Phước: 11.5 is printed, the criteria print 12, the leaves give 11.5 again because 4.4 prints 3 over 2.5.
  const area4 = {
    code: '4',
    name: 'Tổ chức bộ máy',
    maxPoints: '11,5',
    children: [
      { code: '4.1', name: 'a', maxPoints: '4', children: [leaf('4.1.1', '1'), leaf('4.1.2', '3')] },
      { code: '4.2', name: 'b', maxPoints: '3', children: [leaf('4.2.1', '1'), leaf('4.2.2', '1'), leaf('4.2.3', '1')] },
      { code: '4.3', name: 'c', maxPoints: '2', children: [leaf('4.3.1', '0,5'), leaf('4.3.2', '1,5')] },
      { code: '4.4', name: 'd', maxPoints: '3', children: [leaf('4.4.1', '0,75'), leaf('4.4.2', '0,75'), leaf('4.4.3', '1')] },
    ],
  } // prettier-ignore
  const before = [leaf('1', '30'), leaf('2', '30'), leaf('3', '28.5')]

  it('are held against what is printed one level below and against the leaves, each said once', () => {
    expect(check([...before, area4])).toStrictEqual([
      { code: 'totalMismatch', at: '4', severity: 'error', printed: '11.5', derived: '12', from: 'children' },
      { code: 'totalMismatch', at: '4.4', severity: 'error', printed: '3', derived: '2.5', from: 'children' },
    ])
  })

  it('name both when children and leaves give different sums, for the grand total too', () => {
    const problems = check([
      { code: '1', name: 'a', maxPoints: '9', children: [{ code: '1.1', name: 'b', maxPoints: '8', children: [leaf('1.1.1', '7')] }] },
    ])
    expect(
      problems.map((each) => (each.code === 'totalMismatch' ? [each.at, each.printed, each.derived, each.from] : each.code)),
    ).toStrictEqual([
      ['1', '9', '8', 'children'],
      ['1', '9', '7', 'leaves'],
      ['1.1', '8', '7', 'children'],
      ['total', '100', '9', 'children'],
      ['total', '100', '7', 'leaves'],
    ])
  })

  it('leave bonus and penalty outside, and a bonus group is a cap and no sum', () => {
    const nodes = [
      { code: '1', name: 'a', maxPoints: '100', children: [leaf('1.1', '100'), leaf('1.2', '2', { counting: 'penalty' })] },
      { code: '2', name: 'cộng', counting: 'bonus', maxPoints: '3', children: [leaf('2.1', '2'), leaf('2.2', '2')] },
    ]
    expect(check(nodes)).toStrictEqual([])
    expect(parsed(nodes).nodes.map(({ maxPoints }) => maxPoints)).toStrictEqual([1_000_000, 30_000])
  })
})

describe('codes of a framework', () => {
  const codes = (nodes: unknown): unknown =>
    check(nodes, { scaleTotal: '100' }).flatMap((each) =>
      each.code === 'codeGap'
        ? [[each.at, 'gap', each.expected]]
        : each.code === 'duplicateCode'
          ? [[each.at, 'repeat of', each.duplicateOf]]
          : each.code === 'missingCode'
            ? [[each.at, 'none']]
            : [],
    )
  const area = (code: string, ...children: unknown[]) => ({ code, name: code, children })

  it('that are skipped, repeated or absent are said in the order of the rows', () => {
    expect(
      codes([area('1', leaf('1.1', '1'), leaf('1.3', '1'), leaf('1.3', '1'), leaf('', '1')), area('3', leaf('3.2', '1'))]),
    ).toStrictEqual([
      ['1.3', 'gap', '1.2'],
      ['1.3~2', 'repeat of', '1.3'],
      ['1.3~3', 'none'],
      ['3', 'gap', '2'],
      ['3.2', 'gap', '3.1'],
    ])
  })

  it('may begin anew in every area that is counted in Roman numerals', () => {
    expect(
      codes([area('I', leaf('1', '1'), leaf('2', '1')), area('II', leaf('1', '1'), leaf('2', '1')), area('IV', leaf('1', '1'))]),
    ).toStrictEqual([['IV', 'gap', 'III']])
  })

  it('that stand in two areas are a slip where they name one of them', () => {
    expect(codes([area('3', leaf('3.1', '1'), leaf('3.2', '1')), area('4', leaf('4.1', '1'), leaf('3.2', '1'))])).toStrictEqual([
      ['4/3.2', 'repeat of', '3.2'],
    ])
  })

  it('may run on across areas, but not begin a dotted series in its middle', () => {
    expect(codes([area('I', leaf('1', '1'), leaf('2', '1')), area('II', leaf('3', '1'), leaf('4', '1'))])).toStrictEqual([])
    expect(codes([area('A', leaf('1.2', '1'), leaf('1.3', '1'))])).toStrictEqual([['1.2', 'gap', '1.1']])
  })
})

describe('units of a framework', () => {
  const places = (nodes: unknown) =>
    check(nodes).flatMap(({ code, at }) =>
      code === 'missingLeadUnit' || code === 'missingCoordinatingUnit' || code === 'unitSpelling' ? [[code, at]] : [],
    )

  it('are due for every leaf unless a row above names one', () => {
    const nodes = [
      { code: '1', name: 'a', leadUnits: ['Văn phòng'], children: [leaf('1.1', '50'), leaf('1.2', '20', { leadUnits: ['Thanh tra'] })] },
      { code: '2', name: 'b', children: [leaf('2.1', '30')] },
    ]
    expect(places(nodes)).toStrictEqual([['missingLeadUnit', '2.1']])
  })

  it('are not asked for where the set names none at all', () => {
    expect(places([leaf('1', '100')])).toStrictEqual([])
  })

  it('spelt in several ways are one problem that proposes the commonest', () => {
    const names = ['Phòng TT&ĐB', 'Phòng TT&DB', 'Phòng TT&ĐB', 'phòng TT và ĐB']
    const nodes = names.map((name, index) => leaf(`${index + 1}`, '25', { leadUnits: [name] }))
    expect(check(nodes)).toStrictEqual([
      {
        code: 'unitSpelling',
        at: '2',
        severity: 'warning',
        spellings: ['Phòng TT&ĐB', 'Phòng TT&DB', 'phòng TT và ĐB'],
        proposed: 'Phòng TT&ĐB',
      },
    ])
  })
})

describe('classes of a framework', () => {
  const band = (name: string, from: string, fromInclusive: boolean, to: string, toInclusive: boolean) => ({
    name,
    from,
    fromInclusive,
    to,
    toInclusive,
  })
  const classes = (...bands: object[]) => check([leaf('1', '100')], { classes: bands }).map((each) => ({ ...each }))

  it('cover the percent from 0 to 100 once', () => {
    expect(
      classes(band('A', '90', true, '100', true), band('B', '80', true, '90', false), band('C', '0', true, '80', false)),
    ).toStrictEqual([])
  })

  it('say where two bands share an edge and where none holds it', () => {
    expect(
      classes(band('A', '90', true, '100', true), band('B', '80', false, '90', true), band('C', '0', true, '80', false)),
    ).toMatchObject([
      { code: 'classGap', below: 'C', above: 'B' },
      { code: 'overlappingClasses', first: 'B', second: 'A' },
    ])
  })
})

describe('the rule of a row', () => {
  it('has the maximum of the row, and a kind that fits its source and counting', () => {
    const option = { kind: 'choice', options: [{ value: 'yes', points: '100%' }] }
    const problems = check([
      leaf('1', '97', { rule: option }),
      leaf('2', '1', { rule: { ...option, max: '2' } }),
      leaf('3', '1', { rule: { kind: 'survey', questions: ['q1'] } }),
      leaf('4', '1', { rule: { kind: 'bonusPenalty', max: '1', counting: 'bonus', items: [{ rule: option }] } }),
    ])
    expect(problems).toStrictEqual([
      { code: 'ruleMaxDiffers', at: '2', severity: 'error', rule: '2', leaf: '1' },
      { code: 'ruleSourceDiffers', at: '3', severity: 'warning', kind: 'survey', source: 'appraised' },
      { code: 'ruleCountingDiffers', at: '4', severity: 'error', kind: 'bonusPenalty', counting: 'base' },
    ])
  })
})
