/** What a formula may call: how many arguments each takes. What they give stands in `evaluate.ts`. */
export const formulaFunctions = {
  if: { least: 3, most: 3 },
  min: { least: 1, most: 50 },
  max: { least: 1, most: 50 },
  sum: { least: 1, most: 50 },
  mean: { least: 1, most: 50 },
  count: { least: 1, most: 1 },
  round: { least: 1, most: 2 },
  floor: { least: 1, most: 1 },
  ceiling: { least: 1, most: 1 },
  abs: { least: 1, most: 1 },
  clamp: { least: 3, most: 3 },
  days: { least: 2, most: 2 },
  lookup: { least: 2, most: 2 },
  node: { least: 1, most: 1 },
} as const satisfies Readonly<Record<string, { readonly least: number; readonly most: number }>>
export type FormulaFunction = keyof typeof formulaFunctions

export const isFormulaFunction = (name: string): name is FormulaFunction => Object.hasOwn(formulaFunctions, name)
