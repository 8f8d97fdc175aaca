import { describe, expect, it } from 'vitest'
import { dateText, numberText } from './number-text.ts'

describe('a number of a workbook', () => {
  it.each([
    [0.1 + 0.2, '', '0.3'],
    [99.99999999999999, 'General', '100'],
    [16.25, '', '16.25'],
    [1.81, '0.00', '1.81'],
    [1234.5, '#,##0.0', '1234.5'],
    [1e-7, '', '0.0000001'],
    [1e21, '', '1000000000000000000000'],
  ])('%d in the format “%s” is %s, without binary noise', (value, format, shown) => {
    expect(numberText(value, format)).toBe(shown)
  })

  it('keeps zeros that its format shows, since 1.10 may be a code', () => {
    expect(numberText(1.1, '0.00')).toBe('1.10')
  })

  it('keeps the digits that a person entered where the format hides them', () => {
    expect(numberText(0.25, '0.0')).toBe('0.25')
    expect(numberText(0.5, '0')).toBe('0.5')
  })

  it('is shown as printed where it was computed with more decimals than points have', () => {
    expect(numberText(7.215555555, '0.00')).toBe('7.22')
  })

  it('is a percent where the format says so', () => {
    expect(numberText(0.875, '0.0%')).toBe('87.5%')
    expect(numberText(0.875, '0%')).toBe('87.5%')
  })
})

describe('a date of a workbook', () => {
  it('has the day first where the format follows the country', () => {
    expect(dateText(new Date('2022-03-01T00:00:00Z'), 'mm-dd-yy')).toBe('01/03/2022')
    expect(dateText(new Date('2022-03-01T00:00:00Z'), 'dd/mm/yyyy')).toBe('01/03/2022')
  })
})
