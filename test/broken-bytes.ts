import { unzipSync, zipSync } from 'fflate'

/** A small generator of chance with a seed (mulberry32), so that a broken file can be made again from its number. */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Break = (bytes: Uint8Array, pick: (below: number) => number, other: Uint8Array) => Uint8Array

const changed = (bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array => {
  // A Buffer's own slice would share its bytes.
  const copy = new Uint8Array(bytes)
  change(copy)
  return copy
}

/** What happens to files on their way: cut off, bits flipped, pieces lost, doubled, zeroed, or taken from another file. */
const breaks: readonly Break[] = [
  (bytes, pick) => bytes.slice(0, pick(bytes.length)),
  (bytes, pick) => bytes.slice(pick(bytes.length)),
  (bytes, pick) =>
    changed(bytes, (copy) => {
      for (let times = 1 + pick(24); times > 0; times--) {
        const at = pick(copy.length)
        copy[at] = (copy[at] ?? 0) ^ (1 << pick(8))
      }
    }),
  (bytes, pick) => changed(bytes, (copy) => copy.fill(pick(2) === 0 ? 0 : 0xff, ...range(copy.length, pick))),
  (bytes, pick) => {
    const [from, to] = range(bytes.length, pick)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, pick) => {
    const [from, to] = range(bytes.length, pick)
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  },
  (bytes, pick, other) => {
    const [from, to] = range(other.length, pick)
    const at = pick(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)])
  },
]

const range = (length: number, pick: (below: number) => number): readonly [number, number] => {
  const from = pick(length)
  return [from, Math.min(length, from + 1 + pick(Math.max(1, Math.floor(length / 8))))]
}

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Breaks one part within an archive and packs it again, so that the damage is beyond the packing. */
const breakWithin = (bytes: Uint8Array, pick: (below: number) => number, once: (bytes: Uint8Array) => Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[pick(names.length)] ?? ''
  return zipSync({ ...parts, [name]: once(parts[name] ?? new Uint8Array()) })
}

/** Broken copy number `index` of whole files: the same number gives the same bytes. Half of them are broken twice, archives half the time inside. */
export const brokenCopy = (whole: readonly Uint8Array[], index: number): Uint8Array => {
  const chance = chanceOf(index * 7919 + 1)
  const pick = (below: number): number => Math.floor(chance() * Math.max(1, below))
  const file = (): Uint8Array => whole[pick(whole.length)] ?? new Uint8Array()
  const once = (bytes: Uint8Array): Uint8Array => breaks[pick(breaks.length)]?.(bytes, pick, file()) ?? bytes
  const start = file()
  if (isArchive(start) && pick(2) === 0) return breakWithin(start, pick, once)
  const broken = once(start)
  return pick(2) === 0 ? broken : once(broken)
}
