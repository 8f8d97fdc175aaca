import { accept, type Result } from '../../core/result.ts'
import { chartWords } from '../../language/reports/chart-words.ts'
import { columnWords, ordinaryCase } from '../../language/reports/common-words.ts'
import { rankingWords } from '../../language/reports/ranking-words.ts'
import { spansOf } from '../charts/spans.ts'
import type { Block, Report } from '../report.ts'
import { bodyOf, chartOf, dash, heading, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails, requireTo } from './paper-details.ts'
import { classCounts, inOrderOfRank, type Ranking, type RankingGroup, spreadOf } from './ranking.ts'
import { areaMeansTable, rankingAnnex } from './ranking-table.ts'

const totals = (group: RankingGroup): readonly string[] => {
  const ranked = inOrderOfRank(group.units).filter(({ rank, percent }) => rank !== null && percent !== null)
  const spread = spreadOf(ranked.map(({ percent }) => percent))
  const [first] = ranked
  const last = ranked.at(-1)
  if (spread === undefined || first === undefined || last === undefined) return []
  const unfinished = group.units.filter(({ missing = 0 }) => missing > 0).length
  const classes = classCounts(group.units)
  return [
    rankingWords.groupResult({
      group: group.group,
      units: group.units.length,
      ranked: ranked.length,
      mean: spread.mean,
      highest: { unit: first.unit, percent: first.percent ?? '' },
      lowest: { unit: last.unit, percent: last.percent ?? '' },
      spread: spread.spread,
    }),
    rankingWords.aboveMean(spread.aboveMean, ranked.length),
    ...(classes.length > 0 ? [rankingWords.classes(classes)] : []),
    ...(unfinished > 0 ? [rankingWords.missing(unfinished)] : []),
  ]
}

/** Against the cycle before, where there is one: who rose, who fell, and who did better and still fell. */
const changes = ({ units }: RankingGroup): readonly string[] => {
  const compared = units.flatMap(({ unit, change }) => (change?.rank == null ? [] : [{ unit, rank: change.rank, percent: change.percent }]))
  if (compared.length === 0) return []
  const upAndDown = compared.filter(({ rank, percent }) => rank < 0 && Number(percent ?? 0) > 0).map(({ unit }) => unit)
  return [
    rankingWords.changes(
      compared.filter(({ rank }) => rank > 0).length,
      compared.filter(({ rank }) => rank < 0).length,
      compared.filter(({ rank }) => rank === 0).length,
    ),
    ...(upAndDown.length > 0 ? [rankingWords.upAndDown(upAndDown)] : []),
  ]
}

const areas = (group: RankingGroup): readonly Block[] => {
  const means = group.areas.flatMap(({ id, name }) => {
    const spread = spreadOf(group.units.map((unit) => unit.areas[id]?.percent))
    return spread ? [{ name, percent: spread.mean }] : []
  })
  const ordered = [...means].sort((a, b) => Number(b.percent) - Number(a.percent))
  const [highest] = ordered
  const lowest = ordered.at(-1)
  return [
    ...(highest && lowest && ordered.length > 1 ? [paragraph(rankingWords.areaResult(highest, lowest))] : []),
    { kind: 'table', table: areaMeansTable(group) },
    ...(means.length > 1
      ? [
          chartOf(
            {
              kind: 'bars',
              lines: means.map(({ name, percent }) => ({ label: ordinaryCase(name), value: percent })),
              names: { value: columnWords.mean },
            },
            chartWords.areas(group.group),
          ),
        ]
      : []),
  ]
}

/** Fewer units make no picture. */
const fewestForSpans = 5

const spread = ({ units, group }: RankingGroup): readonly Block[] => {
  const percents = units.flatMap(({ rank, percent }) => (rank === null || percent === null ? [] : [percent]))
  return percents.length < fewestForSpans ? [] : [chartOf({ kind: 'spans', spans: spansOf(percents) }, chartWords.spans(group))]
}

const mostLost = 10

const lost = ({ lostLeaves = [] }: RankingGroup): readonly Block[] =>
  lostLeaves.slice(0, mostLost).map((leaf) => dash(rankingWords.lostRow(leaf.code, leaf.name, leaf.units, leaf.of, leaf.lost)))

const groupBlocks = (group: RankingGroup): readonly Block[] => {
  const rows = lost(group)
  return [
    heading(group.group),
    item(rankingWords.resultHeading),
    ...[...totals(group), ...changes(group)].map(dash),
    ...spread(group),
    item(rankingWords.areasHeadingReport),
    ...areas(group),
    ...(rows.length > 0 ? [item(rankingWords.lostHeading), ...rows] : []),
  ]
}

/** The report on an appraisal: what the figures say of each group, composed by rules, with the ranking as annex. */
export const composeAppraisalReport = (details: PaperDetails, { year, groups }: Ranking): Result<Report> => {
  const to = requireTo(details)
  if (!to.ok) return to
  return accept({
    letterhead: letterheadOf(details),
    heading: {
      kind: 'named',
      type: 'report',
      number: numberOf(details),
      summary: rankingWords.reportSummary(
        year,
        groups.map(({ group }) => group),
      ),
      to: to.value,
    },
    bases: details.bases,
    body: bodyOf(
      [
        paragraph(rankingWords.reportLead(details.agency, year)),
        ...inPart('groups', groups.flatMap(groupBlocks)),
        heading(rankingWords.proposalHeading),
      ],
      paragraph(rankingWords.proposal(to.value[0])),
    ),
    closing: closingOf(details),
    annexes: groups.map((group) => rankingAnnex(group, year)),
    isDraft: details.draft,
  })
}
