import { describe, expect, it } from 'vitest'
import { readRobustnessOptions } from './robustness-options.ts'

const tables = { data: 'D.csv', structure: 'S.csv' }
const read = (values: Readonly<Record<string, string>>) => {
  const options = readRobustnessOptions(values)
  if (options.ok) return { ...options.value.method, noise: options.value.noise }
  return options.problems.map((problem) => (problem.code === 'wrongUsage' ? `${problem.reason} ${problem.word}` : problem.code))
}

describe('options of parindex robustness', () => {
  it('normalise by min–max onto 0 to 100 and aggregate arithmetically if nothing else is said', () => {
    expect(read(tables)).toEqual({ normalisation: { kind: 'minmax', low: 0, high: 100 }, aggregation: 'arithmetic', noise: undefined })
    expect(read({ bundle: 'B.json' })).toMatchObject({ normalisation: { kind: 'none' } })
  })

  it('say with the range what each normalisation means by it', () => {
    expect(read({ ...tables, range: '1,10' })).toMatchObject({ normalisation: { kind: 'minmax', low: 1, high: 10 } })
    expect(read({ ...tables, range: '-1,5; 10' })).toMatchObject({ normalisation: { kind: 'minmax', low: -1.5, high: 10 } })
    expect(read({ ...tables, normalise: 'zscore' })).toMatchObject({ normalisation: { kind: 'zscore', mean: 0, deviation: 1 } })
    expect(read({ ...tables, normalise: 'zscore', range: '10,2' })).toMatchObject({ normalisation: { mean: 10, deviation: 2 } })
    expect(read({ ...tables, normalise: 'goalposts', range: '0,5' })).toMatchObject({ normalisation: { low: 0, high: 5, scale: 1 } })
    expect(read({ ...tables, normalise: 'goalposts', range: '0,5,100' })).toMatchObject({ normalisation: { scale: 100 } })
  })

  it('give replications a quarter of noise and the seed 1', () => {
    expect(read({ ...tables, replications: '500' })).toMatchObject({ noise: { replications: 500, noise: 0.25, seed: 1 } })
    expect(read({ ...tables, replications: '9', noise: '0', seed: '42' })).toMatchObject({ noise: { replications: 9, noise: 0, seed: 42 } })
  })

  it('are refused, all at once, where they mean nothing', () => {
    expect(read({ data: 'D.csv', normalise: 'rank', aggregate: 'median', replications: '1.5', noise: '2', seed: '-1' })).toEqual([
      'missingArgument --structure',
      'invalidOption --aggregate',
      'invalidOption --normalise',
      'invalidOption --replications',
      'invalidOption --noise',
      'invalidOption --seed',
    ])
  })

  it('are refused where they do not go together or a range is none', () => {
    expect(read({ ...tables, weights: 'W.csv', replications: '5' })).toEqual(['invalidOption --replications'])
    expect(read({ ...tables, bundle: 'B.json' })).toEqual(['invalidOption --data', 'invalidOption --structure'])
    expect(read({ ...tables, group: 'xã' })).toEqual(['missingArgument --bundle'])
    expect(read({ ...tables, normalise: 'goalposts' })).toEqual(['missingArgument --range'])
    for (const range of ['5', '1,2,3', 'a,b', '10,10', '10,1', '']) expect(read({ ...tables, range })).toEqual(['invalidOption --range'])
    expect(read({ ...tables, normalise: 'zscore', range: '0,0' })).toEqual(['invalidOption --range'])
  })
})
