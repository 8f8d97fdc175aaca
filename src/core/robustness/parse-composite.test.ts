import { describe, expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import { parseComposite } from './parse-composite.ts'

const rows = (text: string) => text.split('\n').map((line) => line.split(','))
const goodStructure = 'code,parent,level,weight,direction\na,T,1,1,1\nb,T,1,1,-1\nT,,2,,'
const goodData = 'unit,a,b\nX,1,2\nY,3,4'

/** `structure 3 badWeight b`: table, line, what, about whom. */
const told = (problem: Problem): string =>
  problem.code === 'compositeInput' ? [problem.table, problem.line ?? '-', problem.reason, problem.subject].join(' ').trim() : problem.code

const problemsOf = (structure: string, data: string, weights?: string): readonly string[] => {
  const parsed = parseComposite({ structure: rows(structure), data: rows(data), ...(weights !== undefined && { weights: rows(weights) }) })
  return parsed.ok ? [] : parsed.problems.map(told)
}

const structureProblems = (lines: string) =>
  problemsOf(`code,parent,level,weight,direction\n${lines}`, 'unit\nX').filter((each) => each.startsWith('structure'))
const dataProblems = (text: string) => problemsOf(goodStructure, text)
const weightProblems = (text: string) => problemsOf(goodStructure, goodData, text)

describe('the tables of a composite index', () => {
  it('are read with their columns in any order, decimal points or commas, a byte order mark and blank lines', () => {
    const parsed = parseComposite({
      structure: rows(
        '\uFEFFdirection;Parent;code;level;weight;note\n1;T;a;1;0,5;x\n-1;T;b;1;1e1;\n;;;;;\n;;T;2;;'
          .replaceAll(',', '.')
          .replaceAll(';', ','),
      ),
      data: [
        ['\uFEFFunit', 'b', 'a'],
        ['X', '1,5', ' -2 '],
        ['', '', ''],
        ['Y', 'NA', ''],
      ],
    })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const { structure, units, columns } = parsed.value.index
    expect(structure.nodes.map(({ code, weight, direction }) => [code, weight, direction])).toStrictEqual([
      ['a', 0.5, 1],
      ['b', 10, -1],
      ['T', 1, 1],
    ])
    expect(units).toStrictEqual(['X', 'Y'])
    expect(columns.map((column) => [...column])).toStrictEqual([
      [-2, Number.NaN],
      [1.5, Number.NaN],
    ])
  })

  it('are refused with the problems of all three at once', () => {
    expect(problemsOf('code,parent\na,', 'name,a\nX,1', 'code,weight\na,1')).toStrictEqual([
      'structure 1 absentColumn level',
      'structure 1 absentColumn weight',
      'structure 1 absentColumn direction',
      'data 1 absentColumn unit',
      'data 1 unknownCode a',
      'weights 1 absentColumn replication',
    ])
  })
})

describe('a structure', () => {
  it('is refused for cells that mean nothing', () => {
    expect(structureProblems('a,T,0,1,1\nb,T,x,1,1\nc,T,1,-1,1\nd,T,1,,2\n,T,1,1,1\nT,,2,,')).toStrictEqual([
      'structure 2 badLevel a',
      'structure 3 badLevel b',
      'structure 4 badWeight c',
      'structure 5 badWeight d',
      'structure 5 badDirection d',
      'structure 6 noCode',
    ])
  })

  it('is refused where codes repeat, parents are unknown, or there is not one root', () => {
    expect(structureProblems('a,T,1,1,1\na,T,1,1,1\nb,Q,1,1,1\nT,,2,,')).toStrictEqual([
      'structure 3 repeatedCode a',
      'structure 4 unknownParent b',
    ])
    expect(structureProblems('a,T,1,1,1\nT,,2,,\nb,U,1,1,1\nU,,2,,')).toStrictEqual(['structure 5 secondRoot U'])
    expect(structureProblems('a,T,1,1,1\nT,a,2,1,')).toContain('structure - noRoot')
  })

  it('is refused where codes run in a circle, which is named once', () => {
    const problems = structureProblems('a,A,1,1,1\nA,B,2,1,\nB,C,3,1,\nC,A,4,1,\nT,,5,,\nb,T,1,1,1')
    expect(problems.filter((each) => each.includes('circle'))).toStrictEqual(['structure 3 circle A'])
  })

  it('is refused where levels do not rise to the root or leaves are not at level 1', () => {
    expect(structureProblems('a,A,1,1,1\nA,T,3,1,\nT,,3,,')).toStrictEqual(['structure 3 levelNotBelow A'])
    expect(structureProblems('a,b,1,1,1\nb,T,1,1,1\nT,,2,,')).toStrictEqual([
      'structure 2 levelNotBelow a',
      'structure 3 indicatorWithChildren b',
    ])
    expect(structureProblems('a,T,1,1,1\nA,T,2,1,\nT,,3,,')).toStrictEqual(['structure 3 childless A'])
  })

  it('is refused where nothing within a parent weighs anything', () => {
    expect(structureProblems('a,T,1,0,1\nb,T,1,0,1\nT,,2,,')).toStrictEqual(['structure 4 weightless T'])
  })
})

describe('data', () => {
  it('are refused for columns that are unknown, absent, repeated or of an aggregate', () => {
    expect(dataProblems('unit,a,a,c,T\nX,1,1,1,1')).toStrictEqual([
      'data 1 repeatedColumn a',
      'data 1 unknownCode c',
      'data 1 aggregateCode T',
      'data 1 absentIndicator b',
    ])
  })

  it('are refused for cells that are no numbers, units that repeat or have no name, and lines that are too long', () => {
    expect(dataProblems('unit,a,b\nX,1,abc\nX,1e999,2\n,1,2\nZ,1,5,2,0')).toStrictEqual([
      'data 2 notNumber X',
      'data 3 repeatedUnit X',
      'data 3 notNumber X',
      'data 4 noUnit',
      'data 5 tooManyCells Z',
    ])
    expect(dataProblems('unit,a,b')).toStrictEqual(['data - noUnits'])
  })
})

describe('weights by replication', () => {
  it('are refused for unknown codes, replications that are no numbers, negative weights and repeats', () => {
    expect(weightProblems('replication,code,weight\n1,a,1\n1,a,2\nx,a,1\n2,q,1\n2,b,-1\n2,,1')).toStrictEqual([
      'weights 3 repeatedWeight a',
      'weights 4 badReplication a',
      'weights 5 unknownCode q',
      'weights 6 badWeight b',
      'weights 7 noCode',
    ])
    expect(weightProblems('replication,code,weight')).toStrictEqual(['weights - noReplications'])
  })

  it('come in the order of their numbers', () => {
    const parsed = parseComposite({
      structure: rows(goodStructure),
      data: rows(goodData),
      weights: rows('replication,code,weight\n10,a,3\n2,a,2\n10,b,1'),
    })
    expect(parsed.ok && parsed.value.given?.map((weights) => Object.fromEntries(weights))).toStrictEqual([{ a: 2 }, { a: 3, b: 1 }])
  })
})
