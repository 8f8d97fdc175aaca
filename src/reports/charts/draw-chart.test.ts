import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { paperFontFolders } from '../../platform/files/paper-fonts.ts'
import type { Report } from '../report.ts'
import { samplePlan } from '../testing.ts'
import { writeReport } from '../write-report.ts'
import type { Chart } from './chart.ts'
import { drawChart } from './draw-chart.ts'
import { spansOf } from './spans.ts'

const bars: Chart = {
  kind: 'bars',
  lines: [
    { label: 'Cải cách thể chế & pháp luật', value: '100', compared: '80' },
    { label: 'Hiện đại hóa', value: '25', compared: '50' },
  ],
  names: { value: 'Năm nay', compared: 'Năm trước' },
}
const widths = (svg: string, ink: string): readonly number[] =>
  [...svg.matchAll(new RegExp(`<rect [^>]*width="([\\d.]+)" height="4.5" fill="${ink}"`, 'g'))].map(([, width]) => Number(width))

describe('a chart', () => {
  it('draws bars as long as their figures, the compared ones beside them', () => {
    const { svg } = drawChart(bars)
    const [whole = 0, quarter = 0] = widths(svg, '#1f3a5f')
    expect(quarter / whole).toBeCloseTo(0.25, 2)
    expect(widths(svg, '#b8c2cc').map((width) => Math.round((width / whole) * 100))).toEqual([80, 50])
    expect(svg).toContain('thể chế &amp; pháp')
    expect(svg).toContain('>25%<')
  })

  it('draws a radar with a corner for each line, and bars where there are fewer than three', () => {
    const lines = ['một', 'hai', 'ba', 'bốn'].map((label) => ({ label, value: '50' }))
    const radar = drawChart({ kind: 'radar', lines, names: { value: 'Điểm' } }).svg
    expect(
      radar
        .match(/<polygon points="[^"]*"/g)
        ?.at(-1)
        ?.match(/,/g),
    ).toHaveLength(4)
    expect(drawChart({ kind: 'radar', lines: lines.slice(0, 2), names: { value: 'Điểm' } }).svg).not.toContain('<polygon')
  })

  it('counts every unit once in spans of five, a hundred in the last', () => {
    expect(spansOf(['80', '84.9', '85', '100', '95'])).toEqual([
      { label: '80–85', count: 2 },
      { label: '85–90', count: 1 },
      { label: '90–95', count: 0 },
      { label: '95–100', count: 2 },
    ])
    expect(spansOf([])).toEqual([])
  })
})

describe('a paper with a chart', () => {
  const caption = 'Kết quả theo lĩnh vực'
  const report: Report = { ...samplePlan, body: [{ kind: 'chart', chart: bars, caption }], annexes: [] }

  it('holds it in Word as a drawing and as points, both named in words', async () => {
    const parts = unzipSync(await writeReport(report, 'docx', paperFontFolders()))
    expect(Buffer.from(parts['word/media/picture1.png'] ?? []).toString('latin1', 1, 4)).toBe('PNG')
    expect(strFromU8(parts['word/media/picture1.svg'] ?? new Uint8Array())).toContain('<svg')
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('asvg:svgBlip')
    expect(xml).toContain(`descr="${caption}"`)
  })

  it('holds it in a PDF as lines and words, not as points', async () => {
    const bytes = await writeReport(report, 'pdf', paperFontFolders())
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    expect(text.normalize('NFC')).toContain('Năm trước')
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Subtype/Image')
  })
})
