import { accept, type Result } from '../../core/result.ts'
import { rankingWords } from '../../language/reports/ranking-words.ts'
import type { Report } from '../report.ts'
import { article, bodyOf } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails, requireIssuedBy } from './paper-details.ts'
import type { Ranking } from './ranking.ts'
import { rankingAnnex } from './ranking-table.ts'

/** The decision that approves and publishes an index, with a ranking of each group as annex. */
export const composePublicationDecision = (details: PaperDetails, { year, groups }: Ranking): Result<Report> => {
  const issuedBy = requireIssuedBy(details)
  if (!issuedBy.ok) return issuedBy
  const names = groups.map(({ group }) => group)
  return accept({
    letterhead: letterheadOf(details),
    heading: {
      kind: 'decision',
      number: numberOf(details),
      summary: rankingWords.decisionSummary(year, names),
      issuedBy: issuedBy.value,
    },
    bases: details.bases,
    body: bodyOf(
      [
        article(
          rankingWords.approve(
            year,
            groups.map(({ group, units }) => ({ group, count: units.length })),
          ),
        ),
        article(rankingWords.duties),
        article(rankingWords.inForce),
      ],
      article(rankingWords.carriedOut(rankingWords.defaultExecutors(names))),
    ),
    closing: closingOf(details),
    annexes: groups.map((group) => rankingAnnex(group, year)),
    isDraft: details.draft,
  })
}
