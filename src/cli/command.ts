import type { ParseArgsOptionsConfig } from 'node:util'
import type { Problem } from '../core/problem.ts'
import type { Language } from '../language/language.ts'

/** 0 done; 1 the input has problems; 2 wrong usage; 70 a bug. */
export type ExitStatus = 0 | 1 | 2 | 70

/** What a command has to say: `value` for a program (`--json`), `text` for a person; the problems go to both. */
export interface Outcome {
  readonly status: ExitStatus
  readonly value: Readonly<Record<string, unknown>> | readonly unknown[]
  readonly text: string
  readonly problems: readonly Problem[]
}

export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

export interface Invocation {
  readonly values: OptionValues
  readonly positionals: readonly string[]
  readonly language: Language
}

export interface Command {
  /** Options beside `--json`, `--lang` and `--help`, which every command has. */
  readonly options: ParseArgsOptionsConfig
  /** Names of the positional arguments, all required. */
  readonly positionals: readonly string[]
  readonly run: (invocation: Invocation) => Promise<Outcome>
  /** Where `--help` has more to say of this command than the help of all. */
  readonly help?: (language: Language) => string
}

/** A refusal as an outcome. */
export const refused = (problems: readonly Problem[], status: ExitStatus = 1): Outcome => ({ status, value: {}, text: '', problems })

/** The text of an option, where it was given. */
export const textOption = (values: OptionValues, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
