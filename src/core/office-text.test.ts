import { expect, it } from 'vitest'
import { cellText, holdsForbidden, xmlCharacters } from './office-text.ts'

it('leaves out what no office file may hold, and nothing else', () => {
  expect(xmlCharacters('a\u0000\u0001\u000b\u001f\ufffe\uffff\ud800b\udc00\t\n\r\u0085 “đủ” 😀')).toBe('ab\t\n\r\u0085 “đủ” 😀')
  expect(['a\u0000', '\ud800', '\ufffe'].every(holdsForbidden)).toBe(true)
  expect(holdsForbidden('“đủ” 😀\n')).toBe(false)
})

it('lets a cell say what looks like a code of a letter', () => {
  expect(cellText('_x0041_ _x005F_x00e1_ _x41_ x_x0041')).toBe('_x005F_x0041_ _x005F_x005F_x005F_x00e1_ _x41_ x_x0041')
})
