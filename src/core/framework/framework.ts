import type { Points } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { Decision } from '../source.ts'
import type { AbsentBlock, Counting, NodeLevel, RankingMethod, ScoreSource, Treatment } from '../vocabulary.ts'

/** One row of the criteria table. Leaves stand at any level; a parent's `maxPoints` is the sum of its base leaves. */
export interface FrameworkNode {
  readonly id: NodeId
  readonly code: string
  readonly name: string
  readonly level: NodeLevel
  /** Of a leaf what is printed, of a parent the sum of its base leaves, of a bonus or penalty group its own cap. */
  readonly maxPoints: Points
  /** Only where the print differs from `maxPoints`. */
  readonly printedMaxPoints?: Points
  /** Which of the two a person chose; computation always uses leaves. */
  readonly settled?: 'printed' | 'derived'
  readonly counting: Counting
  readonly source: ScoreSource
  readonly leadUnits: readonly string[]
  readonly coordinatingUnits: readonly string[]
  readonly note?: string
  /** The printed "cách tính điểm", word for word. */
  readonly calculation?: string
  /** Applies only "(nếu có)". */
  readonly ifAny?: boolean
  /** What becomes of the maximum where this node, or what lies below it, does not apply; beats what the framework says. */
  readonly notApplicable?: Treatment
  readonly evidence?: string
  readonly rule?: { readonly kind: string }
  /** Taken over from a parent frame: it stays as it is there, local rows stand beside it. */
  readonly fromFrame?: true
  readonly children: readonly FrameworkNode[]
}

/** A band of the percent: A from 90 inclusive to 100 inclusive. Both edges are explicit. Edges are percent in ten-thousandths, as points are. */
export interface ClassBand {
  readonly name: string
  readonly from: Points
  readonly fromInclusive: boolean
  readonly to: Points
  readonly toInclusive: boolean
}

/** How units are put in order; each decision says it for itself, so it stands in the framework. */
export interface RankingPolicy {
  readonly method: RankingMethod
  /** Sources or node ids compared in turn where totals are equal. */
  readonly tieBreak: readonly string[]
  /** `full` compares exact fractions; a number compares percents rounded half up to so many decimals. */
  readonly precision: 'full' | number
}

/** A version of the criteria of one decision, for one year and one group of units. File form: `parindex/framework@1`. */
export interface Framework {
  readonly title: string
  readonly decision: Decision
  readonly year: number
  readonly unitGroup: string
  readonly version?: string
  readonly inForceFrom?: string
  readonly supersedes?: string
  readonly basedOn?: string
  readonly codeMap?: Readonly<Record<string, readonly string[]>>
  readonly scaleTotal: Points
  readonly printedTotal?: Points
  /** Which of the printed and the derived grand total a person chose. */
  readonly settledTotal?: 'printed' | 'derived'
  /** `null` lets bonus carry the total above the scale. */
  readonly totalCap: Points | null
  readonly ranking: RankingPolicy
  /** Absent where the decision is silent: then whoever computes may choose, and `excluded` is what happens else. */
  readonly notApplicable?: Treatment
  readonly absentBlock: AbsentBlock
  readonly classes: readonly ClassBand[]
  readonly nodes: readonly FrameworkNode[]
}
