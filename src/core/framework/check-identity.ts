import { errorAt, type Problem, warningAt } from '../problem.ts'
import { sources } from '../vocabulary.ts'
import type { Framework } from './framework.ts'
import { walkNodes } from './walk.ts'

const isoDate = /^\d{4}-\d{2}-\d{2}$/

const absent = (field: string, value: string): readonly Problem[] =>
  value.trim() === '' ? [warningAt('missingField', field, { field })] : []

const repeatedIds = (framework: Framework): readonly Problem[] => {
  const seen = new Set<string>()
  return [...walkNodes(framework.nodes)].flatMap(({ node }) => {
    const repeated = seen.has(node.id)
    seen.add(node.id)
    return repeated ? [errorAt('alreadyExists', node.id, { what: 'id', value: node.id })] : []
  })
}

const unknownTieBreaks = (framework: Framework): readonly Problem[] => {
  const known = new Set<string>([...sources, ...[...walkNodes(framework.nodes)].map(({ node }) => node.id)])
  return framework.ranking.tieBreak
    .filter((each) => !known.has(each))
    .map((each) => errorAt('unknownNode', 'ranking.tieBreak', { node: each }))
}

/** What a framework says of itself: title, decision, group, its scale, ids that repeat, and a tie-break list that names what is not there. */
export const checkIdentity = (framework: Framework): readonly Problem[] => [
  ...absent('title', framework.title),
  ...absent('decision.number', framework.decision.number),
  ...absent('decision.date', framework.decision.date),
  ...(framework.decision.date === '' || isoDate.test(framework.decision.date)
    ? []
    : [errorAt('invalidValue', 'decision.date', { field: 'decision.date', value: framework.decision.date, expected: 'YYYY-MM-DD' })]),
  ...absent('decision.issuer', framework.decision.issuer),
  ...absent('unitGroup', framework.unitGroup),
  ...repeatedIds(framework),
  ...unknownTieBreaks(framework),
]
