import { fold } from '../fold.ts'
import type { PlanFile } from './plan-file.ts'

/** Strengths held against the scores: areas at their maximum, which can be named, and areas that are named though they lost points. Names of areas, in the order of the plan. */
export interface StrengthDoubts {
  readonly atMaximum: readonly string[]
  readonly praisedButLost: readonly string[]
}

/** An area is named where a strength has its name in it, without regard to case and diacritics. Source: R004-08 of the requirements. */
export const checkStrengths = ({ areas, losses, strengths }: Pick<PlanFile, 'areas' | 'losses' | 'strengths'>): StrengthDoubts => {
  const lost = new Set(losses.map(({ area }) => area))
  const said = strengths.map(fold)
  return {
    atMaximum: areas.filter(({ id, leaves }) => leaves > 0 && !lost.has(id)).map(({ name }) => name),
    praisedButLost: areas.filter(({ id, name }) => lost.has(id) && said.some((text) => text.includes(fold(name)))).map(({ name }) => name),
  }
}
