import { percentWords } from '../../language/reports/common-words.ts'
import type { Chart, ChartLine, ChartNames, Drawing } from './chart.ts'
import { box, brokenText, drawing, inks, legendOf, polygon, stroke, textAt } from './svg.ts'

const width = 165
const labelWidth = 62
const lettersOfLabel = 34
const lineHeight = 4.4

const share = (value: string): number => Math.min(100, Math.max(0, Number(value))) / 100

/** A bar for each line, names on the left, figures behind; the compared one below it and lighter. */
const drawBars = (lines: readonly ChartLine[], names: ChartNames): Drawing => {
  const room = width - labelWidth - 18
  let y = 2
  const rows = lines.map(({ label, value, compared }) => {
    const words = brokenText(label, lettersOfLabel)
    const height = Math.max(words.length * lineHeight, compared === undefined ? 5 : 9.5)
    const top = y
    y += height + 2.5
    return [
      ...words.map((line, at) => textAt(labelWidth - 2, top + 3.6 + at * lineHeight, line, 'end')),
      box(labelWidth, top, room * share(value), 4.5, inks.dark),
      textAt(labelWidth + room * share(value) + 1.5, top + 3.6, percentWords(value)),
      ...(compared === undefined
        ? []
        : [
            box(labelWidth, top + 5, room * share(compared), 4.5, inks.light),
            textAt(labelWidth + room * share(compared) + 1.5, top + 8.6, percentWords(compared)),
          ]),
    ].join('')
  })
  const axis = stroke(labelWidth, 1, labelWidth, y - 1)
  const height = y + (names.compared === undefined ? 0 : 6)
  return drawing(width, height, [...rows, axis, ...(names.compared === undefined ? [] : [legendOf(labelWidth, y + 4, names)])])
}

const rings = [25, 50, 75, 100]
const radius = 34

/** Corners around a circle from the top on, clockwise; each with its name and figure. */
const drawRadar = (lines: readonly ChartLine[], names: ChartNames): Drawing => {
  const [x, y] = [width / 2, radius + 14]
  const corner = (at: number, percent: number): readonly [number, number] => {
    const angle = (2 * Math.PI * at) / lines.length - Math.PI / 2
    return [x + radius * percent * Math.cos(angle), y + radius * percent * Math.sin(angle)]
  }
  const ring = (percent: number) =>
    polygon(
      lines.map((_, at) => corner(at, percent / 100)),
      `fill="none" stroke="${inks.line}" stroke-width="0.2"`,
    )
  const labels = lines.flatMap(({ label, value }, at) => {
    const [cx, cy] = corner(at, 1.1)
    const anchor = Math.abs(cx - x) < 4 ? 'middle' : cx > x ? 'start' : 'end'
    const words = [...brokenText(label, 22), percentWords(value)]
    const top = cy < y - 10 ? cy - (words.length - 1) * lineHeight : cy + 1.5
    return words.map((line, below) => textAt(cx, top + below * lineHeight, line, anchor, 3.5))
  })
  const shape = (values: readonly number[], look: string) =>
    polygon(
      values.map((value, at) => corner(at, value)),
      look,
    )
  const hasCompared = lines.every(({ compared }) => compared !== undefined)
  const bottom = y + radius + 18
  return drawing(width, bottom + (hasCompared ? 6 : 0), [
    ...rings.map(ring),
    ...lines.map((_, at) => stroke(x, y, ...corner(at, 1))),
    ...(hasCompared
      ? [
          shape(
            lines.map(({ compared }) => share(compared ?? '0')),
            `fill="none" stroke="${inks.line}" stroke-width="0.6" stroke-dasharray="1.5 1"`,
          ),
        ]
      : []),
    shape(
      lines.map(({ value }) => share(value)),
      `fill="${inks.dark}" fill-opacity="0.2" stroke="${inks.dark}" stroke-width="0.6"`,
    ),
    ...labels,
    ...(hasCompared ? [legendOf(30, bottom + 3, names)] : []),
  ])
}

/** A column for each span, its count above. */
const drawSpans = (spans: readonly { readonly label: string; readonly count: number }[]): Drawing => {
  const [height, bottom] = [42, 50]
  const most = Math.max(1, ...spans.map(({ count }) => count))
  const step = (width - 10) / Math.max(1, spans.length)
  const column = Math.min(step * 0.7, 22)
  const columns = spans.map(({ label, count }, at) => {
    const [left, size] = [5 + at * step + (step - column) / 2, (count / most) * height]
    return [
      box(left, bottom - size, column, size, inks.dark),
      textAt(left + column / 2, bottom - size - 1.2, String(count), 'middle'),
      textAt(left + column / 2, bottom + 5, label, 'middle', 3.5),
    ].join('')
  })
  return drawing(width, bottom + 8, [...columns, stroke(5, bottom, width - 5, bottom)])
}

/** A chart as a drawing across the text of a portrait page. */
export const drawChart = (chart: Chart): Drawing => {
  switch (chart.kind) {
    case 'bars':
      return drawBars(chart.lines, chart.names)
    case 'radar':
      return chart.lines.length < 3 ? drawBars(chart.lines, chart.names) : drawRadar(chart.lines, chart.names)
    case 'spans':
      return drawSpans(chart.spans)
  }
}
