import { describe, expect, it } from 'vitest'
import corpus from '../../../golden/calculation/aside.json' with { type: 'json' }
import type { Fraction } from '../exact/fraction.ts'
import { type Points, parsePoints } from '../exact/points.ts'
import type { Inputs } from './inputs.ts'
import type { Amount } from './parameters.ts'
import { parseRule } from './parse-rule.ts'
import { readCalculation } from './read-calculation.ts'
import type { Rule } from './registry.ts'
import { formatRuleResult } from './result.ts'
import { scoreRule } from './score-rule.ts'

/** Written without sight of the reader, who has been mended on them since: what they hold now is that nothing of it is lost; a rule is the one that a careful clerk would enter, null says that the line has to stay manual. */
interface Line {
  readonly text: string
  readonly max: string
  readonly year?: number
  readonly expect: Readonly<Record<string, unknown>> | null
}

const lines = corpus as unknown as readonly Line[]
const maxOf = (line: Line): Points => parsePoints(line.max) as Points

const parsed = (rule: unknown, line: Line): Rule => {
  const result = parseRule(rule, maxOf(line))
  if (!result.ok) throw new Error(`${line.text}: ${JSON.stringify(result.problems)}`)
  return result.value
}

/** Names differ between two rules that say the same: the values go to the questions in the order in which the rule asks. */
const answer = (rule: Rule, values: readonly unknown[], line: Line): string => {
  const start =
    rule.kind === 'deadline' && rule.due && 'within' in rule.due && rule.due.within ? { [rule.due.within.of]: '2026-03-31' } : {}
  let inputs: Inputs = start as Inputs
  for (let next = 0; ; ) {
    const result = scoreRule(rule, inputs, maxOf(line))
    if (result.status !== 'missing') return result.status === 'scored' ? String(formatRuleResult(result).points) : result.status
    if (next >= values.length) return 'missing'
    for (const { name } of result.needed) inputs = { ...inputs, [name]: values[next++] } as Inputs
  }
}

const day = (days: number): string => new Date(Date.UTC(2025, 10, 1) + days * 86_400_000).toISOString().slice(0, 10)
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

/** Every edge that stands in the line, what lies a hundredth below and above it, and a grid over the whole. */
const percents = (line: Line): readonly string[] => {
  const edges = [...line.text.matchAll(/\d+(?:[.,]\d+)?/gu)].map(([figure]) => Number(figure.replace(',', '.')))
  const near = edges.flatMap((edge) => [edge - 0.01, edge, edge + 0.01])
  return [...near, ...range(201).map((half) => half / 2)]
    .filter((figure) => figure >= 0 && figure <= 100)
    .map((figure) => figure.toFixed(2))
}

const countsItems = ({ expect: rule }: Line): boolean => rule?.kind === 'perItem' || rule?.kind === 'deduct' || rule?.unit === 'count'

const probes = (line: Line): readonly (readonly unknown[])[] => {
  if (line.expect?.kind === 'deadline') return [[null], ...range(600).map((days) => [day(days)])]
  if (line.expect?.kind === 'deduct') return range(12).flatMap((first) => range(12).map((second) => [String(first), String(second)]))
  if (countsItems(line)) return range(41).map((count) => [String(count)])
  return percents(line).map((figure) => [figure, '100'])
}

const decimalOf = ({ n, d }: Fraction): number => Number(n) / Number(d)

/** The points of the levels in the order of the line: a choice gives by them what bands, dates and conditions give by figures. */
const levelsOf = (rule: Rule, max: number): readonly number[] => {
  const points = (amount: Amount): number => ('share' in amount ? decimalOf(amount.share) * max : decimalOf(amount.points))
  if (rule.kind === 'choice') return rule.options.flatMap((option) => (option.points ? [points(option.points)] : []))
  if (rule.kind === 'steps')
    return [
      ...rule.bands.flatMap((band) => (band.points ? [points(band.points)] : [])),
      ...(rule.otherwise ? [points(rule.otherwise)] : []),
    ]
  if (rule.kind !== 'deadline') return []
  return [max, ...(rule.late ?? []).map((late) => points(late.points)), rule.afterwards ? points(rule.afterwards) : 0]
}

/** `manual`, `proposed`, or what is wrong with the proposal. */
const judge = (line: Line): string => {
  const proposal = readCalculation(line.text, { max: maxOf(line), ...(line.year !== undefined && { year: line.year }) })
  if (proposal === undefined) return 'manual'
  if (line.expect === null) return `should be manual: ${JSON.stringify(proposal)}`
  const [wanted, got] = [parsed(line.expect, line), parsed(proposal, line)]
  if (wanted.kind === 'choice' || got.kind === 'choice') {
    const [a, b] = [wanted, got].map((rule) => [...new Set(levelsOf(rule, Number(line.max)))].join())
    return a === b ? 'proposed' : `levels ${a} became ${b}: ${JSON.stringify(proposal)}`
  }
  const differs = probes(line).find((values) => answer(wanted, values, line) !== answer(got, values, line))
  if (!differs) return 'proposed'
  return `${differs}: ${answer(wanted, differs, line)} became ${answer(got, differs, line)}: ${JSON.stringify(proposal)}`
}
const judged = lines.map((line) => ({ line, verdict: judge(line) }))
const understandable = judged.filter(({ line }) => line.expect !== null)
const proposed = understandable.filter(({ verdict }) => verdict === 'proposed')
const wrong = judged.filter(({ verdict }) => verdict !== 'proposed' && verdict !== 'manual')

describe('the lines that the reader was mended on, written by somebody else', () => {
  it('has at least 160 lines, each with a rule that can be read or none', () => {
    expect(lines.length).toBeGreaterThanOrEqual(160)
    for (const line of lines) if (line.expect) parsed(line.expect, line)
  })

  it('is proposed for the most part and almost never wrongly', () => {
    const share = proposed.length / understandable.length
    expect(wrong.map(({ line, verdict }) => `${line.text} → ${verdict}`).slice(Math.floor(lines.length / 100))).toEqual([])
    const figures = `proposed ${proposed.length} of ${understandable.length}, wrong ${wrong.length} of ${lines.length}`
    expect(share, figures).toBeGreaterThanOrEqual(0.97)
  })
})
