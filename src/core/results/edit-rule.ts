import { leavesOf } from '../framework/walk.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { nodeId } from '../ids.ts'
import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { checkRuleOfLeaf } from '../rules/check-rule-of-leaf.ts'
import type { Inputs } from '../rules/inputs.ts'
import { factsRuleOf, type LeafOutcome, scoreLeaf } from '../rules/leaf-outcome.ts'
import { peerPass, peerRuleOf } from '../rules/peer-pass.ts'
import { parseRule } from '../rules/parse-rule.ts'
import type { Rule } from '../rules/registry.ts'
import { ruleMaximum } from '../rules/rule-maximum.ts'
import type { LeafScore } from './scores.ts'
import { mapNode, type Trial, type TrialFacts } from './trial.ts'

/** Another rule at a leaf, as a framework file has it. */
export interface RuleEdit {
  readonly node: string
  readonly rule: { readonly kind: string }
}

/** What the rule asks and nobody entered leaves the leaf missing; so does a fact that the rule does not take. */
const scoreOf = (outcome: LeafOutcome): LeafScore => {
  if (outcome.status === 'scored')
    return { status: 'scored', points: outcome.points, ...(outcome.appliedMax !== undefined && { appliedMax: outcome.appliedMax }) }
  return { status: outcome.status === 'notApplicable' ? 'notApplicable' : 'missing' }
}

const isSame = (score: LeafScore, other: LeafScore | undefined): boolean =>
  score.status === other?.status && (score.status !== 'scored' || (other.status === 'scored' && score.points === other.points))

/** What the facts of every unit give at a leaf; relative to the others, of all units together. */
const outcomesAt = (leaf: FrameworkNode, facts: TrialFacts): ReadonlyMap<string, LeafOutcome> => {
  const rule = factsRuleOf(leaf)
  if (!rule) return new Map()
  const own = new Map(
    [...facts].flatMap(([unit, of]) => {
      const inputs = of.get(leaf.id)
      return inputs ? [[unit, inputs] as const] : []
    }),
  )
  return peerRuleOf(leaf) ? peerPass(leaf, own).outcomes : new Map([...own].map(([unit, inputs]) => [unit, scoreLeaf(leaf, rule, inputs)]))
}

/**
 * Facts as far as the scores of a trial came from them: points that a person gave over the facts, whatever these say, belong to the person, and no other rule
 * moves them.
 */
export const factsBehind = ({ framework, units }: Trial, facts: TrialFacts): TrialFacts => {
  const leaves = new Map<string, FrameworkNode>(leavesOf(framework.nodes).map((leaf) => [leaf.id, leaf]))
  const outcomes = new Map([...leaves.values()].map((leaf) => [leaf.id as string, outcomesAt(leaf, facts)]))
  const standing = ({ unit, scores }: Trial['units'][number]): readonly (readonly [string, Inputs])[] =>
    [...(facts.get(unit) ?? [])].filter(([id]) => {
      const outcome = outcomes.get(id)?.get(unit)
      return outcome && isSame(scoreOf(outcome), scores.get(nodeId(id)))
    })
  return new Map(units.map((unit) => [unit.unit as string, new Map(standing(unit))]))
}

/** A rule that a unit's own facts can be scored by again, and that fits the row it stands at. */
const readRule = (leaf: FrameworkNode, file: RuleEdit['rule']): Result<Rule> => {
  const parsed = parseRule(file, ruleMaximum(leaf))
  if (!parsed.ok) return refuse(...parsed.problems.map((problem) => ({ ...problem, at: leaf.id })))
  const problems = checkRuleOfLeaf(parsed.value, leaf).filter(({ severity }) => severity === 'error')
  if (problems.length > 0) return refuse(...problems)
  return factsRuleOf({ ...leaf, rule: file }) ? accept(parsed.value) : refuse(errorAt('factsNotAsked', leaf.id, {}))
}

/**
 * Another rule at a leaf: whoever's points came from facts is scored anew by it, by the same core; what was typed or decided by a person stays. Refuses a leaf
 * that takes no facts, a rule that cannot be read, and one that does not fit the leaf's maximum or needs more than a unit's own facts.
 */
export const editRule = (trial: Trial, { node: id, rule: file }: RuleEdit): Result<Trial> => {
  const leaf = leavesOf(trial.framework.nodes).find((each) => each.id === id)
  if (!leaf) return refuse(errorAt('unknownNode', id, { node: id }))
  if (!factsRuleOf(leaf)) return refuse(errorAt('factsNotAsked', id, {}))
  const rule = readRule(leaf, file)
  if (!rule.ok) return rule
  const changed = { ...leaf, rule: file }
  const nodes = mapNode(trial.framework.nodes, id, () => changed)
  const outcomes = outcomesAt(changed, trial.facts ?? new Map())
  const units = trial.units.map((unit) => {
    const outcome = outcomes.get(unit.unit)
    return outcome ? { ...unit, scores: new Map([...unit.scores, [leaf.id, scoreOf(outcome)]]) } : unit
  })
  return accept({ ...trial, framework: { ...trial.framework, nodes }, units })
}

/** How many units a tried rule scored anew at a leaf, and how many of them lack something that it asks. */
export const countRescored = ({ units, facts }: Trial, id: string): { readonly units: number; readonly lacking: number } => {
  const anew = units.filter(({ unit }) => facts?.get(unit)?.has(id))
  return { units: anew.length, lacking: anew.filter(({ scores }) => (scores.get(nodeId(id))?.status ?? 'missing') === 'missing').length }
}
