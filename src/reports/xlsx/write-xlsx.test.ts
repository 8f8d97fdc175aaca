import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { layOut } from '../lay-out.ts'
import { samplePlan } from '../testing.ts'
import { workbookBytes } from './workbook-bytes.ts'
import { writeXlsx } from './write-xlsx.ts'

describe('a workbook', () => {
  it('has every table of the paper, figures as numbers, headings joined over their columns', async () => {
    const { sheets } = await readXlsx(await writeXlsx(layOut(samplePlan)))
    expect(sheets).toHaveLength(1)
    const [sheet] = sheets
    expect(sheet?.rows[0]).toEqual(['STT', 'Tiêu chí', 'Điểm chuẩn', 'Đơn vị', null])
    expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['1.0', 'Tỷ lệ cơ quan được kiểm tra trong năm & xử lý <100%', 0.75])
    expect(sheet?.rows[2]?.[4]).toBe('Thanh tra\nPhòng Tuyên truyền')
    expect(sheet?.merges).toContainEqual({ startRow: 0, startCol: 3, endRow: 0, endCol: 4 })
    expect(sheet?.rows).toHaveLength(62)
  })
})

it('holds what people typed as they typed it, but for characters that no workbook may hold', async () => {
  const bytes = await workbookBytes({
    sheets: [{ name: 'Bảng', rows: [['_x0041_', '_x005F_x0041_', 'a\u0001b\ufffec\ud800d', 'Vui 😀', 7]] }],
    properties: { title: 'T\ufffe\u0001', creator: '_x0041_' },
  })
  expect((await readXlsx(bytes)).sheets[0]?.rows).toEqual([['_x0041_', '_x005F_x0041_', 'abcd', 'Vui 😀', 7]])
  for (const part of Object.values(unzipSync(bytes))) expect(strFromU8(part)).not.toMatch(/[\u0001\ufffe\ufffd]|_x0001_/)
})
