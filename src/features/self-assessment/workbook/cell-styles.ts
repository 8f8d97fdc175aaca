import type { CellStyle } from 'hucre'

export const font = { name: 'Times New Roman', size: 12 } as const
const line = { style: 'thin' } as const
const border = { top: line, bottom: line, left: line, right: line } as const
const yellow = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFF2CC' } } as const

const styleOf = (more: Partial<CellStyle> = {}): CellStyle => ({
  font,
  border,
  alignment: { vertical: 'top', wrapText: true },
  ...more,
})
export const head = styleOf({ font: { ...font, bold: true }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } })
export const group = styleOf({ font: { ...font, bold: true } })
export const shut = styleOf()
// Kept as text: Excel would make a date of "1.5" where the comma is the decimal sign.
export const open = styleOf({ fill: yellow, numFmt: '@', protection: { locked: false } })
