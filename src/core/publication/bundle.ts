import { canonicalJson } from '../canonical-json.ts'
import { pointsText } from '../exact/points.ts'
import { formatFramework } from '../framework/format-framework.ts'
import type { Framework } from '../framework/framework.ts'
import type { ComputeOptions } from '../results/options.ts'
import type { Results } from '../results/results.ts'
import type { LeafScore, UnitScores } from '../results/scores.ts'
import type { Grounds } from './grounds.ts'

/** The word by which a bundle file names its form; another word is refused. */
export const bundleFormat = 'parindex/bundle@1'

/** The hexadecimal SHA-256 of a text in UTF-8; the core has no cryptography of its own, so whoever calls brings it. */
export type Hash = (text: string) => string

/** A score as it is kept in a bundle: points as text. */
export interface BundledScore {
  readonly status: LeafScore['status']
  readonly points?: string | undefined
  /** The maximum that applied, where it was less than the leaf's. */
  readonly appliedMax?: string | undefined
  readonly treatment?: string | undefined
}

/** One unit of a bundle with its scores by node id; a leaf without a score is missing. */
export interface BundledUnit {
  readonly unit: string
  readonly group?: string | undefined
  readonly ranked: boolean
  readonly scores: Readonly<Record<string, BundledScore>>
}

/**
 * Everything that a published result rests on, so that anyone can compute it again offline: the framework in file form, every score that went in,
 * the options, the results, and the hash of all these in canonical JSON.
 */
export interface Bundle {
  readonly format: typeof bundleFormat
  readonly framework: Readonly<Record<string, unknown>>
  readonly inputs: readonly BundledUnit[]
  readonly options: ComputeOptions
  readonly results: Results
  /** Why every leaf was given what it was; bundles of before have none, and a copy for the public may leave them out. */
  readonly grounds?: Grounds | undefined
  /** Stands in for the grounds in `hash`, so that a copy without them still verifies. */
  readonly groundsHash?: string | undefined
  readonly hash: string
}

const bundleScore = (score: LeafScore): BundledScore => ({
  status: score.status,
  ...(score.status === 'scored' && { points: pointsText(score.points) }),
  ...(score.status === 'scored' && score.appliedMax !== undefined && { appliedMax: pointsText(score.appliedMax) }),
  ...(score.status === 'notApplicable' && score.treatment && { treatment: score.treatment }),
})

const bundleUnit = ({ unit, group, ranked, scores }: UnitScores): BundledUnit => ({
  unit,
  ...(group !== undefined && { group }),
  ranked,
  scores: Object.fromEntries([...scores].map(([id, score]) => [id, bundleScore(score)])),
})

/** The hash of a bundle's content: itself left out, and the grounds by their own hash. */
export const bundleHash = ({ format, framework, inputs, options, results, groundsHash }: Omit<Bundle, 'hash'>, hash: Hash): string =>
  hash(canonicalJson({ format, framework, inputs, options, results, groundsHash }))

/** The hash of the grounds alone. */
export const groundsHashOf = (grounds: Grounds, hash: Hash): string => hash(canonicalJson(grounds))

/** The same bundle for whoever may not read the reasons: every figure can still be computed again, and the hash still holds. */
export const withoutGrounds = ({ grounds: _, ...bundle }: Bundle): Bundle => bundle

/** Freezes results together with what they were computed from. */
export const makeBundle = (
  computed: {
    readonly framework: Framework
    readonly units: readonly UnitScores[]
    readonly options: ComputeOptions
    readonly results: Results
    readonly grounds?: Grounds
  },
  hash: Hash,
): Bundle => {
  const content = {
    format: bundleFormat,
    framework: formatFramework(computed.framework),
    inputs: computed.units.map(bundleUnit),
    options: computed.options,
    results: computed.results,
    ...(computed.grounds && { grounds: computed.grounds, groundsHash: groundsHashOf(computed.grounds, hash) }),
  } as const
  return { ...content, hash: bundleHash(content, hash) }
}

/** The text of a bundle file. */
export const formatBundle = (bundle: Bundle): string => canonicalJson(bundle)
