import type { Robustness } from '../core/robustness/compute-robustness.ts'
import type { Structure } from '../core/robustness/structure.ts'
import { commandLineWords } from '../language/command-line.ts'
import { formatFigure } from '../language/format.ts'
import type { Language } from '../language/language.ts'
import { printTable } from './table.ts'

const last = Number.MAX_SAFE_INTEGER

/** The index as a table, best first: rank, unit, score, and where replications were asked for, where its ranks lie. */
export const showRobustness = ({ scores, ranks, replicated }: Robustness, structure: Structure, language: Language): string => {
  const words = commandLineWords[language]
  const root = structure.nodes[structure.root]?.code ?? ''
  const figure = (value: number | null | undefined, decimals: number): string =>
    value === null || value === undefined ? '' : formatFigure(value.toFixed(decimals), language)
  const units = Object.keys(scores).sort((a, b) => (ranks[a]?.[root] ?? last) - (ranks[b]?.[root] ?? last))
  const rows = units.map((unit) => {
    const statistics = replicated?.[unit]
    const [from, to] = [figure(statistics?.p05, 0), figure(statistics?.p95, 0)]
    return [
      figure(ranks[unit]?.[root], 0),
      unit,
      figure(scores[unit]?.[root], 2),
      figure(statistics?.mean, 1),
      figure(statistics?.median, 1),
      from === '' ? '' : words.rankBetween(from, to),
    ]
  })
  return printTable([words.rank, words.unit, words.score, words.meanRank, words.medianRank, words.rankInterval], rows, [0, 2, 3, 4])
}
