import type { Way } from './rule-field.ts'

type Json = Readonly<Record<string, unknown>>
type Key = string | number

/** `bands[0].from` as keys: the places of problems are written so. */
const keysOf = (place: string): readonly Key[] =>
  place === '' ? [] : place.split(/\.|\[|\]\.?/).flatMap((part) => (part === '' ? [] : [/^\d+$/.test(part) ? Number(part) : part]))

/** A place below another one. */
export const below = (place: string, at: string): string => (place === '' ? at : at.startsWith('[') ? `${place}${at}` : `${place}.${at}`)

const enter = (value: unknown, key: Key): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<Key, unknown>)[key] : undefined

/** What stands at a place of a rule as its file has it. */
export const valueAt = (rule: unknown, place: string): unknown => keysOf(place).reduce(enter, rule)

const put = (value: unknown, [key, ...rest]: readonly Key[], by: unknown): unknown => {
  if (key === undefined) return by
  const inner = put(enter(value, key), rest, by)
  if (Array.isArray(value)) return value.with(key as number, inner)
  const { [key]: _, ...others } = (typeof value === 'object' && value !== null ? value : {}) as Record<Key, unknown>
  const isGone = inner === undefined || (rest.length > 0 && by === undefined && Object.keys(inner as object).length === 0)
  return isGone ? others : { ...(value as object), [key]: inner }
}

/** The rule with another value at a place; `undefined` takes it away, and what held nothing else with it. */
export const withValue = <Rule extends Json>(rule: Rule, place: string, value: unknown): Rule => put(rule, keysOf(place), value) as Rule

/** Whether a value has everything that a way begins with, whatever it says there. */
const goes = (value: unknown, begin: unknown): boolean =>
  typeof begin !== 'object' || begin === null || Array.isArray(begin)
    ? value !== undefined
    : typeof value === 'object' && value !== null && Object.entries(begin).every(([key, each]) => goes(enter(value, key), each))

/** Which of several ways a value goes: the last that fits, since one may begin with nothing at all. */
export const wayOf = (value: unknown, ways: readonly Way[]): Way | undefined => ways.findLast(({ begin }) => goes(value, begin))

/** The value by another way: what the others alone began with is gone. */
export const byWay = (value: Json, way: Way, ways: readonly Way[]): Json => {
  const names = new Set(ways.flatMap(({ begin }) => Object.keys(begin)))
  return { ...Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name))), ...way.begin }
}

/** A name for a new entry that no other has; nobody sees it. */
export const freeName = (taken: readonly unknown[]): string => {
  const known = new Set(taken)
  for (let number = 1; ; number++) if (!known.has(`muc_${number}`)) return `muc_${number}`
}
