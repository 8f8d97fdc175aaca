import type { Framework } from '../core/framework/framework.ts'
import { errorAt } from '../core/problem.ts'
import { parseFramework } from '../core/framework/parse-framework.ts'
import { parseBundle } from '../core/publication/parse-bundle.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import type { PaperKind } from '../language/reports/paper-kind-words.ts'
import { type PaperSources, sourcesOf } from '../reports/papers/compose-paper.ts'
import { type PaperResults, rankingOfResults, sheetOfResults } from '../reports/papers/of-results.ts'
import type { UnitSheet } from '../reports/papers/unit-sheet.ts'
import { type OptionValues, textOption } from './command.ts'
import { openJsonFile } from './file.ts'
import { openFramework } from './framework-input.ts'

const none = accept(undefined)

const openResults = async (path: string | undefined, group: string | undefined): Promise<Result<PaperResults | undefined>> => {
  if (path === undefined) return none
  const value = await openJsonFile(path)
  if (!value.ok) return value
  const bundle = parseBundle(value.value)
  if (!bundle.ok) return bundle
  const framework = parseFramework(bundle.value.framework)
  if (!framework.ok) return framework
  const { results } = bundle.value
  const units = group === undefined ? results.units : results.units.filter((unit) => (unit.group ?? framework.value.unitGroup) === group)
  if (units.length === 0) return refuse(errorAt('noUnits', '', { group: group ?? '' }))
  return accept({ framework: framework.value, results: { ...results, units } })
}

/** In a report on a self-assessment the scores of the bundle are what the unit claims. */
const asClaims = (sheet: UnitSheet): UnitSheet => ({
  ...sheet,
  rows: sheet.rows.map(({ given, ...row }) => ({ ...row, claimed: given })),
  claimed: sheet.given,
  given: undefined,
})

const sheetFrom = (kind: PaperKind, results: PaperResults | undefined, unit: string | undefined): Result<UnitSheet | undefined> => {
  if (results === undefined) return none
  if (unit === undefined) return refuse(errorAt('wrongUsage', '', { reason: 'missingArgument', word: '--unit' }))
  const sheet = sheetOfResults(results, unit)
  if (sheet === undefined) return refuse(errorAt('unknownUnit', '', { unit }))
  return accept(kind === 'selfAssessmentReport' ? asClaims(sheet) : sheet)
}

const openFactsFile = async (path: string | undefined): Promise<Result<unknown>> => (path === undefined ? accept({}) : openJsonFile(path))

const openFrameworkFile = async (path: string | undefined): Promise<Result<Framework | undefined>> =>
  path === undefined ? none : openFramework(path)

/** The sources of a paper from the files that were named; those that the kind needs and nobody named are problems of the composing. */
export const openSources = async (kind: PaperKind, values: OptionValues): Promise<Result<PaperSources>> => {
  const [framework, results, facts] = await Promise.all([
    openFrameworkFile(textOption(values, 'framework')),
    openResults(textOption(values, 'bundle'), textOption(values, 'group')),
    openFactsFile(textOption(values, 'facts')),
  ])
  const problems = [framework, results, facts].flatMap((each) => (each.ok ? [] : each.problems))
  if (!framework.ok || !results.ok || !facts.ok) return refuse(...problems)
  const needs = sourcesOf(kind)
  const sheet = needs.includes('sheet') ? sheetFrom(kind, results.value, textOption(values, 'unit')) : none
  if (!sheet.ok) return sheet
  return accept({
    framework: framework.value,
    sheet: sheet.value,
    ranking: needs.includes('ranking') && results.value ? rankingOfResults(results.value) : undefined,
    facts: facts.value,
  })
}
