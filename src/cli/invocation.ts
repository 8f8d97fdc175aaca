import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { errorAt } from '../core/problem.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { type Language, languages } from '../language/language.ts'
import type { Command, Invocation } from './command.ts'

/** Options that every command has. */
export const commonOptions = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig

/** Reads the words after the command's name; every refusal is `wrongUsage`. */
export const readInvocation = (words: readonly string[], command: Command): Result<Invocation> => {
  const parsed = parseWords({ args: joinNegatives(words), options: { ...commonOptions, ...command.options }, allowPositionals: true })
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const lang = values['lang'] ?? 'vi'
  if (!languages.some((each) => each === lang))
    return refuse(errorAt('wrongUsage', '', { reason: 'invalidOption', word: '--lang', expected: languages.join(', ') }))
  const missing = command.positionals[positionals.length]
  if (missing !== undefined) return refuse(errorAt('wrongUsage', '', { reason: 'missingArgument', word: missing }))
  const extra = positionals[command.positionals.length]
  if (extra !== undefined) return refuse(errorAt('wrongUsage', '', { reason: 'extraArgument', word: extra }))
  return accept({ values, positionals, language: lang as Language })
}

/** `--range -5,5` is what people write; the parser of Node takes the number for an option unless it is joined by `=`. */
const joinNegatives = (words: readonly string[]): string[] =>
  words.reduce<string[]>((joined, word) => {
    const before = joined.at(-1) ?? ''
    return /^-[\d.,]/.test(word) && /^--[^=]+$/.test(before) ? [...joined.slice(0, -1), `${before}=${word}`] : [...joined, word]
  }, [])

const parseWords = (
  config: ParseArgsConfig,
): Result<{ readonly values: Invocation['values']; readonly positionals: readonly string[] }> => {
  try {
    return accept(parseArgs(config))
  } catch (thrown) {
    const [code, message] = thrown instanceof Error && 'code' in thrown ? [thrown.code, thrown.message] : ['', '']
    const word = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return refuse(errorAt('wrongUsage', '', { reason: 'unknownOption', word }))
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return refuse(errorAt('wrongUsage', '', { reason: 'invalidOption', word }))
    throw thrown
  }
}

/** The language that was asked for, even when the rest of the words is wrong. */
export const askedLanguage = (words: readonly string[]): Language => {
  const at = words.indexOf('--lang')
  const asked = at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length)
  return languages.find((each) => each === asked) ?? 'vi'
}
