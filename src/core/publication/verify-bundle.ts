import { parseFramework } from '../framework/parse-framework.ts'
import { errorAt, type Problem } from '../problem.ts'
import { computeResults } from '../results/compute-results.ts'
import type { Results, UnitResult } from '../results/results.ts'
import { type Bundle, bundleHash, groundsHashOf, type Hash } from './bundle.ts'
import { parseBundle, unbundleUnits } from './parse-bundle.ts'

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const shown = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))

/** Every place where two values differ, in the order of the printed one, then what only the derived one has. */
const differences = (unit: string, field: string, printed: unknown, derived: unknown): readonly Problem[] => {
  if (isTree(printed) && isTree(derived)) {
    const keys = [...new Set([...Object.keys(printed), ...Object.keys(derived)])]
    return keys.flatMap((key) => differences(unit, field === '' ? key : `${field}.${key}`, printed[key], derived[key]))
  }
  if (printed === derived) return []
  const at = [unit, field].filter((part) => part !== '').join('.')
  return [errorAt('bundleDiffers', at, { unit, field, printed: shown(printed), derived: shown(derived) })]
}

const byUnit = (results: Results): ReadonlyMap<string, UnitResult> => new Map(results.units.map((unit) => [unit.unit, unit]))

const compareResults = (printed: Results, derived: Results): readonly Problem[] => {
  const [before, after] = [byUnit(printed), byUnit(derived)]
  const units = [...new Set([...before.keys(), ...after.keys()])]
  const repeats = printed.units.length - before.size
  return [
    ...differences('', 'ranking', printed.ranking, derived.ranking),
    ...(repeats > 0
      ? [errorAt('bundleDiffers', 'units', { unit: '', field: 'units', printed: `${printed.units.length}`, derived: `${after.size}` })]
      : []),
    ...units.flatMap((unit) => differences(unit, '', before.get(unit), after.get(unit))),
  ]
}

/** The grounds must be those that were hashed, and speak of the very scores the results rest on. */
const checkGrounds = ({ grounds, groundsHash, inputs }: Bundle, hash: Hash): readonly Problem[] => {
  if (!grounds) return []
  const derived = groundsHashOf(grounds, hash)
  const hashProblems = derived === groundsHash ? [] : [errorAt('hashDiffers', 'groundsHash', { printed: shown(groundsHash), derived })]
  const scores = new Map(inputs.map((unit) => [unit.unit, unit.scores]))
  const given = Object.entries(grounds).flatMap(([unit, leaves]) =>
    Object.entries(leaves).flatMap(([node, ground]) => {
      const { status, points } = scores.get(unit)?.[node] ?? { status: 'missing' as const }
      return differences(unit, `grounds.${node}`, ground.given, { status, points })
    }),
  )
  return [...hashProblems, ...given]
}

/**
 * Computes a published result again from its bundle and lists everything that is not as printed: the hash, and each figure of each unit.
 * Empty when every number and the hash hold. A bundle that cannot be read or computed gives the reasons instead.
 */
export const verifyBundle = (input: unknown, hash: Hash): readonly Problem[] => {
  const bundle = parseBundle(input)
  if (!bundle.ok) return bundle.problems
  const derived = bundleHash(bundle.value, hash)
  const hashProblems = [
    ...(derived === bundle.value.hash ? [] : [errorAt('hashDiffers', 'hash', { printed: bundle.value.hash, derived })]),
    ...checkGrounds(bundle.value, hash),
  ]
  const framework = parseFramework(bundle.value.framework)
  if (!framework.ok) return [...hashProblems, ...framework.problems]
  const units = unbundleUnits(bundle.value.inputs)
  if (!units.ok) return [...hashProblems, ...units.problems]
  const results = computeResults(framework.value, units.value, bundle.value.options)
  return [...hashProblems, ...(results.ok ? compareResults(bundle.value.results, results.value) : results.problems)]
}
