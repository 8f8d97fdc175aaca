import type { RuleKindName } from '../../../core/rules/registry.ts'
import { commonFields } from '../../../core/rules/common.ts'

/** One of several ways to say something: which parameters it has, and how it begins. */
export interface Way {
  readonly key: string
  readonly begin: Readonly<Record<string, unknown>>
  readonly fields: readonly RuleField[]
}

interface Place {
  /** The parameter, from the object that holds it: `due.before`. */
  readonly at: string
}

/** How one parameter of a kind is filled in. Its words stand in `src/language/pages/rule-editor.ts` under the same name. */
export type RuleField =
  | (Place & {
      readonly type: 'text' | 'amount' | 'points' | 'figure' | 'whole' | 'date' | 'formula'
      /** Empty takes it away: what the kind does without it then holds. */
      readonly optional?: true
      readonly wide?: true
    })
  | (Place & { readonly type: 'flag'; readonly otherwise: boolean })
  | (Place & { readonly type: 'choice'; readonly values: readonly string[]; readonly otherwise: string })
  | (Place & {
      readonly type: 'list'
      readonly of: readonly RuleField[]
      readonly begin: Readonly<Record<string, unknown>>
      /** Its entries are inputs and need a name that nobody types. */
      readonly named?: true
      readonly optional?: true
    })
  | (Place & { readonly type: 'lines' })
  | (Place & { readonly type: 'ways'; readonly ways: readonly Way[] })
  | (Place & { readonly type: 'rule'; readonly optional?: true })

const amount = (at: string, optional?: true): RuleField => ({ type: 'amount', at, ...(optional && { optional }) })
const optionalFigure = (at: string): RuleField => ({ type: 'figure', at, optional: true })
const label: RuleField = { type: 'text', at: 'label', wide: true }
const shortLabel: RuleField = { type: 'text', at: 'label', optional: true, wide: true }
const formula = (at: string): RuleField => ({ type: 'formula', at, wide: true })
const unit: RuleField = { type: 'text', at: 'unit', optional: true }
const nested: RuleField = { type: 'rule', at: 'rule' }
const newRule = { kind: 'choice' }

const pointsOrFormula: RuleField = {
  type: 'ways',
  at: 'gives',
  ways: [
    { key: 'points', begin: { points: '' }, fields: [amount('points')] },
    { key: 'formula', begin: { formula: '' }, fields: [formula('formula')] },
  ],
}

const bandFields = (gives: RuleField): readonly RuleField[] => [
  { type: 'choice', at: 'fromInclusive', values: ['true', 'false'], otherwise: 'true' },
  optionalFigure('from'),
  { type: 'choice', at: 'toInclusive', values: ['false', 'true'], otherwise: 'false' },
  optionalFigure('to'),
  gives,
]

const dueFields: readonly Way[] = [
  { key: 'until', begin: { due: { until: '' } }, fields: [{ type: 'date', at: 'due.until' }] },
  { key: 'before', begin: { due: { before: '' } }, fields: [{ type: 'date', at: 'due.before' }] },
  { key: 'days', begin: { due: { within: { of: 'startedOn', days: 10 } } }, fields: [{ type: 'whole', at: 'due.within.days' }] },
  { key: 'months', begin: { due: { within: { of: 'startedOn', months: 1 } } }, fields: [{ type: 'whole', at: 'due.within.months' }] },
]

const itemDue: RuleField = {
  type: 'ways',
  at: 'itemDue',
  ways: [
    { key: 'until', begin: { until: '' }, fields: [{ type: 'date', at: 'until' }] },
    { key: 'before', begin: { before: '' }, fields: [{ type: 'date', at: 'before' }] },
  ],
}

const lateBy: RuleField = {
  type: 'ways',
  at: 'lateBy',
  ways: [
    { key: 'days', begin: { days: 10 }, fields: [{ type: 'whole', at: 'days' }] },
    { key: 'until', begin: { until: '' }, fields: [{ type: 'date', at: 'until' }] },
  ],
}

const branch = (at: 'then' | 'else'): RuleField => ({
  type: 'ways',
  at,
  ways: [
    { key: 'points', begin: { [at]: { points: '100%' } }, fields: [amount(`${at}.points`)] },
    { key: 'notApplicable', begin: { [at]: { notApplicable: '' } }, fields: [{ type: 'text', at: `${at}.notApplicable`, wide: true }] },
    { key: 'rule', begin: { [at]: { rule: newRule } }, fields: [{ type: 'rule', at: `${at}.rule` }] },
  ],
})

