import { describe, expect, it } from 'vitest'
import { csvRows, readCsv } from './csv.ts'

const rows = (text: string) => csvRows(Buffer.from(text))

describe('a table in a CSV file', () => {
  it.each([
    ['semicolons', 'STT;Tiêu chí;Điểm\n1.1;Kế hoạch, báo cáo;0,5\n1.2;Kiểm tra;1,25\n'],
    ['tabs', 'STT\tTiêu chí\tĐiểm\n1.1\tKế hoạch, báo cáo\t0,5\n1.2\tKiểm tra\t1,25\n'],
    ['commas', 'STT,Tiêu chí,Điểm\n1.1,"Kế hoạch, báo cáo","0,5"\n1.2,Kiểm tra,"1,25"\n'],
    ['a named delimiter', 'sep=;\nSTT;Tiêu chí;Điểm\n1.1;Kế hoạch, báo cáo;0,5\n1.2;Kiểm tra;1,25\n'],
  ])('is parted by %s', (_, text) => {
    expect(rows(text).filter((row) => row.length > 0)).toEqual([
      ['STT', 'Tiêu chí', 'Điểm'],
      ['1.1', 'Kế hoạch, báo cáo', '0,5'],
      ['1.2', 'Kiểm tra', '1,25'],
    ])
  })

  it('keeps codes as text, quotes and line breaks within cells', () => {
    const document = readCsv(Buffer.from('a;b\r\n1.10;"Tên ""Một\r\ncửa"""\r\n'))
    expect(document).toMatchObject({
      ok: true,
      value: { blocks: [{ rows: [{ line: 1 }, { line: 2, cells: [{ text: '1.10' }, { text: 'Tên "Một\ncửa"' }] }] }] },
    })
  })
})
