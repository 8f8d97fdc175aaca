import { type Fraction, fraction, fractionOfPoints, divideFractions } from '../exact/fraction.ts'
import { type Points, sumPoints, zeroPoints } from '../exact/points.ts'
import type { Framework } from '../framework/framework.ts'
import { leavesOf } from '../framework/walk.ts'
import type { NodeId } from '../ids.ts'
import type { Cause, CauseId, Loss } from './loss.ts'

/** How the leaves of one area stand, and how much of all that was lost was lost here. */
export interface AreaLosses {
  readonly area: NodeId
  readonly name: string
  readonly leaves: number
  readonly atMaximum: number
  readonly atZero: number
  readonly partial: number
  readonly lost: Points
  /** Of everything lost, 0 to 1, exact; zero where nothing was lost. */
  readonly share: Fraction
}

/** A part of what was lost: by a cause, a division, a kind. A loss that several share counts for each of them in full. */
export interface LossPart<Key> {
  readonly key: Key
  readonly losses: number
  readonly lost: Points
  readonly share: Fraction
}

/** Everything lost, in points. */
export const totalLost = (losses: readonly Loss[]): Points => sumPoints(losses.map(({ lost }) => lost))

const shareOf = (part: Points, whole: Points): Fraction =>
  whole === 0 ? fraction(0n) : divideFractions(fractionOfPoints(part), fractionOfPoints(whole))

/** An area with how many leaves stand in it. */
export interface LossArea {
  readonly id: NodeId
  readonly name: string
  readonly leaves: number
}

export const lossAreasOf = (framework: Framework): readonly LossArea[] =>
  framework.nodes.map((area) => ({
    id: area.id,
    name: area.name,
    leaves: leavesOf(area.children.length === 0 ? [area] : area.children).length,
  }))

/**
 * Per area, in the order of the areas: leaves at their maximum, at zero and in between, the points lost and their share of all that was lost.
 * Leaves that do not count for the unit stand among those at their maximum.
 */
export const lossesByArea = (areas: readonly LossArea[], losses: readonly Loss[]): readonly AreaLosses[] => {
  const whole = totalLost(losses)
  return areas.map((area) => areaLosses(area, losses, whole))
}

const areaLosses = ({ id, name, leaves }: LossArea, losses: readonly Loss[], whole: Points): AreaLosses => {
  const own = losses.filter((loss) => loss.area === id)
  const atZero = own.filter(({ points }) => points === zeroPoints).length
  const lost = totalLost(own)
  return {
    area: id,
    name,
    leaves,
    atMaximum: leaves - own.length,
    atZero,
    partial: own.length - atZero,
    lost,
    share: shareOf(lost, whole),
  }
}

/** What was lost, by any keys of a loss, most first; equal parts stand in the order in which they come first. */
export const lossesBy = <Key>(losses: readonly Loss[], keysOf: (loss: Loss) => readonly Key[]): readonly LossPart<Key>[] => {
  const whole = totalLost(losses)
  const parts = new Map<Key, Loss[]>()
  for (const loss of losses) for (const key of new Set(keysOf(loss))) parts.set(key, [...(parts.get(key) ?? []), loss])
  return [...parts]
    .map(([key, own]) => ({ key, losses: own.length, lost: totalLost(own), share: shareOf(totalLost(own), whole) }))
    .sort((a, b) => b.lost - a.lost)
}

/** By division, through the causes that name one. */
export const lossesByDivision = (losses: readonly Loss[], causes: readonly Cause[]): readonly LossPart<string>[] => {
  const divisions = new Map<CauseId, string>(causes.flatMap(({ id, division }) => (division === undefined ? [] : [[id, division]])))
  return lossesBy(losses, (loss) => loss.causes.flatMap((cause) => divisions.get(cause) ?? []))
}