/** The parameters of each kind as the form asks for them; names of inputs are kept by the form itself. */
export const ruleFields: Readonly<Record<RuleKindName, readonly RuleField[]>> = {
  choice: [
    {
      type: 'list',
      at: 'options',
      begin: { value: '', points: '0' },
      of: [
        { type: 'text', at: 'value', wide: true },
        {
          type: 'ways',
          at: 'optionGives',
          ways: [
            { key: 'points', begin: { points: '' }, fields: [amount('points')] },
            { key: 'notApplicable', begin: { notApplicable: true }, fields: [] },
          ],
        },
      ],
    },
  ],
  deadline: [
    {
      type: 'ways',
      at: 'when',
      ways: [
        ...dueFields,
        {
          key: 'items',
          begin: { items: [{ name: 'muc_1', label: '', until: '' }] },
          fields: [
            { type: 'list', at: 'items', named: true, begin: { label: '', until: '' }, of: [label, itemDue] },
            { type: 'choice', at: 'each', values: ['all', 'share', 'deduct'], otherwise: 'all' },
            amount('deduct', true),
          ],
        },
      ],
    },
    amount('onTime'),
    { type: 'list', at: 'late', begin: { days: 10, points: '0' }, of: [lateBy, amount('points')], optional: true },
    amount('perLateDay', true),
    amount('afterwards'),
    amount('none'),
  ],
  steps: [
    formula('value'),
    unit,
    { type: 'list', at: 'bands', begin: { from: '', points: '0' }, of: bandFields(pointsOrFormula) },
    amount('otherwise', true),
  ],
  linear: [
    formula('value'),
    unit,
    { type: 'figure', at: 'from' },
    { type: 'figure', at: 'to' },
    amount('low'),
    amount('high'),
    optionalFigure('floor'),
    amount('floorPoints', true),
    optionalFigure('cap'),
  ],
  ratio: [
    formula('numerator'),
    formula('denominator'),
    { type: 'flag', at: 'complement', otherwise: false },
    { type: 'choice', at: 'zeroDenominator', values: ['notApplicable', 'max', 'zero', 'refused'], otherwise: 'notApplicable' },
    { type: 'choice', at: 'over', values: ['refused', 'cap'], otherwise: 'refused' },
    optionalFigure('floor'),
  ],
  perItem: [{ type: 'text', at: 'itemName', optional: true }, amount('each'), { type: 'whole', at: 'per', optional: true }, amount('cap')],
  conditions: [
    {
      type: 'list',
      at: 'conditions',
      named: true,
      begin: { label: '' },
      of: [label, { type: 'formula', at: 'test', optional: true }],
    },
    { type: 'choice', at: 'need', values: ['all', 'any', 'atLeast'], otherwise: 'all' },
    { type: 'whole', at: 'atLeast', optional: true },
    amount('points'),
    { type: 'choice', at: 'partial', values: ['none', 'share', 'each', 'levels'], otherwise: 'none' },
    amount('each', true),
    { type: 'list', at: 'levels', begin: { met: 1, points: '0' }, of: [{ type: 'whole', at: 'met' }, amount('points')], optional: true },
    amount('otherwise'),
  ],
  sum: [{ type: 'list', at: 'parts', begin: { label: '', rule: newRule }, of: [shortLabel, amount('cap', true), nested] }],
  best: [
    { type: 'choice', at: 'pick', values: ['highest', 'lowest'], otherwise: 'highest' },
    { type: 'flag', at: 'skipMissing', otherwise: false },
    { type: 'list', at: 'of', begin: { label: '', rule: newRule }, of: [shortLabel, nested] },
  ],
  conditional: [formula('if'), branch('then'), branch('else')],
  deduct: [
    {
      type: 'ways',
      at: 'start',
      ways: [
        { key: 'base', begin: { base: '100%' }, fields: [amount('base')] },
        { key: 'of', begin: { of: newRule }, fields: [{ type: 'rule', at: 'of' }] },
      ],
    },
    {
      type: 'list',
      at: 'events',
      named: true,
      begin: { label: '', each: '' },
      of: [label, amount('each', true), amount('max', true)],
    },
    { type: 'list', at: 'forbidding', named: true, begin: { label: '' }, of: [label], optional: true },
    amount('floor'),
  ],
  formula: [formula('formula'), { type: 'choice', at: 'beyond', values: ['held', 'refused'], otherwise: 'held' }],
  peerRelative: [
    formula('value'),
    { type: 'choice', at: 'method', values: ['best', 'rank', 'percentile'], otherwise: 'best' },
    { type: 'choice', at: 'better', values: ['high', 'low'], otherwise: 'high' },
    { type: 'list', at: 'bands', begin: { from: '', points: '0' }, of: bandFields(amount('points')), optional: true },
    amount('otherwise'),
  ],
  survey: [
    { type: 'choice', at: 'statistic', values: ['percent', 'topShare', 'mean'], otherwise: 'topShare' },
    { type: 'lines', at: 'questions' },
    { type: 'whole', at: 'top', optional: true },
    { type: 'whole', at: 'scale.from' },
    { type: 'whole', at: 'scale.to' },
    { type: 'choice', at: 'conversion', values: ['overTop', 'fromBottom'], otherwise: 'overTop' },
    { type: 'whole', at: 'minimumResponses', optional: true },
    {
      type: 'list',
      at: 'groups',
      named: true,
      begin: { label: '', weight: '1' },
      of: [label, { type: 'figure', at: 'weight' }],
      optional: true,
    },
    { type: 'choice', at: 'emptyGroup', values: ['notMeasured', 'rescale'], otherwise: 'notMeasured' },
  ],
  externalIndex: [
    { type: 'text', at: 'index', wide: true },
    { type: 'whole', at: 'year', optional: true },
    { type: 'figure', at: 'scale.from' },
    { type: 'figure', at: 'scale.to' },
  ],
  panel: [
    { type: 'list', at: 'members', named: true, begin: { label: '' }, of: [label] },
    optionalFigure('scale'),
    { type: 'choice', at: 'missing', values: ['asked', 'leftOut', 'zero'], otherwise: 'asked' },
    { type: 'whole', at: 'atLeast', optional: true },
    { type: 'whole', at: 'trim', optional: true },
  ],
  manual: [{ type: 'choice', at: 'reason', values: ['always', 'belowMax'], otherwise: 'always' }],
  bonusPenalty: [
    { type: 'choice', at: 'counting', values: ['bonus', 'penalty'], otherwise: '' },
    { type: 'list', at: 'items', begin: { label: '', rule: newRule }, of: [shortLabel, amount('cap', true), nested] },
    { type: 'points', at: 'totalCap', optional: true },
  ],
  groupAdjustment: [
    {
      type: 'list',
      at: 'blocks',
      named: true,
      begin: { label: '', max: '' },
      of: [label, { type: 'points', at: 'max' }],
    },
    { type: 'choice', at: 'absent', values: ['rescale', 'zero', 'carry'], otherwise: 'rescale' },
    { type: 'flag', at: 'rescale', otherwise: true },
  ],
}

