import type { Framework } from '../core/framework/framework.ts'
import { walkNodes } from '../core/framework/walk.ts'
import type { Results, UnitResult } from '../core/results/results.ts'
import type { Trace } from '../core/score.ts'
import type { Language } from '../language/language.ts'
import { traceSentences } from '../language/pages/results.ts'

/** How every unit's figure came about, one line per step, parts under their sum. */
export const showTraces = (results: Results, framework: Framework, language: Language): string => {
  const names = new Map<string, string>([...walkNodes(framework.nodes)].map(({ node }) => [node.id, `${node.code} ${node.name}`.trim()]))
  return results.units.map((unit) => traceOfUnit(unit, names, language)).join('\n\n')
}

const traceOfUnit = (unit: UnitResult, names: ReadonlyMap<string, string>, language: Language): string =>
  [unit.unit, ...(unit.trace ? stepLines(unit.trace, names, language, 1) : [])].join('\n')

const stepLines = (trace: Trace, names: ReadonlyMap<string, string>, language: Language, depth: number): readonly string[] => {
  const name = names.get(trace.facts?.['node'] ?? '')
  const line = `${'  '.repeat(depth)}${name === undefined ? '' : `${name}: `}${sentenceOf(trace, language)}`
  return [line, ...(trace.parts ?? []).flatMap((part) => stepLines(part, names, language, depth + 1))]
}

/** The sentences of steps are Vietnamese; in English the step stands with its figures. */
const sentenceOf = ({ step, result, facts = {} }: Trace, language: Language): string => {
  const nothing = result === '' && step === 'sumOfChildren' && facts['appliedMax'] !== undefined
  if (language === 'vi' && nothing) return traceSentences.missing('', { maxPoints: facts['appliedMax'] ?? '' })
  if (language === 'vi') return traceSentences[step](result, facts)
  const figures = Object.entries(facts).flatMap(([key, value]) => (key === 'node' ? [] : [`${key} ${value}`]))
  return `${step} ${result}${figures.length === 0 ? '' : ` (${figures.join(', ')})`}`
}
