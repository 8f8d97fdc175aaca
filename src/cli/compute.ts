import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Framework } from '../core/framework/framework.ts'
import { errorAt, type Problem } from '../core/problem.ts'
import { formatBundle, makeBundle } from '../core/publication/bundle.ts'
import { computeResults } from '../core/results/compute-results.ts'
import type { ComputeOptions } from '../core/results/options.ts'
import { parseScores } from '../core/results/parse-scores.ts'
import { parseResults } from '../core/results/results-file.ts'
import type { Results } from '../core/results/results.ts'
import { gatherUnits, type UnitScores } from '../core/results/scores.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { type RankingMethod, rankings, type Treatment, treatments } from '../core/vocabulary.ts'
import { csvRows } from '../platform/documents/csv.ts'
import { type Command, type OptionValues, refused, textOption } from './command.ts'
import { largestFile, openFile, openJsonFile } from './file.ts'
import { openFramework } from './framework-input.ts'
import { showResults } from './show-results.ts'
import { showTraces } from './show-trace.ts'

/** `parindex compute`: points and ranks of every unit, and on wish a bundle for `verify`. */
export const compute: Command = {
  options: {
    framework: { type: 'string' },
    scores: { type: 'string' },
    round: { type: 'string' },
    ranking: { type: 'string' },
    'not-applicable': { type: 'string' },
    previous: { type: 'string' },
    trace: { type: 'boolean' },
    bundle: { type: 'string' },
  },
  positionals: [],
  run: async ({ values, language }) => {
    const wrong = wrongOptions(values)
    if (wrong.length > 0) return refused(wrong, 2)
    const computed = await computeFiles(values)
    if (!computed.ok) return refused(computed.problems)
    const bundle = textOption(values, 'bundle')
    const written = bundle === undefined ? accept(undefined) : await writeBundle(bundle, computed.value)
    if (!written.ok) return refused(written.problems)
    const { results, framework } = computed.value
    const trace = values['trace'] === true ? `\n\n${showTraces(results, framework, language)}` : ''
    return { status: 0, value: { ...results }, text: `${showResults(results, bundle, language)}${trace}`, problems: [] }
  },
}

const isOneOf = <Word extends string>(words: readonly Word[], word: string | undefined): word is Word => words.some((each) => each === word)

const wrongOptions = (values: OptionValues): readonly Problem[] => {
  const missing = ['framework', 'scores'].filter((name) => textOption(values, name) === undefined)
  const choices = [
    ['ranking', rankings],
    ['not-applicable', treatments],
  ] as const
  const invalid = choices.filter(([name, words]) => values[name] !== undefined && !isOneOf<string>(words, textOption(values, name)))
  return [
    ...missing.map((name) => errorAt('wrongUsage', '', { reason: 'missingArgument', word: `--${name}` })),
    ...invalid.map(([name, words]) =>
      errorAt('wrongUsage', '', { reason: 'invalidOption', word: `--${name}`, expected: words.join(', ') }),
    ),
  ]
}

interface Computed {
  readonly framework: Framework
  readonly units: readonly UnitScores[]
  readonly options: ComputeOptions
  readonly results: Results
}

const computeFiles = async (values: OptionValues): Promise<Result<Computed>> => {
  const [framework, scores, previous] = await Promise.all([
    openFramework(textOption(values, 'framework') ?? ''),
    openFile(textOption(values, 'scores') ?? '', largestFile),
    openPrevious(textOption(values, 'previous')),
  ])
  const problems = [framework, scores, previous].flatMap((each) => (each.ok ? [] : each.problems))
  if (!framework.ok || !scores.ok || !previous.ok) return refuse(...problems)
  const round = textOption(values, 'round')
  const lines = parseScores(csvRows(scores.value), framework.value, round === undefined ? {} : { round })
  if (!lines.ok) return lines
  const units = gatherUnits(lines.value)
  const options = computeOptions(values, previous.value)
  const results = computeResults(framework.value, units, options)
  return results.ok ? accept({ framework: framework.value, units, options, results: results.value }) : results
}

const openPrevious = async (path: string | undefined): Promise<Result<Results | undefined>> => {
  if (path === undefined) return accept(undefined)
  const value = await openJsonFile(path)
  return value.ok ? parseResults(value.value) : value
}

/** Flags override what the framework says; what is not given stays out. */
const computeOptions = (values: OptionValues, previous: Results | undefined): ComputeOptions => {
  const ranking = textOption(values, 'ranking')
  const notApplicable = textOption(values, 'not-applicable')
  return {
    ...(isOneOf<RankingMethod>(rankings, ranking) ? { ranking } : {}),
    ...(isOneOf<Treatment>(treatments, notApplicable) ? { notApplicable } : {}),
    ...(previous ? { previous } : {}),
    ...(values['trace'] === true ? { trace: true } : {}),
  }
}

const writeBundle = async (path: string, computed: Computed): Promise<Result<undefined>> => {
  const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
  try {
    await writeFile(path, formatBundle(makeBundle(computed, sha256)))
    return accept(undefined)
  } catch {
    return refuse(errorAt('wrongUsage', '', { reason: 'notWritten', word: path }))
  }
}
