import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import { divideFractions, type Fraction, fraction, multiplyFractions, zeroFraction } from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { askFigure, askNames, given, object } from '../ask.ts'
import { bandAmounts, bandFacts, bandHolds, bandShape, checkBands } from '../bands.ts'
import { commonFields } from '../common.ts'
import { larger, smaller } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored } from '../kind.ts'
import type { InputValue } from '../inputs.ts'
import { fieldWithout, type PeerField, peerValues } from '../peer-field.ts'
import { amountShape, formulaShape, inputFormula, labelShape, nameShape, nothing } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const shape = z.strictObject({
  kind: z.literal('peerRelative'),
  ...commonFields,
  value: formulaShape.default(inputFormula('value')),
  peers: nameShape
    .default('peers')
    .meta({ description: 'Input with the values of the group by unit, as they stood when it was taken; the own one may be among them' }),
  unit: nameShape.default('unit').meta({ description: 'Input with the own name among the peers, where it is there' }),
  peerGroup: labelShape,
  method: z.enum(['best', 'rank', 'percentile']).default('best').meta({
    description:
      'best: own / best value × maximum; rank: bands of the place, 1 is best; percentile: bands of the percent of other units that are not better',
  }),
  better: z.enum(['high', 'low']).default('high'),
  bands: z.array(bandShape).max(100).default([]),
  otherwise: amountShape.default(nothing),
})
type PeerRule = z.output<typeof shape>

interface Field extends PeerField {
  readonly own: Fraction
}

const isRecord = (value: unknown): value is { readonly [name: string]: InputValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The peers' values without the own one; whatever lacks or cannot be read is asked for by its name. */
const peersOf = (rule: PeerRule, context: ScoreContext): PeerField | undefined => {
  const self = given(context.ask, rule.unit)
  const record = given(context.ask, rule.peers)
  const known = isRecord(record) ? peerValues(record) : undefined
  const field = known && fieldWithout(known, typeof self === 'string' ? self : undefined)
  // Whoever wants to know what is asked hears of each peer.
  if (field && !context.ask.asked) return field
  const names = askNames(context.ask, rule.peers)?.filter((name) => name !== self)
  const asked = names?.map((name) => askFigure(context.ask, [rule.peers, name]))
  return asked?.every((each) => each !== undefined) ? field : undefined
}

const ofBest = (rule: PeerRule, { own, count, least, greatest, snapshot }: Field, context: ScoreContext): Outcome | undefined => {
  const low = rule.better === 'low'
  const best = low ? smaller(own, least ?? own) : larger(own, greatest ?? own)
  const [above, below] = low ? [best, own] : [own, best]
  if (above.n < 0n || below.n < 0n) {
    const field = rule.value.text
    return object(context.ask, errorAt('outOfRange', field, { field, value: decimalText(own), from: '0' }))
  }
  // Nobody has anything: whoever is best by low values has all there is, by high values nothing.
  const share = below.n === 0n ? (low ? fraction(1n) : zeroFraction) : divideFractions(above, below)
  const points = multiplyFractions(share, context.max)
  return scored(points, [ruleTrace('peers', points, { own, best, count: String(count), peers: snapshot })])
}

const placeOf = ({ own, count, below, above }: Field, rule: PeerRule): Fraction => {
  const better = rule.better === 'high' ? above(own) : below(own)
  if (rule.method === 'rank') return fraction(BigInt(1 + better))
  return count === 0 ? fraction(100n) : fraction(100n * BigInt(count - better), BigInt(count))
}

const ofBands = (rule: PeerRule, field: Field, context: ScoreContext): Outcome => {
  const place = placeOf(field, rule)
  const band = rule.bands.find((each) => bandHolds(each, place))
  const points = context.points(band?.points ?? rule.otherwise)
  const did = rule.method === 'rank' ? 'rank' : 'percentile'
  return scored(points, [
    ruleTrace(did, place, { own: field.own, count: String(field.count), peers: field.snapshot }),
    band ? ruleTrace('band', points, { ...bandFacts(band), value: place }) : ruleTrace('otherwise', points, { value: place }),
  ])
}

/**
 * K13: points by standing among other units: own value over the best one, or bands of the rank (equal values share it) or of the percentile (percent
 * of the others that are not better). A second pass: values of all come first, then each is scored against the snapshot of them, which the trace keeps.
 * Source: shape 18 of the domain notes.
 */
export const peerRelative = ruleKind({
  shape: () => shape,
  amounts: ({ bands, otherwise }) => [...bandAmounts(bands), { at: 'otherwise', amount: otherwise }],
  check: ({ bands, method }) => [
    ...(method !== 'best' && bands.length === 0 ? [errorAt('missingField', 'bands', { field: 'bands' })] : []),
    ...checkBands(bands, true),
    ...bands.flatMap(({ formula }, index) => (formula ? [errorAt('unknownField', `bands[${index}].formula`, { field: 'formula' })] : [])),
  ],
  score: (rule, context) => {
    const own = context.figure(rule.value)
    const peers = peersOf(rule, context)
    if (own === undefined || peers === undefined) return undefined
    const field = { ...peers, own }
    return rule.method === 'best' ? ofBest(rule, field, context) : ofBands(rule, field, context)
  },
  examples: [
    {
      name: 'own value over the best of all',
      rule: { kind: 'peerRelative', max: '5' },
      inputs: { value: '60', unit: 'A', peers: { A: '60', B: '80', C: '75' } },
      expect: { status: 'scored', points: '3.75', appliedMax: '5' },
    },
    {
      name: 'the third place of four is in the second band',
      rule: {
        kind: 'peerRelative',
        max: '2',
        method: 'rank',
        bands: [
          { from: '1', to: '2', toInclusive: true, points: '100%' },
          { from: '3', to: '5', toInclusive: true, points: '50%' },
        ],
      },
      inputs: { value: '60', peers: { B: '80', C: '75', D: '10' } },
      expect: { status: 'scored', points: '1', appliedMax: '2' },
    },
    {
      name: 'the peers are not known yet',
      rule: { kind: 'peerRelative', max: '5' },
      inputs: { value: '60' },
      expect: { status: 'missing', points: null, appliedMax: '5' },
    },
  ],
})
