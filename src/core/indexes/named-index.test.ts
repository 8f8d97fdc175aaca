import { describe, expect, it } from 'vitest'
import { checkIndex, checkIndexValue } from './named-index.ts'

const papi = { scaleFrom: '10', scaleTo: '80', sinceYear: 2011 }
const at = (...given: Parameters<typeof checkIndexValue>): string[] =>
  checkIndexValue(...given).map((problem) => `${problem.code} ${problem.at}`)

describe('an index by name', () => {
  it('takes values on its scale, both ends included, in its years', () => {
    for (const value of ['10', '43.2', '80']) expect(at(papi, { year: 2022, value })).toStrictEqual([])
    expect(at(papi, { year: 2022, value: '87.5' })).toStrictEqual(['outOfRange value'])
    expect(at(papi, { year: 2010, value: '43.2' })).toStrictEqual(['outOfRange year'])
  })

  it('takes a place without a value, never nothing, never a place beyond the last', () => {
    expect(at(papi, { year: 2022, rank: 63, rankedOf: 63 })).toStrictEqual([])
    expect(at(papi, { year: 2022, rank: 64, rankedOf: 63 })).toStrictEqual(['outOfRange rank'])
    expect(at(papi, { year: 2022 })).toStrictEqual(['missingField value'])
  })

  it('keeps a scale that what stands fits in', () => {
    const values = [{ year: 2022, value: '43.2' }]
    expect(checkIndex(papi, values)).toStrictEqual([])
    expect(checkIndex({ ...papi, scaleTo: '40' }, values)).toMatchObject([{ code: 'outOfRange', at: 'value', value: '43.2' }])
    expect(checkIndex({ ...papi, scaleTo: '10', untilYear: 2000 }, [])).toMatchObject([{ at: 'scaleTo' }, { at: 'untilYear' }])
  })
})
