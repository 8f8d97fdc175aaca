import type { Matrix } from './pdf-matrix.ts'

/** A straight line along the page: a border of a cell, drawn as a line or as a thin box. `at` is its y (or x), `from`–`to` its x (or y). */
export interface Rule {
  readonly isHorizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Numbers that follow each kind of step in a path: move, line, curve, short curve, close. */
const stepSizes = [2, 2, 6, 4, 0]

/** Lines shorter than this are parts of letters and pictures. */
const shortest = 4
const straight = 0.8

/** The rules of one drawn path; a path that only clips draws nothing. */
export const rulesOf = (args: readonly unknown[], operatorNames: ReadonlyMap<number, string>, page: Matrix): readonly Rule[] => {
  const [paint, paths] = args
  if (!/stroke|fill/i.test(operatorNames.get(Number(paint)) ?? '') || !Array.isArray(paths)) return []
  const [path] = paths as readonly unknown[]
  return path && typeof path === 'object' ? pathRules(Object.values(path).map(Number), page) : []
}

const pathRules = (path: readonly number[], page: Matrix): readonly Rule[] => {
  const rules: Rule[] = []
  let start: readonly [number, number] = [0, 0]
  let last = start
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 4
    const size = stepSizes[step]
    if (size === undefined) break
    const end = size === 0 ? start : placed(path[at + size - 1] ?? 0, path[at + size] ?? 0, page)
    if (step === 0) start = end
    else if (size <= 2) rules.push(...ruleBetween(last, end))
    last = end
    at += 1 + size
  }
  return rules
}

const placed = (x: number, y: number, page: Matrix): readonly [number, number] => [
  page[0] * x + page[2] * y + page[4],
  page[1] * x + page[3] * y + page[5],
]

const ruleBetween = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): readonly Rule[] => {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if (height <= straight && width >= shortest)
    return [{ isHorizontal: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
  if (width <= straight && height >= shortest)
    return [{ isHorizontal: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
  return []
}
