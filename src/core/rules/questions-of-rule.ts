import type { Declaration, NestedRule } from './common.ts'
import type { Due } from './due.ts'
import type { Formula } from './formula/formula.ts'
import { type Asked, namesOfFormula } from './formula/names-of-formula.ts'
import type { Question, QuestionType } from './inputs.ts'
import { asRule, kindOf, type RuleKindName, type RuleOf } from './registry.ts'

type Asking = readonly (Asked & { readonly label?: string | undefined; readonly unit?: string; readonly choices?: readonly string[] })[]
type AskingOf = { readonly [Name in RuleKindName]: (rule: RuleOf<Name>) => Asking }

const one = (name: string, type: QuestionType, more: Omit<Asking[number], 'name' | 'type'> = {}): Asking => [{ name, type, ...more }]
const ofFormula = (formula: Formula | undefined, type: QuestionType = 'figure', unit?: string): Asking =>
  formula ? namesOfFormula(formula.tree, type).map((asked) => ({ ...asked, ...(unit !== undefined && { unit }) })) : []
const ofBands = (bands: readonly { readonly formula?: Formula | undefined }[]): Asking => bands.flatMap(({ formula }) => ofFormula(formula))
const ofDue = (due: Due | undefined): Asking => (due?.within ? one(due.within.of, 'date') : [])

const levelsOf = ({ scale: { from, to } }: RuleOf<'survey'>): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

const ofSurvey = (rule: RuleOf<'survey'>): Asking => {
  if (rule.statistic === 'percent')
    return [...one('percent', 'figure', { unit: '%' }), ...(rule.minimumResponses > 1 ? one('responses', 'count') : [])]
  const groups = rule.groups.length > 0 ? rule.groups.map(({ name }) => [name]) : [[]]
  return rule.questions.flatMap((question) =>
    groups.flatMap((group) => levelsOf(rule).flatMap((level) => one([rule.input, question, ...group, level].join('.'), 'count'))),
  )
}

const asking: AskingOf = {
  choice: ({ input, options }) => one(input, 'choice', { choices: options.map(({ value }) => value) }),
  deadline: ({ input, due, items }) =>
    items ? items.flatMap(({ name, label }) => one(`${input}.${name}`, 'date', { label })) : [...one(input, 'date'), ...ofDue(due)],
  steps: ({ value, bands, unit }) => [...ofFormula(value, 'figure', value.tree.node === 'name' ? unit : undefined), ...ofBands(bands)],
  linear: ({ value, unit }) => ofFormula(value, 'figure', value.tree.node === 'name' ? unit : undefined),
  ratio: ({ numerator, denominator }) => [...ofFormula(numerator), ...ofFormula(denominator)],
  perItem: ({ count }) => one(count, 'count'),
  conditions: ({ conditions }) =>
    conditions.flatMap(({ name, label, test }) => (test ? ofFormula(test, 'flag') : one(name, 'flag', { label }))),
  sum: () => [],
  best: () => [],
  conditional: (rule) => ofFormula(rule.if, 'flag'),
  deduct: ({ events, forbidding }) => [
    ...forbidding.flatMap(({ name, label }) => one(name, 'flag', { label })),
    ...events.flatMap(({ name, label, each }) => one(name, each ? 'count' : 'figure', { label })),
  ],
  formula: ({ formula }) => ofFormula(formula),
  peerRelative: ({ value, peers }) => [...ofFormula(value), ...one(peers, 'record')],
  survey: ofSurvey,
  externalIndex: ({ value }) => one(value, 'figure'),
  panel: ({ input, members }) =>
    members?.flatMap(({ name, label }) => one(`${input}.${name}`, 'figure', { label })) ?? one(input, 'record'),
  manual: ({ input }) => [...one(input, 'figure'), ...one('reason', 'text')],
  bonusPenalty: () => [],
  groupAdjustment: ({ input, blocks }) => blocks.flatMap(({ name, label }) => one(`${input}.${name}.points`, 'figure', { label })),
}

type Declared = ReadonlyMap<string, Declaration>

const gather = (rule: NestedRule, around: Declared, found: Map<string, Question>): void => {
  const declared = new Map([...around, ...(rule.inputs ?? []).map((each) => [each.name, each] as const)])
  const own = (asking[asRule(rule).kind] as (rule: NestedRule) => Asking)(rule)
  for (const { name, type, label, unit, choices } of own) {
    const said = declared.get(name)
    const shownUnit = said?.unit ?? unit
    const question = {
      name,
      type: said?.type ?? type,
      label: said?.label ?? label ?? name,
      ...(shownUnit !== undefined && { unit: shownUnit }),
      ...(choices && { choices }),
    }
    if (!found.has(name)) found.set(name, question)
  }
  for (const { rule: inner } of kindOf(rule).nested?.(rule) ?? []) gather(inner, declared, found)
  if (rule.reasonRequired && !found.has('reason')) found.set('reason', { name: 'reason', type: 'text', label: 'reason' })
}

/**
 * Every input that a rule may ask for, nested rules too, in the order of the rule and each once; an entry of a record by its dotted name
 * (`marks.chair`), as in {@link Question} of a missing input. Which of them it needs for one case, `scoreRule` says.
 */
export const questionsOfRule = (rule: NestedRule): readonly Question[] => {
  const found = new Map<string, Question>()
  gather(rule, new Map(), found)
  return [...found.values()]
}
