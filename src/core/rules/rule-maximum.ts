import type { Points } from '../exact/points.ts'

/** The most that a rule of this row may give or take: a penalty's maximum lies below zero, its rule says it without the sign. */
export const ruleMaximum = ({ maxPoints }: { readonly maxPoints: Points }): Points => Math.abs(maxPoints) as Points
