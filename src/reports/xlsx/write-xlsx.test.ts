import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { layOut } from '../lay-out.ts'
import { samplePlan } from '../testing.ts'
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
