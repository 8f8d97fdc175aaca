import type { RuleField } from './rule-field.ts'

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
