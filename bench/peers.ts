import { parseRule } from '../src/core/rules/parse-rule.ts'
import { scoreRule } from '../src/core/rules/score-rule.ts'
import { bestOf, milliseconds, printRow } from './measure.ts'

/** A rule that is relative to the other units, for a whole province: each unit against the same 3,321 values. */
const units = 3321

const values = Array.from({ length: units }, (_, index) => [`U${index}`, String((index * 7919) % 1000)] as const)
const bands = [{ from: '1', to: '1000', toInclusive: true, points: '100%' }]

const score = (
  file: object,
  peersOf: (peers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
  count: number,
): void => {
  const rule = parseRule({ kind: 'peerRelative', max: '2', ...file })
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
  const peers = Object.fromEntries(values)
  for (const [unit, value] of values.slice(0, count)) {
    const result = scoreRule(rule.value, { unit, value, peers: peersOf(peers) })
    if (result.status !== 'scored') throw new Error(JSON.stringify(result).slice(0, 200))
  }
}

console.log('a rule relative to the other units: 3,321 units against one record of 3,321 values')
for (const [title, file] of [
  ['own over best', {}],
  ['by rank', { method: 'rank', bands }],
] as const) {
  const shared = bestOf(3, () => score(file, (peers) => peers, units)) / units
  const alone = bestOf(1, () => score(file, (peers) => ({ ...peers }), 10)) / 10
  printRow(title, {
    all: milliseconds(shared * units),
    'a unit': milliseconds(shared),
    'to reading the record anew': (shared / alone).toFixed(4),
  })
}
