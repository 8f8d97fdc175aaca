import { errorAt, type Problem } from '../problem.ts'
import { checkRuleOfLeaf } from '../rules/check-rule-of-leaf.ts'
import { parseRule } from '../rules/parse-rule.ts'
import { checkClasses } from './check-classes.ts'
import { checkCodes } from './check-codes.ts'
import { checkIdentity } from './check-identity.ts'
import { checkGrandTotal, checkMaximum } from './check-totals.ts'
import { checkUnits } from './check-units.ts'
import type { Framework, FrameworkNode } from './framework.ts'
import { walkNodes } from './walk.ts'

/** A rule that does not fit its row: another maximum, source or way of counting. What it says by itself was seen when the file was read. */
const checkRule = (node: FrameworkNode): readonly Problem[] => {
  const rule = node.rule && parseRule(node.rule, node.maxPoints)
  return rule?.ok ? checkRuleOfLeaf(rule.value, node) : []
}

/** Row by row in document order: code, name, maximum and sums, then units. */
const checkNodes = (areas: readonly FrameworkNode[]): readonly Problem[] => {
  const codes = checkCodes(areas)
  const units = checkUnits(areas)
  return [...walkNodes(areas)].flatMap(({ node }) => [
    ...(codes.get(node.id) ?? []),
    ...(node.name.trim() === '' ? [errorAt('missingName', node.id, {})] : []),
    ...checkMaximum(node),
    ...checkRule(node),
    ...(units.get(node.id) ?? []),
  ])
}

/**
 * Every problem of a framework: what it says of itself, its rows in document order, the grand total (`at: "total"`), the tie-break list and the classes.
 * Sums that differ are warnings: the print stays beside what is derived, and a choice is asked for before it comes into force
 * (`checkReadyForForce` of the draft).
 */
export const checkFramework = (framework: Framework): readonly Problem[] => [
  ...checkIdentity(framework),
  ...checkNodes(framework.nodes),
  ...checkGrandTotal(framework),
  ...checkClasses(framework.classes),
]
