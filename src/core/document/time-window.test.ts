import { describe, expect, it } from 'vitest'
import { readTimeWindow } from './time-window.ts'

describe('the window that words of a plan mean', () => {
  it.each([
    ['Tháng 11, 12/2023', '2023-11-01', '2023-12-31'],
    ['Tháng 11 và 12 năm 2023', '2023-11-01', '2023-12-31'],
    ['trước ngày 05/12/2023', undefined, '2023-12-04'],
    ['Trước ngày 01 tháng 3 năm 2024', undefined, '2024-02-29'],
    ['đến cuối tháng 01/2024', undefined, '2024-01-31'],
    ['Đến hết ngày 15/01/2024', undefined, '2024-01-15'],
    ['chậm nhất ngày 15/01/2024', undefined, '2024-01-15'],
    ['quý I/2024', '2024-01-01', '2024-03-31'],
    ['trong quý III/2022', '2022-07-01', '2022-09-30'],
    ['Cuối quý IV/2022', undefined, '2022-12-31'],
    ['Từ ngày 01/11/2023 đến ngày 30/11/2023', '2023-11-01', '2023-11-30'],
    ['Từ tháng 11/2023 đến tháng 01/2024', '2023-11-01', '2024-01-31'],
    ['Tháng 02/2024', '2024-02-01', '2024-02-29'],
    ['6 tháng đầu năm 2024', '2024-01-01', '2024-06-30'],
    ['Năm 2023', '2023-01-01', '2023-12-31'],
    ['ngày 27/9/2018', '2018-09-27', '2018-09-27'],
  ])('%s', (words, from, until) => {
    expect(readTimeWindow(words)).toEqual({ ...(from && { from }), until })
  })

  it.each([
    'thường xuyên',
    'hằng quý',
    'trước ngày 31/02/2024',
    'quý V/2024',
    'tháng 13/2024',
    'Từ ngày 02/11/2023 đến ngày 01/11/2023',
    '',
  ])('is unknown: %s', (words) => {
    expect(readTimeWindow(words)).toBeUndefined()
  })
})
