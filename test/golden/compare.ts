import { parsePoints, type Points, pointsText } from '../../src/core/exact/points.ts'
import type { FrameworkNode } from '../../src/core/framework/framework.ts'
import type { ReadResult } from '../../src/core/document/read-result.ts'

/** What `golden/<table>/expected.json` says; points are as printed, and what it does not say is not compared. */
export interface Expected {
  readonly kind?: string
  readonly printedTotal?: string
  readonly unit?: string
  readonly year?: number
  readonly decision?: Readonly<Record<string, string>>
  readonly scaleTotal?: string
  /** Points of the further columns of a ranking, row by row. */
  readonly values?: readonly (readonly string[])[]
  readonly columns?: readonly string[]
  readonly roles?: Readonly<Record<string, string>>
  readonly nodes?: readonly ExpectedNode[]
  readonly rows?: readonly Readonly<Record<string, unknown>>[]
  readonly printedTotals?: Readonly<Record<string, string>>
  readonly derivedTotals?: Readonly<Record<string, string>>
  readonly problems: readonly Readonly<Record<string, unknown>>[]
  readonly title?: string
  /** What one form of the table leaves unsure, though it is read right: said besides `problems`, by the name of the file. */
  readonly doubts?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

interface ExpectedNode {
  readonly code: string
  readonly name: string
  readonly maxPoints: string
  readonly leadUnits?: readonly string[]
  readonly coordinatingUnits?: readonly string[]
  readonly calculation?: string
  readonly evidence?: string
  readonly ifAny?: boolean
  readonly counting?: string
  readonly source?: string
  readonly children: readonly ExpectedNode[]
}

/** Trees as lines, so that a difference shows the row it is in. */
export const expectedLines = (nodes: readonly ExpectedNode[], depth = 0): readonly string[] =>
  nodes.flatMap((node) => [
    lineOf(depth, { ...node, maxPoints: points(node.maxPoints) }),
    ...expectedLines(node.children, depth + 1),
  ])

/** Whether the table says how its criteria are measured. */
export const saysSource = (nodes: readonly ExpectedNode[]): boolean => nodes.some((node) => node.source !== undefined || saysSource(node.children))

export const readLines = (nodes: readonly FrameworkNode[], withSource: boolean, depth = 0): readonly string[] =>
  nodes.flatMap((node) => [
    lineOf(depth, {
      ...node,
      maxPoints: pointsText(node.printedMaxPoints ?? node.maxPoints),
      source: withSource ? node.source : 'appraised',
    }),
    ...readLines(node.children, withSource, depth + 1),
  ])

type Line = Partial<Omit<ExpectedNode, 'children'>> & { readonly code: string; readonly name: string; readonly maxPoints: string }

const lineOf = (depth: number, node: Line): string =>
  [
    `${'  '.repeat(depth)}${node.code}`,
    node.name,
    node.maxPoints,
    (node.leadUnits ?? []).join(' + '),
    (node.coordinatingUnits ?? []).join(' + '),
    oneLine(node.calculation),
    oneLine(node.evidence),
    node.ifAny ? 'ifAny' : '',
    node.source === undefined || node.source === 'appraised' ? '' : node.source,
    node.counting === undefined || node.counting === 'base' ? '' : node.counting,
  ].join(' | ')

/** How the lines of a cell were broken is the writer's affair. */
const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/gu, ' ')

const points = (text: string): string => pointsText(parsePoints(text) as Points)

const isFigure = (text: string): boolean => parsePoints(text) !== undefined

/** Every text that is a figure in one form, and nothing that is empty: what rows of roadmaps, sheets and rankings are compared in. */
export const plain = (value: unknown): unknown => {
  if (typeof value === 'string') return isFigure(value) ? points(value) : value.replace(/\s+/gu, ' ')
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
}

/** Rows of the result with points as text, cut down to what the expectation speaks of. */
export const rowsLike = (expected: readonly Readonly<Record<string, unknown>>[], result: ReadResult): readonly unknown[] => {
  const rows: readonly object[] = result.roadmap?.rows ?? result.scoreSheet?.rows ?? result.ranking?.rows ?? []
  const keys = new Set(expected.flatMap((row) => Object.keys(row)))
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => keys.has(key)).map(([key, value]) => [key, withText(key, value)])))
}

const withText = (key: string, value: unknown): unknown => {
  if ((key === 'points' || key === 'percent') && typeof value === 'number') return pointsText(value as Points)
  return key === 'points' && typeof value === 'object' && value !== null ? pointsTexts(value as Readonly<Record<string, Points>>) : plain(value)
}

export const pointsTexts = (values: Readonly<Record<string, Points | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, pointsText(value)]])))
