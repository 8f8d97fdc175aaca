import type { ColumnType, FactField, FactUnit } from '../fact-field.ts'

// Short words for the catalogue: what each field is, and which requirements ask for it.

type Of<Type extends FactField['type'], More = Record<never, never>> = { readonly type: Type; readonly rows: readonly string[] } & More

export const count = (unit: FactUnit, ...rows: readonly string[]): Of<'count', { readonly unit: FactUnit }> => ({
  type: 'count',
  unit,
  rows,
})
export const part = (
  partOf: string,
  unit: FactUnit,
  ...rows: readonly string[]
): Of<'count', { readonly unit: FactUnit; readonly partOf: string }> => ({
  type: 'count',
  unit,
  partOf,
  rows,
})
export const figure = (unit: FactUnit, ...rows: readonly string[]): Of<'figure', { readonly unit: FactUnit }> => ({
  type: 'figure',
  unit,
  rows,
})
export const date = (...rows: readonly string[]): Of<'date'> => ({ type: 'date', rows })
export const flag = (...rows: readonly string[]): Of<'flag'> => ({ type: 'flag', rows })
export const judged = (...rows: readonly string[]): Of<'choice', { readonly choices: readonly string[] }> => ({
  type: 'choice',
  choices: ['good', 'fair', 'weak'],
  rows,
})
export const list = <const Columns extends Readonly<Record<string, ColumnType>>>(
  columns: Columns,
  ...rows: readonly string[]
): Of<'list', { readonly columns: Columns }> => ({ type: 'list', columns, rows })
