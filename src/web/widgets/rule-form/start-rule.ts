import type { RuleFile } from '../../../core/framework/draft/edit.ts'
import type { Points } from '../../../core/exact/points.ts'
import { inPoints } from '../../../core/rules/in-points.ts'
import type { RuleKindName } from '../../../core/rules/registry.ts'
import { questionLabel } from '../../../language/rule-words.ts'
import { ruleStarters } from '../../../language/rule-starters.ts'
import { withValue } from './rule-value.ts'

type Strings = (text: string) => string

const eachText = (value: unknown, change: Strings): unknown => {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each: unknown) => eachText(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, eachText(each, change)]))
}

/** The date of a starter in the year that the framework is for. */
const inYear =
  (year: number): Strings =>
  (text) =>
    year > 0 ? text.replace(/^2026(?=-\d{2}-\d{2}$)/, String(year)) : text

/** What the form begins a kind with, for a row with this maximum, in this year. */
export const startRule = (kind: RuleKindName, max: Points, year: number): RuleFile =>
  inPoints(eachText(ruleStarters[kind], inYear(year)), max) as RuleFile

/** Names of inputs that each kind has where none is said. */
const ownNames: Readonly<Partial<Record<RuleKindName, readonly [parameter: string, name: string]>>> = {
  choice: ['input', 'choice'],
  deadline: ['input', 'doneOn'],
  perItem: ['count', 'count'],
  externalIndex: ['value', 'value'],
  panel: ['input', 'marks'],
  manual: ['input', 'points'],
}

const word = (name: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'gu')

const freeWord = (name: string, taken: string): string => {
  if (!word(name).test(taken)) return name
  for (let number = 2; ; number++) if (!word(`${name}_${number}`).test(taken)) return `${name}_${number}`
}

const namesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (key === 'name' && typeof each === 'string' ? [each] : namesIn(each)))
}

type Declared = readonly { readonly name: string }[]

/** A rule of a kind put at a place within another: its inputs get names that the whole does not have yet, and their labels stand with the whole's. */
export const placeRule = (whole: RuleFile, place: string, kind: RuleKindName, max: Points, year: number): RuleFile => {
  const taken = JSON.stringify(withValue(whole, place, null))
  const [parameter, name] = ownNames[kind] ?? []
  const started = { ...(parameter !== undefined && { [parameter]: name }), ...startRule(kind, max, year) }
  const names = new Set([...namesIn(started), ...(name === undefined ? [] : [name])])
  const renamed = [...names].reduce<unknown>((rule, each) => {
    const free = freeWord(each, taken)
    return free === each ? rule : eachText(rule, (text) => text.replace(word(each), free))
  }, started)
  const { inputs: said = [], ...rule } = renamed as RuleFile & { readonly inputs?: Declared }
  const own = name !== undefined && parameter !== undefined ? String(rule[parameter]) : undefined
  // A name of ours is nothing to ask with.
  const label = name === undefined ? '' : questionLabel({ name, label: name })
  const inputs = own === undefined || said.some((each) => each.name === own) ? said : [...said, { name: own, label }]
  const placed = withValue(whole, place, rule)
  const declared = [...((whole['inputs'] as Declared | undefined) ?? []), ...inputs]
  return declared.length === 0 ? placed : withValue(placed, 'inputs', declared)
}
