import { describe, expect, it } from 'vitest'
import { trialTitle } from '../../language/trial-words.ts'
import { isTitleTyped, titleToType } from './typed-title.ts'

const title = trialTitle('Xác định Chỉ số – năm 2027')

describe('the name that is typed before a trial goes', () => {
  it('is the title that was given to it, without the mark', () => {
    expect(titleToType(title)).toBe('Xác định Chỉ số – năm 2027')
  })

  it('counts whatever its case, blanks and dashes, with the mark or without', () => {
    for (const typed of [
      'xác định  chỉ số - năm 2027 ',
      'Xác định Chỉ số-năm 2027',
      'DIỄN TẬP - không có giá trị: Xác định Chỉ số - năm 2027',
      title.normalize('NFD'),
    ])
      expect(isTitleTyped(typed, title), typed).toBe(true)
  })

  it('is no other name, and not the mark alone', () => {
    for (const typed of ['', 'Xác định Chỉ số – năm 2026', 'DIỄN TẬP – không có giá trị:'])
      expect(isTitleTyped(typed, title), typed).toBe(false)
  })
})
