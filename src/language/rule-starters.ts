import type { RuleKindName } from '../core/rules/registry.ts'

type Starter = { readonly kind: RuleKindName } & Readonly<Record<string, unknown>>

const yesNo = {
  kind: 'choice',
  options: [
    { value: 'Có', points: '100%' },
    { value: 'Không', points: '0%' },
  ],
} as const

const perInitiative = { kind: 'perItem', count: 'count', itemName: 'sáng kiến', each: '50%', cap: '100%' } as const

/**
 * What each kind begins with in the editor: a whole rule in the words of offices, whose sentence is the example beside the kind's title. Amounts are
 * shares of the maximum, so that a starter fits every row.
 */
export const ruleStarters: { readonly [Kind in RuleKindName]: Starter } = {
  choice: {
    kind: 'choice',
    options: [
      { value: 'Ban hành đúng hạn', points: '100%' },
      { value: 'Ban hành chậm', points: '50%' },
      { value: 'Không ban hành', points: '0%' },
    ],
  },
  deadline: {
    kind: 'deadline',
    due: { before: '2026-12-10' },
    onTime: '100%',
    late: [{ days: 10, points: '50%' }],
    afterwards: '0%',
    none: '0%',
    inputs: [{ name: 'doneOn', label: 'Ngày thực hiện' }],
  },
  steps: {
    kind: 'steps',
    value: 'a',
    unit: '%',
    bands: [
      { from: '100', to: '100', toInclusive: true, points: '100%' },
      { from: '80', to: '100', points: '50%' },
      { from: '0', to: '80', points: '0%' },
    ],
    inputs: [{ name: 'a', label: 'Tỷ lệ hoàn thành nhiệm vụ', unit: '%' }],
  },
  linear: {
    kind: 'linear',
    value: 'a',
    unit: '%',
    from: '0',
    to: '100',
    low: '0%',
    high: '100%',
    inputs: [{ name: 'a', label: 'Tỷ lệ hồ sơ trực tuyến', unit: '%' }],
  },
  ratio: {
    kind: 'ratio',
    numerator: 'a',
    denominator: 'b',
    inputs: [
      { name: 'a', label: 'Số hồ sơ giải quyết đúng hạn' },
      { name: 'b', label: 'Tổng số hồ sơ đã giải quyết' },
    ],
  },
  perItem: { ...perInitiative, inputs: [{ name: 'count', label: 'Số sáng kiến' }] },
  conditions: {
    kind: 'conditions',
    conditions: [
      { name: 'muc_1', label: 'Hoàn thành nhiệm vụ' },
      { name: 'muc_2', label: 'Bố trí đủ kinh phí' },
    ],
    need: 'all',
    points: '100%',
    otherwise: '0%',
  },
  sum: {
    kind: 'sum',
    parts: [
      { label: 'Kế hoạch', rule: { ...yesNo, input: 'choice_1', max: '50%' } },
      { label: 'Báo cáo', rule: { ...yesNo, input: 'choice_2', max: '50%' } },
    ],
    inputs: [
      { name: 'choice_1', label: 'Có kế hoạch' },
      { name: 'choice_2', label: 'Có báo cáo' },
    ],
  },
  best: {
    kind: 'best',
    pick: 'highest',
    of: [
      { label: 'Theo số sáng kiến', rule: { ...perInitiative } },
      { label: 'Theo giải thưởng', rule: { ...yesNo, input: 'choice_1' } },
    ],
    inputs: [
      { name: 'count', label: 'Số sáng kiến' },
      { name: 'choice_1', label: 'Có giải thưởng' },
    ],
  },
  conditional: {
    kind: 'conditional',
    if: 'a',
    then: { points: '100%' },
    else: { notApplicable: 'không phát sinh hồ sơ' },
    inputs: [{ name: 'a', label: 'Có phát sinh hồ sơ', type: 'flag' }],
  },
  deduct: {
    kind: 'deduct',
    base: '100%',
    events: [{ name: 'muc_1', label: 'Báo cáo gửi chậm', each: '25%' }],
    floor: '0%',
  },
  formula: {
    kind: 'formula',
    formula: '(a + b) / c * maxPoints',
    inputs: [
      { name: 'a', label: 'Số hồ sơ trực tuyến toàn trình' },
      { name: 'b', label: 'Số hồ sơ trực tuyến một phần' },
      { name: 'c', label: 'Tổng số hồ sơ' },
    ],
  },
  peerRelative: {
    kind: 'peerRelative',
    value: 'a',
    method: 'best',
    better: 'high',
    otherwise: '0%',
    inputs: [{ name: 'a', label: 'Số hồ sơ trực tuyến' }],
  },
  survey: { kind: 'survey', statistic: 'percent', minimumResponses: 30 },
  externalIndex: { kind: 'externalIndex', index: 'Chỉ số chuyển đổi số', scale: { from: '0', to: '100' } },
  panel: {
    kind: 'panel',
    members: [
      { name: 'muc_1', label: 'Chủ tịch' },
      { name: 'muc_2', label: 'Phó Chủ tịch' },
    ],
    missing: 'leftOut',
  },
  manual: { kind: 'manual', reason: 'always' },
  bonusPenalty: {
    kind: 'bonusPenalty',
    counting: 'bonus',
    items: [{ label: 'Sáng kiến', rule: { ...perInitiative, max: '100%' } }],
    inputs: [{ name: 'count', label: 'Số sáng kiến' }],
  },
  groupAdjustment: {
    kind: 'groupAdjustment',
    blocks: [
      { name: 'muc_1', label: 'Thẩm định', max: '50%' },
      { name: 'muc_2', label: 'Điều tra xã hội học', max: '50%' },
    ],
    absent: 'rescale',
    rescale: true,
  },
}
