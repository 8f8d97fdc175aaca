import { expect, it } from 'vitest'
import { mediaTypes } from './media-type.ts'
import { trueName } from './true-name.ts'

it('keeps the name of a file, with the ending of what it is', () => {
  expect(trueName('Quét.html', mediaTypes.png)).toBe('Quét.html.png')
  expect(trueName('Số 12.QĐ-UBND', mediaTypes.pdf)).toBe('Số 12.QĐ-UBND.pdf')
  expect(trueName('Ảnh.JPEG', mediaTypes.jpeg)).toBe('Ảnh.JPEG')
  expect(trueName('Bảng.xlsm', mediaTypes.xlsx)).toBe('Bảng.xlsm')
  expect(trueName('Vui \ud83d.pdf', mediaTypes.pdf)).toBe('Vui .pdf')
})
