import { describe, expect, it } from 'vitest'
import { framework } from './by-hand.ts'
import { parseScores } from './parse-scores.ts'
import { gatherUnits } from './scores.ts'

const set = framework([
  {
    code: '1',
    name: 'a',
    children: [
      { code: '1.1', name: 'b', maxPoints: '2' },
      { code: '1.2', name: 'c', maxPoints: '1' },
    ],
  },
  { code: 'C', name: 'd', counting: 'bonus', maxPoints: '2' },
]) // prettier-ignore

const rows = (text: string) => text.split('\n').map((row) => row.split(';'))
const read = (text: string, options: { round?: string } = {}) => parseScores(rows(text), set, options)
const problems = (text: string, options: { round?: string } = {}) => {
  const result = read(text, options)
  return result.ok ? [] : result.problems.map(({ code, at, line }) => [code, at, line])
}

describe('reading a scores file', () => {
  it('takes columns in any order, a decimal comma, a blank cell as missing, and columns it does not know', () => {
    const result = read('\uFEFFstatus;points; code ;unit;ghi chú\n;0,75;1.1;Sở A;x\n;;1.2;Sở A;\nnotApplicable;0;1.1;Sở B;')
    expect(result.ok && gatherUnits(result.value)).toStrictEqual([
      {
        unit: 'Sở A',
        ranked: true,
        scores: new Map([
          ['1.1', { status: 'scored', points: 7500 }],
          ['1.2', { status: 'missing' }],
        ]),
      },
      { unit: 'Sở B', ranked: true, scores: new Map([['1.1', { status: 'notApplicable' }]]) },
    ]) // prettier-ignore
  })

  it('names every problem at once with its line', () => {
    const text = [
      'unit;code;points;status;treatment;group;ranked',
      'A;1.1;2.5;;;sở;',
      'A;1;1;;;;',
      'A;9;1;;;;',
      'A;1.2;một;;;;',
      '',
      'A;1.2;1;;;xã;maybe',
      'A;1.1;1;;;;',
      ';1.1;1;;;;',
      'B;1.1;-1;;;;',
      'B;1.2;1;absent;;;',
      'C;1.1;1;;full;;',
      'C;1.2;1;notApplicable;;;',
      'D;1.2;;notApplicable;half;;',
    ].join('\n')
    expect(problems(text)).toStrictEqual([
      ['abovePoints', '1.1', 2],
      ['notALeaf', '1', 3],
      ['unknownNode', '9', 4],
      ['invalidPoints', '1.2', 5],
      ['invalidValue', 'A', 7],
      ['invalidValue', 'A', 7],
      ['duplicateLine', '1.2', 7],
      ['duplicateLine', '1.1', 8],
      ['missingField', 'unit', 9],
      ['belowPoints', '1.1', 10],
      ['invalidValue', '1.2', 11],
      ['treatmentNotAllowed', '1.1', 12],
      ['invalidValue', '1.2', 13],
      ['invalidValue', '1.2', 14],
    ])
  })

  it('lets bonus points exceed their maximum, which caps them', () => {
    expect(problems('unit;code;points;status\nA;C;3;')).toStrictEqual([])
  })

  it('takes the headings and words of an office’s own workbook', () => {
    const own = 'Đơn vị;Mã tiêu chí;Điểm;Trạng thái;Khối;Xếp hạng\nA;1.1;1,5;Đã chấm;Sở;có\nA;1.2;;Không phát sinh;Sở;có'
    const contract = 'unit;code;points;status;group;ranked\nA;1.1;1,5;scored;Sở;yes\nA;1.2;;notApplicable;Sở;yes'
    expect(read(contract).ok).toBe(true)
    expect(read(own)).toStrictEqual(read(contract))
  })

  it('says which columns are absent', () => {
    expect(problems('nơi chấm;code;points\nA;1.1;1')).toStrictEqual([['missingField', 'unit', 1]])
    expect(problems('')).toStrictEqual([
      ['missingField', 'unit', 1],
      ['missingField', 'code', 1],
      ['missingField', 'points', 1],
    ]) // prettier-ignore
  })

  it('keeps rounds apart and asks for one where there are several', () => {
    const text = 'unit;code;points;status;round\nA;1.1;2;;claimed\nA;1.1;1;;firstAppraisal'
    expect(problems(text)).toStrictEqual([['missingField', 'round', undefined]])
    expect(problems(text, { round: 'council' })).toStrictEqual([['invalidValue', 'round', 1]])
    const first = read(text, { round: 'firstAppraisal' })
    expect(first.ok && first.value.map(({ score }) => score)).toStrictEqual([{ status: 'scored', points: 10_000 }])
    expect(problems('unit;code;points;status;round\nA;1.1;2;;claimed\nA;1.2;1;;claimed')).toStrictEqual([])
  })

  it('takes group and ranking from whichever line says them', () => {
    const result = read('unit;code;points;status;group;ranked\nA;1.1;2;;;\nA;1.2;1;;sở;no')
    expect(result.ok && gatherUnits(result.value)).toMatchObject([{ unit: 'A', group: 'sở', ranked: false }])
  })
})
