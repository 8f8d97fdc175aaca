import { expect, it } from 'vitest'
import { meanOfAreas, meanPercents } from './mean-percents.ts'
import { fraction } from '../../core/exact/fraction.ts'

it('the mean of a unit over its areas is of those that have a percent, rounded once', () => {
  expect(meanOfAreas(['100', '81.333333', null, '50'])).toBe('77.11')
  expect(meanOfAreas(['0', undefined, '0.01'])).toBe('0.01')
  expect(meanOfAreas([null, undefined])).toBeUndefined()
})

it('the means of a group stand by area, of the units that have a percent there', () => {
  const units = [
    [['1', fraction(90n)] as const, ['2', undefined] as const],
    [['1', fraction(85n)] as const, ['2', fraction(70n)] as const],
  ]
  expect(meanPercents(units)).toEqual({ '1': '87.50', '2': '70.00' })
})
