import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

export const dot = (text: string): string => text.replace(',', '.')
export const isMaximum = (figure: string | undefined, max: string): boolean => figure === undefined || Number(dot(figure)) === Number(max)

/** More than all counts as all: only for what may be more. */
export const capped = (rule: Proposal, [figure]: readonly (string | undefined)[], max: string): Proposal | undefined => {
  if (!isMaximum(figure, max)) return undefined
  if (rule.kind === 'ratio' && rule['complement'] !== true) return { ...rule, over: 'cap' }
  return rule.kind === 'linear' && rule['low'] === undefined ? { ...rule, cap: rule['to'] ?? '100' } : undefined
}

/** No more than so many points taken away in all: that leaves the rest of the maximum. */
export const lostAtMost = (rule: Proposal, [figure]: readonly (string | undefined)[], max: string): Proposal | undefined => {
  if (rule.kind !== 'deduct' || rule['floor'] !== undefined || rule['forbidding'] !== undefined) return undefined
  const left = Math.round((Number(max) - Number(dot(figure ?? max))) * 10_000) / 10_000
  return left < 0 ? undefined : { ...rule, ...(left > 0 && { floor: String(left) }) }
}

/** Losses end where some points are left. */
export const leftAtLeast = (rule: Proposal, [figure = '']: readonly (string | undefined)[], max: string): Proposal | undefined =>
  rule.kind === 'deduct' && rule['floor'] === undefined && rule['forbidding'] === undefined && Number(dot(figure)) < Number(max)
    ? { ...rule, ...(Number(dot(figure)) > 0 && { floor: dot(figure) }) }
    : undefined

/** Rounding, where points are reckoned. */
export const rounded = (rule: Proposal, [digits]: readonly (string | undefined)[]): Proposal | undefined =>
  ['ratio', 'linear', 'steps', 'formula', 'sum'].includes(rule.kind)
    ? { ...rule, round: { digits: digits === undefined ? 2 : Number(digits) } }
    : undefined

/** All of the points from some quotient on, the line below it. */
export const fullFrom = (
  rule: Proposal,
  [figure = '', percent, given]: readonly (string | undefined)[],
  max: string,
): Proposal | undefined => {
  if (!isMaximum(given, max) || rule['floor'] !== undefined || rule['complement'] === true || rule['low'] !== undefined) return undefined
  const edge = Number(dot(figure)) * (percent === undefined && Number(dot(figure)) <= 1 ? 100 : 1)
  if (edge > 100 || edge <= 0 || (percent === undefined && Number(dot(figure)) > 1)) return undefined
  if (rule.kind === 'linear' && percent !== undefined && rule['unit'] === '%')
    return {
      kind: 'steps',
      unit: '%',
      bands: [
        { from: String(edge), points: '100%' },
        { to: String(edge), formula: 'value * maxPoints / 100' },
      ],
    }
  if (rule.kind !== 'ratio') return undefined
  const quotient = `(${String(rule['numerator'])}) / ${String(rule['denominator'])}`
  return {
    kind: 'steps',
    value: `${quotient} * 100`,
    ...(rule['inputs'] !== undefined && { inputs: rule['inputs'] }),
    bands: [
      { from: String(edge), points: '100%' },
      { to: String(edge), formula: `${quotient} * maxPoints` },
    ],
  }
}

/** Nothing below some percent: a floor of the line, or the end of what falls step by step. */
export const nothingBelow = (rule: Proposal, [figure = '']: readonly (string | undefined)[]): Proposal | undefined => {
  const floor = dot(figure)
  if (rule.kind === 'steps' && rule['unit'] === '%') {
    const bands = (rule['bands'] ?? []) as readonly { readonly from?: string; readonly to?: string; readonly formula?: string }[]
    const last = bands.at(-1)
    const isFalling = last?.formula !== undefined && last.from === undefined && Number(floor) < Number(last.to)
    return isFalling ? { ...rule, bands: [...bands.slice(0, -1), { ...last, from: floor }, { to: floor, points: '0' }] } : undefined
  }
  const isLine = rule.kind === 'ratio' || rule.kind === 'linear'
  return isLine && rule['floor'] === undefined && rule['complement'] !== true && rule['low'] === undefined ? { ...rule, floor } : undefined
}

/** "From the fourth on nothing", where four of them take all of the points anyway. */
export const nothingFrom = (
  rule: Proposal,
  [word, figure = '', thing = '']: readonly (string | undefined)[],
  max: string,
): Proposal | undefined => {
  const [event, ...more] = (rule['events'] ?? []) as readonly { readonly each?: string; readonly label?: string }[]
  const first = Number(figure) + (word === 'tu' ? 0 : 1)
  if (rule.kind !== 'deduct' || !event?.each || more.length > 0 || rule['floor'] !== undefined) return undefined
  // What is counted has to be what takes the points.
  if (
    !/^(?:lan|truong hop|tro (?:len|di))?$/.test(thing) &&
    !foldPrint(event.label ?? '').includes(/^[a-z]+(?: [a-z]+)?/.exec(thing)?.[0] ?? thing)
  )
    return undefined
  const lost = Math.round(Number(event.each) * 10_000)
  if (lost * first >= Math.round(Number(max) * 10_000)) return rule
  const { each, ...count } = event
  return {
    kind: 'steps',
    value: 'count',
    inputs: [{ ...count, name: 'count', type: 'count' }],
    bands: [
      { from: String(first), points: '0' },
      { from: '0', to: String(first), formula: `maxPoints - ${each} * count` },
    ],
  }
}
