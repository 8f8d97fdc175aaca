import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDocx } from '../../platform/documents/docx.ts'
import { layOut } from '../lay-out.ts'
import { samplePlan } from '../testing.ts'
import { boldWidth } from '../text-width.ts'
import { writeDocx } from './write-docx.ts'

let file: Uint8Array
let xml: string
let styles: string

const millimetres = (twips: number): number => (twips / 1440) * 25.4
const attribute = (element: string | undefined, name: string): number => Number(new RegExp(`w:${name}="(-?\\d+)"`).exec(element ?? '')?.[1])
const sections = (): readonly string[] => xml.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g) ?? []
const paragraphWith = (text: string): string =>
  (xml.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? []).find((each) => each.includes(text)) ?? ''

beforeAll(() => {
  file = writeDocx(layOut(samplePlan))
  const parts = unzipSync(file)
  xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array())
})

describe('the page', () => {
  it('is A4 with the margins of the decree: top and bottom 20–25, left 30–35, right 15–20 mm', () => {
    const [first = ''] = sections()
    const size = /<w:pgSz[^>]*>/.exec(first)?.[0]
    const margins = /<w:pgMar[^>]*>/.exec(first)?.[0]
    expect([millimetres(attribute(size, 'w')), millimetres(attribute(size, 'h'))].map(Math.round)).toEqual([210, 297])
    const [top, bottom, left, right] = ['top', 'bottom', 'left', 'right'].map((side) => millimetres(attribute(margins, side)))
    expect(top).toBeGreaterThanOrEqual(19.95)
    expect(top).toBeLessThanOrEqual(25)
    expect(bottom).toBeGreaterThanOrEqual(19.95)
    expect(bottom).toBeLessThanOrEqual(25)
    expect(left).toBeGreaterThanOrEqual(29.95)
    expect(left).toBeLessThanOrEqual(35)
    expect(right).toBeGreaterThanOrEqual(14.95)
    expect(right).toBeLessThanOrEqual(20)
  })

  it('numbers every annex from one and shows no number on a first page', () => {
    expect(sections()).toHaveLength(3)
    for (const section of sections()) {
      expect(section).toContain('<w:titlePg/>')
      expect(attribute(/<w:pgNumType[^>]*>/.exec(section)?.[0], 'start')).toBe(1)
    }
  })

  it('turns for a landscape annex', () => {
    const size = /<w:pgSz[^>]*>/.exec(sections()[1] ?? '')?.[0]
    expect(size).toContain('landscape')
    expect(Math.round(millimetres(attribute(size, 'w')))).toBe(297)
  })
})

describe('the words', () => {
  it('are in Times New Roman, black, of the sizes of the decree', () => {
    expect(styles).toContain('Times New Roman')
    const sizes = (text: string): number => attribute(/<w:sz [^>]*>/.exec(paragraphWith(text))?.[0], 'val') / 2
    expect(sizes('CỘNG HÒA XÃ HỘI')).toBe(12)
    expect(sizes('Độc lập - Tự do')).toBe(13)
    expect(sizes('/KH-BDT')).toBe(13)
    expect(sizes('KẾ HOẠCH')).toBe(14)
    expect(sizes('Trên đây là')).toBe(14)
    expect(sizes('Nơi nhận:')).toBe(12)
    expect(sizes('Sở Nội vụ')).toBe(11)
    expect(xml).not.toMatch(/<w:color w:val="(?!000000|auto)/)
  })

  it('of the body are justified, first line 12.7 mm, at least 6 pt apart', () => {
    const paragraph = paragraphWith('Trên đây là')
    expect(paragraph).toContain('<w:jc w:val="both"/>')
    expect(millimetres(attribute(/<w:ind [^>]*>/.exec(paragraph)?.[0], 'firstLine'))).toBeCloseTo(12.7, 1)
    expect(attribute(/<w:spacing [^>]*>/.exec(paragraph)?.[0], 'after')).toBeGreaterThanOrEqual(120)
    const line = attribute(/<w:spacing [^>]*>/.exec(paragraph)?.[0], 'line')
    expect(line).toBeGreaterThanOrEqual(240)
    expect(line).toBeLessThanOrEqual(360)
  })

  it('come back as they were through our own reader, signs of XML and all', () => {
    const read = readDocx(file)
    expect(read.ok && JSON.stringify(read.value)).toContain('Tỷ lệ cơ quan được kiểm tra trong năm & xử lý <100%')
  })
})

describe('the rules', () => {
  const ruleLengths = (): readonly number[] =>
    (xml.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<w:pBdr><w:top (?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? [])
      .filter((paragraph) => !paragraph.includes('<w:t '))
      .map((paragraph) => millimetres(2 * attribute(/<w:ind [^>]*>/.exec(paragraph)?.[0], 'left')))

  it('are as long as the motto, and a third to a half of the agency and of the summary', () => {
    const [agency = 0, motto = 0, summary = 0] = ruleLengths()
    expect(95 - motto).toBeCloseTo(boldWidth('Độc lập - Tự do - Hạnh phúc', 13), 0)
    const share = (70 - agency) / boldWidth('BAN DÂN TỘC', 12)
    expect(share).toBeGreaterThanOrEqual(1 / 3)
    expect(share).toBeLessThanOrEqual(1 / 2)
    expect(summary).toBeGreaterThan(0)
  })
})

describe('a table', () => {
  it('repeats its head, tears no row and fills the width between the margins', () => {
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    const grid =
      /<w:tblBorders>(?:(?!<w:tblGrid>)[\s\S])*insideV w:val="single"[\s\S]*?<w:tblGrid>([\s\S]*?)<\/w:tblGrid>/.exec(xml)?.[1] ?? ''
    const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(5)
    expect(millimetres(widths.reduce((sum, width) => sum + width, 0))).toBeCloseTo(165, 0)
  })

  it('puts a heading over two columns and another over two rows', () => {
    expect(xml).toContain('<w:gridSpan w:val="2"/>')
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(3)
    expect(xml.match(/<w:vMerge\/>/g)).toHaveLength(3)
  })
})
