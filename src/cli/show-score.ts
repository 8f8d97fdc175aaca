import { decimalText } from '../core/exact/decimal.ts'
import type { Rule } from '../core/rules/registry.ts'
import type { RuleResult } from '../core/rules/result.ts'
import type { Trace } from '../core/score.ts'
import { commandLineWords } from '../language/command-line.ts'
import { formatFigure } from '../language/format.ts'
import type { Language } from '../language/language.ts'
import { ruleSentence } from '../language/rules.ts'
import { ruleTraceSentence } from '../language/rule-trace.ts'
import { questionLabel, whyWord } from '../language/rule-words.ts'

/** The rule as a decision would say it, what it gave, and why, step under step. */
export const showScore = (rule: Rule, result: RuleResult, language: Language): string =>
  [`${commandLineWords[language].rule}: ${ruleSentence(rule, undefined, language)}`, ...linesOf(result, language)].join('\n')

const linesOf = (result: RuleResult, language: Language): readonly string[] => {
  const { scored, statuses } = commandLineWords[language]
  if (result.status === 'missing')
    return [statuses.missing, ...result.needed.map((each) => `  ${questionLabel(each, language)} (${each.name})`)]
  if (result.status === 'refused') return [statuses.refused]
  if (result.status === 'notMeasured') return [`${statuses.notMeasured}: ${whyWord(result.why, language)}.`]
  if (result.status === 'notApplicable') return [`${statuses.notApplicable}: ${result.basis}.`]
  const figure = (value: Parameters<typeof decimalText>[0]): string => formatFigure(decimalText(value), language)
  return [
    scored(figure(result.points), figure(result.appliedMax)),
    ...(result.trace.parts ?? []).flatMap((part) => walk(part, 1, language)),
  ]
}

const walk = ({ result, facts = {}, parts = [] }: Trace, depth: number, language: Language): readonly string[] => [
  `${'  '.repeat(depth)}${ruleTraceSentence(result, facts, language)}`,
  ...parts.flatMap((part) => walk(part, depth + 1, language)),
]
