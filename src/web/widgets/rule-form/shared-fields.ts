import type { RuleField, Way } from './rule-field.ts'

export const amount = (at: string, optional?: true): RuleField => ({ type: 'amount', at, ...(optional && { optional }) })
export const optionalFigure = (at: string): RuleField => ({ type: 'figure', at, optional: true })
export const label: RuleField = { type: 'text', at: 'label', wide: true }
export const shortLabel: RuleField = { type: 'text', at: 'label', optional: true, wide: true }
export const formula = (at: string): RuleField => ({ type: 'formula', at, wide: true })
export const unit: RuleField = { type: 'text', at: 'unit', optional: true }
export const nested: RuleField = { type: 'rule', at: 'rule' }
export const newRule = { kind: 'choice' }

export const pointsOrFormula: RuleField = {
  type: 'ways',
  at: 'gives',
  ways: [
    { key: 'points', begin: { points: '' }, fields: [amount('points')] },
    { key: 'formula', begin: { formula: '' }, fields: [formula('formula')] },
  ],
}

export const bandFields = (gives: RuleField): readonly RuleField[] => [
  { type: 'choice', at: 'fromInclusive', values: ['true', 'false'], otherwise: 'true' },
  optionalFigure('from'),
  { type: 'choice', at: 'toInclusive', values: ['false', 'true'], otherwise: 'false' },
  optionalFigure('to'),
  gives,
]

export const dueFields: readonly Way[] = [
  { key: 'until', begin: { due: { until: '' } }, fields: [{ type: 'date', at: 'due.until' }] },
  { key: 'before', begin: { due: { before: '' } }, fields: [{ type: 'date', at: 'due.before' }] },
  { key: 'days', begin: { due: { within: { of: 'startedOn', days: 10 } } }, fields: [{ type: 'whole', at: 'due.within.days' }] },
  { key: 'months', begin: { due: { within: { of: 'startedOn', months: 1 } } }, fields: [{ type: 'whole', at: 'due.within.months' }] },
]

export const itemDue: RuleField = {
  type: 'ways',
  at: 'itemDue',
  ways: [
    { key: 'until', begin: { until: '' }, fields: [{ type: 'date', at: 'until' }] },
    { key: 'before', begin: { before: '' }, fields: [{ type: 'date', at: 'before' }] },
  ],
}

export const lateBy: RuleField = {
  type: 'ways',
  at: 'lateBy',
  ways: [
    { key: 'days', begin: { days: 10 }, fields: [{ type: 'whole', at: 'days' }] },
    { key: 'until', begin: { until: '' }, fields: [{ type: 'date', at: 'until' }] },
  ],
}

export const branch = (at: 'then' | 'else'): RuleField => ({
  type: 'ways',
  at,
  ways: [
    { key: 'points', begin: { [at]: { points: '100%' } }, fields: [amount(`${at}.points`)] },
    { key: 'notApplicable', begin: { [at]: { notApplicable: '' } }, fields: [{ type: 'text', at: `${at}.notApplicable`, wide: true }] },
    { key: 'rule', begin: { [at]: { rule: newRule } }, fields: [{ type: 'rule', at: `${at}.rule` }] },
  ],
})
