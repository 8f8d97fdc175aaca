import { canonicalJson } from '../canonical-json.ts'
import { compareFractions, type Fraction } from '../exact/fraction.ts'
import { figureOf } from './ask.ts'
import type { InputValue } from './inputs.ts'

/** Values of a group, the least first, and the record they came from as text. */
interface PeerValues {
  readonly byName: ReadonlyMap<string, Fraction>
  readonly sorted: readonly Fraction[]
  readonly snapshot: string
}

type PeerRecord = { readonly [name: string]: InputValue }

/** A whole province is scored against one record: it is read, sorted and printed once. Inputs never change, so the record may stand for its values. */
const read = new WeakMap<PeerRecord, PeerValues | 'unreadable'>()

const readValues = (record: PeerRecord): PeerValues | 'unreadable' => {
  const byName = new Map<string, Fraction>()
  for (const [name, value] of Object.entries(record)) {
    const figure = figureOf(value)
    if (!figure) return 'unreadable'
    byName.set(name, figure)
  }
  return { byName, sorted: [...byName.values()].sort(compareFractions), snapshot: canonicalJson(record) }
}

/** The values of a record; `undefined` where one of them is no figure, which whoever asks for each by name then says. */
export const peerValues = (record: PeerRecord): PeerValues | undefined => {
  const known = read.get(record) ?? readValues(record)
  read.set(record, known)
  return known === 'unreadable' ? undefined : known
}

/** How many of sorted values come before a place: those below a value, or those not above it. */
const countUntil = (sorted: readonly Fraction[], value: Fraction, isBefore: (order: number) => boolean): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(compareFractions(sorted[middle] as Fraction, value))) low = middle + 1
    else high = middle
  }
  return low
}

/** The other units of the group as one unit sees them. */
export interface PeerField {
  readonly count: number
  readonly least: Fraction | undefined
  readonly greatest: Fraction | undefined
  readonly below: (value: Fraction) => number
  readonly above: (value: Fraction) => number
  readonly snapshot: string
}

/** The field of a group without the unit of this name, where it is among them; in logarithmic time for each unit. */
export const fieldWithout = ({ byName, sorted, snapshot }: PeerValues, self: string | undefined): PeerField => {
  const own = self === undefined ? undefined : byName.get(self)
  const isOwn = (value: Fraction | undefined): boolean => own !== undefined && value !== undefined && compareFractions(own, value) === 0
  const less = (count: number, counts: boolean): number => (counts ? count - 1 : count)
  return {
    count: less(sorted.length, own !== undefined),
    least: isOwn(sorted[0]) ? sorted[1] : sorted[0],
    greatest: isOwn(sorted.at(-1)) ? sorted.at(-2) : sorted.at(-1),
    below: (value) =>
      less(
        countUntil(sorted, value, (order) => order < 0),
        own !== undefined && compareFractions(own, value) < 0,
      ),
    above: (value) =>
      less(sorted.length - countUntil(sorted, value, (order) => order <= 0), own !== undefined && compareFractions(own, value) > 0),
    snapshot,
  }
}
