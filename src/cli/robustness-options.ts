import { errorAt, type Problem } from '../core/problem.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import type { CompositeIndex } from '../core/robustness/composite-index.ts'
import type { Method } from '../core/robustness/compute-robustness.ts'
import { type Aggregation, aggregations } from '../core/robustness/mean.ts'
import { type Normalisation, normalisations } from '../core/robustness/normalise.ts'
import type { GivenWeights } from '../core/robustness/parse-weights.ts'
import type { Noise } from '../core/robustness/replication-weights.ts'
import { parseNumber } from '../core/robustness/table.ts'
import { type OptionValues, textOption } from './command.ts'

/** What a robustness analysis is of: an index, and weights by replication where a file gives them. */
export interface Analysed {
  readonly index: CompositeIndex
  readonly given: readonly GivenWeights[] | undefined
}

interface RobustnessOptions {
  readonly method: Method
  readonly noise: Noise | undefined
}

const invalid = (word: string, expected: string): Problem => errorAt('wrongUsage', '', { reason: 'invalidOption', word, expected })
const missing = (word: string): Problem => errorAt('wrongUsage', '', { reason: 'missingArgument', word })

/** Ranks of 51 units under so many weights come to a file of 200 MB. */
const mostReplications = 1_000_000
const greatestSeed = 2 ** 32 - 1

const oneOf = <Word extends string>(values: OptionValues, name: string, words: readonly Word[], otherwise: Word): Result<Word> => {
  const text = textOption(values, name) ?? otherwise
  const word = words.find((each) => each === text)
  return word === undefined ? refuse(invalid(`--${name}`, words.join(', '))) : accept(word)
}

const numberIn = (values: OptionValues, name: string, otherwise: number, from: number, to: number, isWhole: boolean): Result<number> => {
  const text = textOption(values, name)
  const value = text === undefined ? otherwise : parseNumber(text)
  const fits = value !== undefined && value >= from && value <= to && (!isWhole || Number.isInteger(value))
  return fits ? accept(value) : refuse(invalid(`--${name}`, `${from} … ${to}`))
}

/** What `--range` says depends on the normalisation; goalposts cannot be guessed. */
const readNormalisation = (kind: Normalisation['kind'], text: string | undefined): Result<Normalisation> => {
  if (kind === 'none') return accept({ kind })
  if (kind === 'goalposts' && text === undefined) return refuse(missing('--range'))
  const numbers =
    text?.split(text.includes(';') ? ';' : ',').map((part) => parseNumber(part.trim())) ?? (kind === 'zscore' ? [0, 1] : [0, 100])
  const [first, second, scale = 1] = numbers
  const most = kind === 'goalposts' ? 3 : 2
  if (first === undefined || second === undefined || numbers.length > most || numbers.includes(undefined))
    return refuse(invalid('--range', kind === 'zscore' ? '0,1' : '0,100'))
  if (kind === 'zscore') return second > 0 ? accept({ kind, mean: first, deviation: second }) : refuse(invalid('--range', '0,1'))
  if (first >= second) return refuse(invalid('--range', `${second},${first}`))
  return accept(kind === 'minmax' ? { kind, low: first, high: second } : { kind, low: first, high: second, scale })
}

const readNoise = (values: OptionValues): Result<Noise | undefined> => {
  const replications = numberIn(values, 'replications', 1, 1, mostReplications, true)
  const noise = numberIn(values, 'noise', 0.25, 0, 1, false)
  const seed = numberIn(values, 'seed', 1, 0, greatestSeed, true)
  if (!replications.ok || !noise.ok || !seed.ok)
    return refuse(...[replications, noise, seed].flatMap((each) => (each.ok ? [] : each.problems)))
  const asked = textOption(values, 'replications') !== undefined
  return accept(asked ? { replications: replications.value, noise: noise.value, seed: seed.value } : undefined)
}

/** Options that cannot go together, and those that cannot be left out. */
const checkSources = (values: OptionValues): readonly Problem[] => {
  const given = (name: string): boolean => textOption(values, name) !== undefined
  const tables = ['data', 'structure'] as const
  return [
    ...tables.flatMap((name) =>
      given('bundle') === given(name) ? [given(name) ? invalid(`--${name}`, '--bundle') : missing(`--${name}`)] : [],
    ),
    ...(given('weights') && given('replications') ? [invalid('--replications', '--weights')] : []),
    ...(given('group') && !given('bundle') ? [missing('--bundle')] : []),
  ]
}

/** Reads the options of `parindex robustness`, all wrong ones at once. Points of a bundle are in percent already, so nothing normalises them unless asked. */
export const readRobustnessOptions = (values: OptionValues): Result<RobustnessOptions> => {
  const kind = oneOf(values, 'normalise', normalisations, textOption(values, 'bundle') === undefined ? 'minmax' : 'none')
  const aggregation = oneOf<Aggregation>(values, 'aggregate', aggregations, 'arithmetic')
  const normalisation = kind.ok ? readNormalisation(kind.value, textOption(values, 'range')) : kind
  const noise = readNoise(values)
  const problems = [...checkSources(values), ...[aggregation, normalisation, noise].flatMap((each) => (each.ok ? [] : each.problems))]
  if (problems.length > 0 || !aggregation.ok || !normalisation.ok || !noise.ok) return refuse(...problems)
  return accept({ method: { aggregation: aggregation.value, normalisation: normalisation.value }, noise: noise.value })
}
