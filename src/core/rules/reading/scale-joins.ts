import type { Stretch } from './scale-edges.ts'

export const isBelow = (one: Stretch, other: Stretch): boolean => (one.to ?? Infinity) <= (other.from ?? -Infinity)

/** "From 80" after "from 90" ends where that begins; so does "below 80" after "below 50". */
export const chained = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const hasUpper = stretches.some(({ from, to }) => from !== undefined && to !== undefined && from !== to)
  if (hasUpper) return stretches
  return stretches
    .map((each, index) => {
      const former = stretches[index - 1]
      if (!former) return each
      if (each.to === undefined && former.from !== undefined && each.from !== undefined && each.from < former.from)
        return { ...each, to: former.from, isToIn: !former.isFromIn }
      if (each.from === undefined && former.to !== undefined && each.to !== undefined && former.from === undefined && each.to > former.to)
        return { ...each, from: former.to, isFromIn: !former.isToIn }
      return each
    })
    .map((each, index) => {
      const next = stretches[index + 1]
      const isInside = each.from === undefined && next?.from === undefined && next?.to !== undefined && (each.to ?? 0) > next.to
      return isInside ? { ...each, from: next.to, isFromIn: !next.isToIn } : each
    })
}

/** Whole numbers have no edges between them: up to nine is below ten. */
export const whole = ({ from, isFromIn, to, isToIn }: Stretch): Stretch => ({
  ...(from !== undefined && { from: isFromIn ? from : from + 1 }),
  isFromIn: true,
  ...(to !== undefined && { to: isToIn ? to + 1 : to }),
  isToIn: false,
})

/** The next figure as it is printed: whole, or with one or two decimals. */
const isNextFigure = (to: number, from: number): boolean => {
  const [, decimals = ''] = String(to).split('.')
  const step = decimals.length === 0 ? 1 : 10 ** -decimals.length
  return Math.abs(from - to - step) < 1e-9
}

/** A percent printed in whole figures: up to 79 ends where 80 begins. */
export const closed = (each: Stretch, all: readonly Stretch[]): Stretch => {
  const next = all.find(
    ({ from, isFromIn }) => isFromIn && each.isToIn && each.to !== undefined && from !== undefined && isNextFigure(each.to, from),
  )
  // What an open end takes for itself is no longer within the stretch below it.
  const isTaken = all.some(({ from, isFromIn, to }) => from === each.to && isFromIn && to === undefined && each.from !== undefined)
  if (isTaken && each.isToIn && each.from !== each.to) return { ...each, isToIn: false }
  return next?.from === undefined || each.from === each.to ? each : { ...each, to: next.from, isToIn: false }
}

const meets = (low: Stretch, high: Stretch): boolean => low.to !== undefined && low.to === high.from && low.isToIn !== high.isFromIn

export const isWithoutGap = (stretches: readonly Stretch[]): boolean => {
  const rising = stretches.toSorted((one, other) => (isBelow(one, other) ? -1 : 1))
  return rising.every((each, index) => index === 0 || meets(rising[index - 1] ?? each, each))
}

export const bandOf = ({ from, isFromIn, to, isToIn }: Stretch, points: string): object => ({
  ...(from !== undefined && { from: String(from), ...(!isFromIn && { fromInclusive: false }) }),
  ...(to !== undefined && { to: String(to), ...(isToIn && { toInclusive: true }) }),
  points,
})

/** Where nothing at all is a level of its own, what is below an edge begins above nothing. */
export const aboveNothing = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.some(({ from, to }) => from === 0 && to === 0)
    ? stretches.map((each) => (each.from === undefined && each.to !== 0 ? { ...each, from: 0, isFromIn: false } : each))
    : stretches
