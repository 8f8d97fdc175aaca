import { errorAt, type Problem } from '../core/problem.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { type Inputs, parseInputs } from '../core/rules/inputs.ts'
import { parseRule } from '../core/rules/parse-rule.ts'
import type { Rule } from '../core/rules/registry.ts'
import { formatRuleResult, type RuleResult } from '../core/rules/result.ts'
import { scoreRule } from '../core/rules/score-rule.ts'
import type { Language } from '../language/language.ts'
import { questionLabel } from '../language/rule-words.ts'
import { type Command, type OptionValues, refused, textOption } from './command.ts'
import { openJsonFile } from './file.ts'
import { showScore } from './show-score.ts'

/** `parindex score`: one rule on one set of inputs, with points, or with what is missing or refused, and why. */
export const score: Command = {
  options: { rule: { type: 'string' }, inputs: { type: 'string' } },
  positionals: [],
  run: async ({ values, language }) => {
    const wrong = missingOptions(values)
    if (wrong.length > 0) return refused(wrong, 2)
    const opened = await openBoth(values)
    if (!opened.ok) return refused(opened.problems)
    const result = scoreRule(opened.value.rule, opened.value.inputs)
    const problems = result.status === 'refused' ? result.problems : []
    return {
      status: problems.length > 0 ? 1 : 0,
      value: labelled(result, language),
      text: showScore(opened.value.rule, result, language),
      problems,
    }
  },
}

const missingOptions = (values: OptionValues): readonly Problem[] =>
  ['rule', 'inputs']
    .filter((name) => textOption(values, name) === undefined)
    .map((name) => errorAt('wrongUsage', '', { reason: 'missingArgument', word: `--${name}` }))

const openBoth = async (values: OptionValues): Promise<Result<{ readonly rule: Rule; readonly inputs: Inputs }>> => {
  const [ruleFile, inputsFile] = await Promise.all(['rule', 'inputs'].map((name) => openJsonFile(textOption(values, name) ?? '')))
  const rule = ruleFile?.ok ? parseRule(ruleFile.value) : ruleFile
  const inputs = inputsFile?.ok ? parseInputs(inputsFile.value) : inputsFile
  if (rule?.ok && inputs?.ok) return accept({ rule: rule.value, inputs: inputs.value })
  return refuse(...[rule, inputs].flatMap((each) => (each && !each.ok ? each.problems : [])))
}

/** The result as JSON, with questions in words. */
const labelled = (result: RuleResult, language: Language): Readonly<Record<string, unknown>> => {
  const value = formatRuleResult(result)
  if (result.status !== 'missing') return value
  return { ...value, needed: result.needed.map((question) => ({ ...question, label: questionLabel(question, language) })) }
}