/** What every kind may say besides; seldom needed, so it stands apart. */
export const furtherFields: readonly RuleField[] = [
  { type: 'points', at: 'min', optional: true },
  { type: 'points', at: 'step', optional: true },
  {
    type: 'ways',
    at: 'rounding',
    ways: [
      { key: 'exact', begin: {}, fields: [] },
      {
        key: 'rounded',
        begin: { round: { digits: 2, mode: 'halfUp' } },
        fields: [
          { type: 'whole', at: 'round.digits' },
          { type: 'choice', at: 'round.mode', values: ['halfUp', 'halfEven', 'floor', 'ceiling'], otherwise: 'halfUp' },
        ],
      },
    ],
  },
  { type: 'choice', at: 'notApplicable', values: ['', 'excluded', 'full', 'zero', 'redistributed', 'refused'], otherwise: '' },
  { type: 'flag', at: 'reasonRequired', otherwise: false },
  { type: 'choice', at: 'scorer', values: ['', 'self', 'appraiser', 'survey', 'system', 'leader', 'import'], otherwise: '' },
  { type: 'text', at: 'note', optional: true, wide: true },
]

/** What the form shows elsewhere: the maximum is that of the row, questions have a place of their own, evidence is a duty of the row. */
export const keptElsewhere: readonly (keyof typeof commonFields)[] = ['max', 'inputs', 'evidence']
