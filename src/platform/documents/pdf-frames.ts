import type { Rule } from './pdf-rules.ts'

/** Rules that touch one another: the borders of one table, joined and sorted. */
export interface Frame {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
}

/** How far apart two lines still are one: borders of neighbouring cells are drawn twice, a little apart. */
export const near = 2.5

/** More rules than this on one page are a drawing. */
const mostRules = 6_000

/** The frames of a page from top to bottom; one without two columns and two lines is no table. */
export const framesOf = (rules: readonly Rule[]): readonly Frame[] => {
  const joined = joinRules(rules)
  if (joined.length > mostRules) return []
  return touching(joined)
    .map(frameOf)
    .filter((frame) => frame.xs.length > 2 && frame.ys.length > 1)
    .sort((first, second) => (first.ys[0] ?? 0) - (second.ys[0] ?? 0))
}

/** Pieces of one line, drawn cell by cell, become one. */
const joinRules = (rules: readonly Rule[]): readonly Rule[] => {
  const sorted = [...rules].sort((a, b) => Number(a.isHorizontal) - Number(b.isHorizontal) || a.at - b.at || a.from - b.from)
  const lines: Rule[][] = []
  for (const rule of sorted) {
    const [first] = lines.at(-1) ?? []
    if (first && first.isHorizontal === rule.isHorizontal && rule.at - first.at <= near) lines.at(-1)?.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap(joinLine)
}

const joinLine = (line: readonly Rule[]): readonly Rule[] => {
  const joined: Rule[] = []
  for (const rule of [...line].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && rule.from - last.to <= near) joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) }
    else joined.push({ ...rule, at: line[0]?.at ?? rule.at })
  }
  return joined
}

const meets = (first: Rule, second: Rule): boolean =>
  first.isHorizontal !== second.isHorizontal &&
  second.at >= first.from - near &&
  second.at <= first.to + near &&
  first.at >= second.from - near &&
  first.at <= second.to + near

/** Groups of rules that hang together. */
const touching = (rules: readonly Rule[]): readonly (readonly Rule[])[] => {
  const left = new Set(rules)
  const groups: Rule[][] = []
  for (const seed of rules) {
    if (!left.delete(seed)) continue
    const group = [seed]
    for (let at = 0; at < group.length; at++) {
      const rule = group[at]
      const met = rule ? [...left].filter((other) => meets(rule, other)) : []
      for (const other of met) left.delete(other)
      group.push(...met)
    }
    groups.push(group)
  }
  return groups
}

const distinct = (values: readonly number[]): readonly number[] => {
  const kept: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (kept.length === 0 || value - (kept.at(-1) ?? 0) > near) kept.push(value)
  return kept
}

/** Tables open at their sides have no outer lines there: the ends of the crossing lines stand for them. */
const frameOf = (rules: readonly Rule[]): Frame => {
  const horizontal = rules.filter((rule) => rule.isHorizontal)
  const vertical = rules.filter((rule) => !rule.isHorizontal)
  const ends = (lines: readonly Rule[]): readonly number[] =>
    lines.length === 0 ? [] : [Math.min(...lines.map((line) => line.from)), Math.max(...lines.map((line) => line.to))]
  return {
    xs: distinct([...vertical.map((rule) => rule.at), ...ends(horizontal)]),
    ys: distinct([...horizontal.map((rule) => rule.at), ...ends(vertical)]),
    horizontal,
    vertical,
  }
}
