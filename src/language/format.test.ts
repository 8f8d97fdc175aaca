import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatFigure, formatMoment, formatPercent, roundText } from './format.ts'

describe('figures for the eye', () => {
  it('have a decimal comma in Vietnamese and a point in English', () => {
    expect(formatFigure('1234567.75')).toBe('1.234.567,75')
    expect(formatFigure('1234567.75', 'en')).toBe('1,234,567.75')
    expect(formatFigure('-0.5')).toBe('-0,5')
  })

  it('are left alone when they are no plain figure', () => {
    expect(formatFigure('341/420')).toBe('341/420')
  })

  it('are rounded half up on their digits, so that no float noise can enter', () => {
    expect(roundText('1.005', 2)).toBe('1.01')
    expect(roundText('99.995', 2)).toBe('100.00')
    expect(roundText('0.004', 2)).toBe('0.00')
    expect(roundText('-0.004', 2)).toBe('0.00')
    expect(formatPercent('87.654321')).toBe('87,65%')
    expect(formatPercent('87.5', 0)).toBe('88%')
  })
})

describe('dates for the eye', () => {
  it('are day, month, year', () => {
    expect(formatDate('2021-07-28')).toBe('28/07/2021')
  })

  it('are moments of the authority’s zone', () => {
    expect(formatMoment('2022-12-09T17:30:00Z', 'Asia/Ho_Chi_Minh')).toBe('00:30 ngày 10/12/2022')
  })

  it('are days of the authority’s zone, also in its small hours', () => {
    expect(formatDay('2022-12-09T17:30:00Z', 'Asia/Ho_Chi_Minh')).toBe('10/12/2022')
  })
})
