import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const text = 'Bộ tiêu chí cải cách hành chính: thẩm định, đơn vị'

describe('the text of a file', () => {
  it('comes out composed, however its letters were stored', () => {
    expect(decodeText(Buffer.from(text.normalize('NFD')))).toBe(text)
  })

  it('is read from UTF-8 and UTF-16, with or without mark', () => {
    const wide = Buffer.from(text, 'utf16le')
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text)
    expect(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text)
    expect(decodeText(wide)).toBe(text)
    expect(decodeText(Buffer.from(wide).swap16())).toBe(text)
  })

  it('is read from windows-1258, whose tone marks stand behind their letters', () => {
    expect(decodeText(Buffer.from([0x43, 0xf4, 0x6e, 0x67, 0x20, 0x74, 0xe1, 0x63]))).toBe('Công tác')
    expect(decodeText(Buffer.from([0x63, 0x68, 0xea, 0xec]))).toBe('chế'.replace('ế', 'ế'))
  })

  it('is read from TCVN3, as old .VnTime files have it', () => {
    expect(decodeText(Buffer.from('C¶i c¸ch hµnh chÝnh, thÈm ®Þnh', 'latin1'))).toBe('Cải cách hành chính, thẩm định')
  })

  it('keeps a damaged UTF-8 file in UTF-8 and shows the damage', () => {
    expect(decodeText(Buffer.concat([Buffer.from(text), Buffer.from([0xc3, 0x20])]))).toBe(`${text}\ufffd `)
  })
})
