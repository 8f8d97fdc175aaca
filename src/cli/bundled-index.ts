import { parseFramework } from '../core/framework/parse-framework.ts'
import { errorAt } from '../core/problem.ts'
import { parseBundle } from '../core/publication/parse-bundle.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { groupsOf, indexOfResults } from '../core/robustness/index-of-results.ts'
import { readGivenWeights } from '../core/robustness/parse-weights.ts'
import { openJsonFile } from './file.ts'
import type { Analysed } from './robustness-options.ts'

/** The group asked for (an empty name: the units without one), or the only one there is. */
const chooseGroup = (groups: readonly (string | undefined)[], asked: string | undefined): Result<string | undefined> => {
  const group = asked === '' ? undefined : (asked ?? groups[0])
  if (groups.includes(group) && (asked !== undefined || groups.length === 1)) return accept(group)
  const expected = groups.map((each) => `“${each ?? ''}”`).join(', ')
  return refuse(errorAt('wrongUsage', '', { reason: 'invalidOption', word: '--group', ...(expected !== '' && { expected }) }))
}

/** A published bundle as a composite index: its results as they were printed, which `verify` proves. */
export const openBundledIndex = async (
  path: string,
  asked: string | undefined,
  weights: Result<readonly (readonly string[])[]> | undefined,
): Promise<Result<Analysed>> => {
  const file = await openJsonFile(path)
  if (!file.ok) return file
  const bundle = parseBundle(file.value)
  if (!bundle.ok) return bundle
  const framework = parseFramework(bundle.value.framework)
  if (!framework.ok) return framework
  const group = chooseGroup(groupsOf(bundle.value.results), asked)
  if (!group.ok) return group
  const index = indexOfResults(framework.value, bundle.value.results, group.value)
  if (!weights) return accept({ index, given: undefined })
  if (!weights.ok) return weights
  const { replications, problems } = readGivenWeights(weights.value, index.structure.nodes)
  return problems.length > 0 ? refuse(...problems) : accept({ index, given: replications })
}
