import { kindOf, type RuleKindName, ruleKindNames } from '../core/rules/registry.ts'
import { ruleSchema } from '../core/rules/rule-schema.ts'
import { commandLineWords } from '../language/command-line.ts'
import type { Language } from '../language/language.ts'
import { ruleTitle } from '../language/rule-words.ts'
import type { Command } from './command.ts'
import { printTable } from './table.ts'

const describe = (kind: RuleKindName, language: Language) => ({
  kind,
  title: ruleTitle(kind, language),
  schema: ruleSchema(kind),
  examples: kindOf({ kind }).examples,
})

/** `parindex rules`: every kind of scoring rule with its schema and worked examples. */
export const rules: Command = {
  options: {},
  positionals: [],
  run: async ({ language }) => ({
    status: 0,
    value: ruleKindNames.map((kind) => describe(kind, language)),
    text: printTable(
      ['kind', commandLineWords[language].name],
      ruleKindNames.map((kind) => [kind, ruleTitle(kind, language)]),
      [],
    ),
    problems: [],
  }),
}
