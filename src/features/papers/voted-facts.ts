import { sql } from 'kysely'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import { formatFigure } from '../../language/format.ts'
import { proposedWords } from '../../language/reports/letterhead-words.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

interface Voted {
  readonly unit: string
  readonly code: string
  readonly name: string
  readonly before: string | null
  readonly decided: string | null
  readonly reason: string | null
  readonly agreed: number
  readonly against: number
  readonly abstained: number
}

/** What the council voted on, with what stood before it and what it decided, in the order of units and of the paper. */
const loadVoted = async ({ transaction }: ActContext, cycleId: string): Promise<readonly Voted[]> =>
  (
    await sql<Voted>`
      select u.name as unit, n.code, n.name, b.points::text as before, s.points::text as decided, s.reason,
        v.votes_for as agreed, v.votes_against as against, v.abstained
      from council_vote v join unit u on u.id = v.unit_id
      join cycle_unit cu on cu.authority_id = v.authority_id and cu.cycle_id = v.cycle_id and cu.unit_id = v.unit_id
      join framework_node n on n.authority_id = cu.authority_id and n.framework_id = cu.framework_id and n.node_id = v.node_id
      join score s on s.authority_id = v.authority_id and s.cycle_id = v.cycle_id and s.unit_id = v.unit_id and s.node_id = v.node_id and s.round = 'council'
      left join lateral (select e.points from score e where e.authority_id = v.authority_id and e.cycle_id = v.cycle_id and e.unit_id = v.unit_id
        and e.node_id = v.node_id and e.round in ('firstAppraisal', 'secondAppraisal') order by (e.round = 'secondAppraisal') desc limit 1) b on true
      where v.cycle_id = ${cycleId} order by u.name, u.id, n.position`.execute(transaction)
  ).rows

/** Points as papers write them, `–` where there are none. */
const figureOf = (points: string | null): string => {
  const parsed = parsePoints(points ?? '')
  return parsed === undefined ? '–' : formatFigure(pointsText(parsed))
}

/**
 * Agenda and decisions of the council's minutes out of its votes; nothing where it has not voted. Present were as many as cast a vote, or held theirs back, at
 * the fullest one.
 */
export const loadVotedFacts = async (context: ActContext, cycleId: string): Promise<Readonly<Record<string, unknown>>> => {
  const voted = await loadVoted(context, cycleId)
  if (voted.length === 0) return {}
  return {
    present: Math.max(...voted.map(({ agreed, against, abstained }) => agreed + against + abstained)),
    disputed: voted.map(({ unit, code, name, before, decided, reason }) => ({
      unit,
      code,
      name,
      before: figureOf(before),
      decided: figureOf(decided),
      reason: reason ?? '',
    })),
    conclusions: voted.map((each) =>
      proposedWords.votedOn(each.unit, each.code, figureOf(each.decided), {
        agreed: String(each.agreed),
        against: String(each.against),
        abstained: String(each.abstained),
      }),
    ),
  }
}
