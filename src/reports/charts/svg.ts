import { printable } from '../printable.ts'
import { xmlText } from '../xml-text.ts'
import type { Drawing } from './chart.ts'

const escape = (text: string): string => xmlText(printable(text))

const rounded = (value: number): string => String(Math.round(value * 100) / 100)

/** Papers are printed in black: dark for the figure itself, light for what it is held against. */
export const inks = { dark: '#1f3a5f', light: '#b8c2cc', line: '#8a949e', text: '#000000' } as const

type Anchor = 'start' | 'middle' | 'end'

/** Text at a point of the base line; its size in millimetres. */
export const textAt = (x: number, y: number, text: string, anchor: Anchor = 'start', size = 3.9): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}" text-anchor="${anchor}" fill="${inks.text}">${escape(text)}</text>`

export const box = (x: number, y: number, width: number, height: number, ink: string): string =>
  `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(Math.max(0, width))}" height="${rounded(Math.max(0, height))}" fill="${ink}"/>`

export const stroke = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" stroke="${inks.line}" stroke-width="0.25"/>`

export const polygon = (points: readonly (readonly [number, number])[], look: string): string =>
  `<polygon points="${points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' ')}" ${look}/>`

/** Parts as one drawing. The faces are those of the paper: Tinos has the measures of Times New Roman. */
export const drawing = (width: number, height: number, parts: readonly string[]): Drawing => ({
  width,
  height,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${rounded(height)}mm" viewBox="0 0 ${width} ${rounded(height)}" font-family="'Times New Roman', Tinos, serif">${parts.join('')}</svg>`,
})

/** Words broken into lines of at most so many letters. */
export const brokenText = (text: string, letters: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** What each ink means, in one line. */
export const legendOf = (x: number, y: number, names: { readonly value: string; readonly compared?: string | undefined }): string => {
  const second = names.compared === undefined ? '' : box(x + 75, y - 3, 4, 3, inks.light) + textAt(x + 81, y, names.compared)
  return box(x, y - 3, 4, 3, inks.dark) + textAt(x + 6, y, names.value) + second
}
