import { figureOf } from './ask.ts'
import type { Inputs, InputValue } from './inputs.ts'
import { type LeafOutcome, type RuledLeaf, ruleOfLeaf, scoreLeaf } from './leaf-outcome.ts'
import type { RuleOf } from './registry.ts'
import type { Trace } from '../score.ts'

/** The values of a group at one leaf, by unit. */
export type PeerSnapshot = Readonly<Record<string, string>>

/** The rule of a leaf whose points depend on the other units of the group; `undefined` at any other. */
export const peerRuleOf = (leaf: RuledLeaf): RuleOf<'peerRelative'> | undefined => {
  const rule = ruleOfLeaf(leaf)
  return rule?.kind === 'peerRelative' ? rule : undefined
}

/** What a unit's own facts are together with what is known of the others. */
const besidePeers = (rule: RuleOf<'peerRelative'>, unit: string, facts: Inputs, peers: PeerSnapshot): Inputs => ({
  ...facts,
  [rule.unit]: unit,
  [rule.peers]: peers,
})

const stepOf = (trace: Trace): Trace | undefined =>
  (trace.parts ?? []).find(({ facts }) => facts?.['did'] === 'peers' || facts?.['did'] === 'rank' || facts?.['did'] === 'percentile')

/** The own value as the rule takes it out of the facts, to six decimals; `undefined` while facts lack or cannot be. */
const ownValue = (leaf: RuledLeaf, rule: RuleOf<'peerRelative'>, facts: Inputs): string | undefined => {
  const alone = scoreLeaf(leaf, rule, besidePeers(rule, '', facts, {}))
  return alone.status === 'scored' ? stepOf(alone.trace)?.facts?.['own'] : undefined
}

/**
 * The second pass over a group at one leaf: first the value of every unit whose facts give one, then the points of each against all of them. A unit without
 * a value takes no part and has no outcome. The same facts give the same snapshot and the same points, in whatever order they come.
 */
export const peerPass = (
  leaf: RuledLeaf,
  facts: ReadonlyMap<string, Inputs>,
): { readonly snapshot: PeerSnapshot; readonly outcomes: ReadonlyMap<string, LeafOutcome> } => {
  const rule = peerRuleOf(leaf)
  if (!rule) return { snapshot: {}, outcomes: new Map() }
  const values = [...facts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([unit, own]) => {
      const value = ownValue(leaf, rule, own)
      return value === undefined ? [] : [[unit, value] as const]
    })
  const snapshot: PeerSnapshot = Object.fromEntries(values)
  const outcomes = new Map(values.map(([unit]) => [unit, scoreLeaf(leaf, rule, besidePeers(rule, unit, facts.get(unit) ?? {}, snapshot))]))
  return { snapshot, outcomes }
}

const better = (rule: RuleOf<'peerRelative'>, a: InputValue, b: InputValue): number => {
  const [x, y] = [figureOf(a), figureOf(b)]
  if (!x || !y) return 0
  const order = x.n * y.d - y.n * x.d
  const sign = order > 0n ? 1 : order < 0n ? -1 : 0
  return rule.better === 'high' ? sign : -sign
}

/** Units whose value is the best of a snapshot, in the order of their names there; several where they are equal. */
export const bestPeers = (leaf: RuledLeaf, snapshot: PeerSnapshot): readonly string[] => {
  const rule = peerRuleOf(leaf)
  if (!rule) return []
  return Object.keys(snapshot).filter((unit) => Object.values(snapshot).every((value) => better(rule, snapshot[unit] ?? '', value) >= 0))
}

/**
 * How points against a snapshot came about, without the values of the others: the own one, the best one, how many there were. `bestNames` stand with it
 * for whoever may know them.
 */
export const peerTrace = (
  leaf: RuledLeaf,
  unit: string,
  facts: Inputs,
  snapshot: PeerSnapshot,
  bestNames?: readonly string[],
): Trace | undefined => {
  const rule = peerRuleOf(leaf)
  const outcome = rule && scoreLeaf(leaf, rule, besidePeers(rule, unit, facts, snapshot))
  if (outcome?.status !== 'scored') return undefined
  const told = (trace: Trace): Trace => {
    const { peers: _, ...known } = trace.facts ?? {}
    const names = bestNames && trace === stepOf(outcome.trace) ? { bestNames: bestNames.join(', ') } : {}
    return { ...trace, facts: { ...known, ...names }, ...(trace.parts && { parts: trace.parts.map(told) }) }
  }
  return told(outcome.trace)
}
