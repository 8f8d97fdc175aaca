import type { GivenWeights } from './parse-weights.ts'
import { compareText, type Structure } from './structure.ts'
import { xoshiro } from './xoshiro.ts'

/** Weights by node, in the order of the structure. */
export const nominalWeights = ({ nodes }: Structure): Float64Array => Float64Array.from(nodes, ({ weight }) => weight)

/** The weights of each replication where they are given: nominal ones, overridden code by code. */
export const weightsAsGiven = (structure: Structure, given: readonly GivenWeights[]): readonly Float64Array[] =>
  given.map((weights) => Float64Array.from(structure.nodes, ({ code, weight }) => weights.get(code) ?? weight))

export interface Noise {
  readonly replications: number
  /** How far a weight may move, as a share of itself: 0.25 moves it by up to a quarter up or down. */
  readonly noise: number
  readonly seed: number
}

/**
 * Noisy weights as COINr's `get_noisy_weights` draws them, at every level: w + U(−1, 1)·noise·w, each weight by itself and not re-scaled, since only
 * proportions within a parent count. Numbers are drawn replication by replication in the order of the codes, so that neither the order of the file
 * nor the count of replications changes a replication.
 */
export const noisyWeights = (structure: Structure, { replications, noise, seed }: Noise): readonly Float64Array[] => {
  const random = xoshiro(seed)
  const byCode = structure.nodes.map((_, at) => at)
  byCode.sort((a, b) => compareText(structure.nodes[a]?.code ?? '', structure.nodes[b]?.code ?? ''))
  return Array.from({ length: replications }, () => {
    const weights = nominalWeights(structure)
    for (const at of byCode) {
      const weight = weights[at] as number
      weights[at] = weight + (random() * 2 - 1) * noise * weight
    }
    return weights
  })
}
