import { hasErrors, errorAt, type Problem } from '../problem.ts'
import { checkClasses } from './check-classes.ts'
import { checkCodes } from './check-codes.ts'
import { checkIdentity } from './check-identity.ts'
import { checkGrandTotal, checkMaximum } from './check-totals.ts'
import { checkUnits } from './check-units.ts'
import type { Framework, FrameworkNode } from './framework.ts'
import { walkNodes } from './walk.ts'

/** Row by row in document order: code, name, maximum and sums, then units. */
const checkNodes = (areas: readonly FrameworkNode[]): readonly Problem[] => {
  const codes = checkCodes(areas)
  const units = checkUnits(areas)
  return [...walkNodes(areas)].flatMap(({ node }) => [
    ...(codes.get(node.id) ?? []),
    ...(node.name.trim() === '' ? [errorAt('missingName', node.id, {})] : []),
    ...checkMaximum(node),
    ...(units.get(node.id) ?? []),
  ])
}

/**
 * Every problem of a framework: what it says of itself, its rows in document order, the grand total (`at: "total"`), the tie-break list and the classes.
 * Sums that differ are warnings: the print stays beside what is derived, and {@link checkReadiness} asks for a choice before it comes into force.
 */
export const checkFramework = (framework: Framework): readonly Problem[] => [
  ...checkIdentity(framework),
  ...checkNodes(framework.nodes),
  ...checkGrandTotal(framework),
  ...checkClasses(framework.classes),
]

/** What keeps a draft from coming into force: every error, and every sum that differs and that nobody has settled. */
export const checkReadiness = (framework: Framework): readonly Problem[] => {
  const settled = new Set<string>(framework.settledTotal ? ['total'] : [])
  for (const { node } of walkNodes(framework.nodes)) if (node.settled) settled.add(node.id)
  const asked = new Set<string>()
  return checkFramework(framework).flatMap((problem): readonly Problem[] => {
    if (hasErrors([problem])) return [problem]
    if (problem.code !== 'totalMismatch' || settled.has(problem.at) || asked.has(problem.at)) return []
    asked.add(problem.at)
    return [errorAt('unsettledTotal', problem.at, { printed: problem.printed, derived: problem.derived })]
  })
}
