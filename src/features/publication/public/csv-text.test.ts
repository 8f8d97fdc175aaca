import { describe, expect, it } from 'vitest'
import { csvText } from './csv-text.ts'

describe('open data as text', () => {
  it('has commas and decimal points for programs, semicolons and decimal commas for a Vietnamese Excel', () => {
    const rows = [
      ['Hạng', 'Đơn vị', 'Điểm'],
      [1, 'Sở "A", B', '87.5'],
    ]
    expect(csvText(rows, 'machine')).toBe('\u{feff}Hạng,Đơn vị,Điểm\r\n1,"Sở ""A"", B",87.5\r\n')
    expect(csvText(rows, 'vietnamese')).toBe('\u{feff}Hạng;Đơn vị;Điểm\r\n1;"Sở ""A"", B";87,5\r\n')
  })

  it('disarms what a spreadsheet would run, and leaves negative points alone', () => {
    expect(csvText([['=HYPERLINK("x")', '-1.5', '-x']], 'machine')).toBe(`\u{feff}"'=HYPERLINK(""x"")",-1.5,'-x\r\n`)
    expect(csvText([['-1.5']], 'vietnamese')).toBe('\u{feff}-1,5\r\n')
  })
})
