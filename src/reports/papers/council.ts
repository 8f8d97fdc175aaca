import { z } from 'zod'
import { accept, type Result } from '../../core/result.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import { councilWords } from '../../language/reports/council-words.ts'
import type { Annex, Block, Report, Table } from '../report.ts'
import { article, bodyOf, dash, inPart, item, numbered, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails, recipientsOf, requireIssuedBy } from './paper-details.ts'

const words = z.string().trim().min(1).max(500)
const member = z.strictObject({ name: words, position: words, role: words })
type Member = z.infer<typeof member>

/** Who sits on the council and in its team, and which office runs it. */
export const councilFactsShape = z.strictObject({
  year: z.number().int(),
  standing: words,
  council: z.array(member).min(1),
  team: z.array(member).min(1),
})
export type CouncilFacts = z.infer<typeof councilFactsShape>

/** Lists longer than this stand in an annex. */
const longestList = 15

const memberBlocks = (members: readonly Member[]): readonly Block[] =>
  members.map(({ name, position, role }, at) =>
    numbered(at === members.length - 1 ? councilWords.lastMember(name, position, role) : councilWords.member(name, position, role)),
  )

const memberTable = (caption: string, members: readonly Member[]): Table => ({
  caption,
  columns: [
    { heading: columnWords.order, width: 12, align: 'center' },
    { heading: columnWords.fullName, width: 50, align: 'left' },
    { heading: columnWords.position, width: 65, align: 'left' },
    { heading: columnWords.role, width: 38, align: 'left' },
  ],
  rows: members.map(({ name, position, role }, at) => ({ cells: [{ count: at + 1 }, { text: name }, { text: position }, { text: role }] })),
})

/** The decision that sets up the council and its assisting team. */
export const composeCouncilDecision = (details: PaperDetails, facts: CouncilFacts): Result<Report> => {
  const issuedBy = requireIssuedBy(details)
  if (!issuedBy.ok) return issuedBy
  const { year, standing, council, team } = facts
  const isLong = Math.max(council.length, team.length) > longestList
  const listed = (members: readonly Member[]): readonly Block[] =>
    isLong ? [paragraph(councilWords.memberListed(members.length))] : memberBlocks(members)
  const annexes: readonly Annex[] = isLong
    ? [
        {
          title: councilWords.membersTitle(year),
          orientation: 'portrait',
          body: [
            { kind: 'table', table: memberTable(councilWords.councilCaption, council) },
            { kind: 'table', table: memberTable(councilWords.teamCaption, team) },
          ],
        },
      ]
    : []
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'decision', number: numberOf(details), summary: councilWords.summary(year), issuedBy: issuedBy.value },
    bases: details.bases,
    body: bodyOf(
      [
        ...inPart('council', [article(councilWords.council(year, council.length)), ...listed(council)]),
        ...inPart('team', [article(councilWords.team(team.length)), ...listed(team)]),
        article(councilWords.dutiesOfCouncil),
        paragraph(councilWords.dutiesOfTeam),
        paragraph(councilWords.seal(standing)),
        article(councilWords.inForce),
      ],
      paragraph(councilWords.carriedOut),
    ),
    closing: closingOf(details),
    annexes,
    isDraft: details.draft,
  })
}

/** What a secretary notes of a meeting; conclusions are what was said, word for word. */
export const minutesFactsShape = z.strictObject({
  year: z.number().int(),
  moment: words,
  place: words,
  ended: words,
  chair: member,
  secretary: member,
  present: z.number().int().nonnegative(),
  members: z.number().int().positive(),
  absent: z.array(words).default([]),
  group: words,
  units: z.number().int().nonnegative(),
  /** Criteria that were disputed, with what the appraisers gave and what the council decided. */
  disputed: z
    .array(z.strictObject({ unit: words, code: words, name: words, before: z.string(), decided: z.string(), reason: words }))
    .default([]),
  conclusions: z.array(words).default([]),
  vote: z
    .strictObject({
      agreed: z.number().int().nonnegative(),
      against: z.number().int().nonnegative(),
      abstained: z.number().int().nonnegative(),
    })
    .optional(),
})
export type MinutesFacts = z.infer<typeof minutesFactsShape>

const disputedTable = (facts: MinutesFacts): Table => ({
  columns: [
    { heading: columnWords.unit, width: 34, align: 'left' },
    { heading: columnWords.code, width: 15, align: 'left' },
    { heading: columnWords.content, width: 45, align: 'left' },
    { heading: councilWords.firstValue, width: 18, align: 'center' },
    { heading: councilWords.decided, width: 18, align: 'center' },
    { heading: columnWords.reason, width: 35, align: 'left' },
  ],
  rows: facts.disputed.map(({ unit, code, name, before, decided, reason }) => ({
    cells: [{ text: unit }, { text: code }, { text: name }, { figure: before }, { figure: decided }, { text: reason }],
  })),
})

/** The minutes of a meeting of the council, signed by secretary and chair. */
export const composeMinutes = (details: PaperDetails, facts: MinutesFacts): Result<Report> => {
  const annexes: readonly Annex[] =
    facts.disputed.length === 0
      ? []
      : [{ title: councilWords.annexTitle, orientation: 'portrait', body: [{ kind: 'table', table: disputedTable(facts) }] }]
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'named', type: 'minutes', number: numberOf(details), summary: councilWords.minutesSummary(facts.year) },
    bases: details.bases,
    body: bodyOf(
      [
        paragraph(councilWords.when(facts.moment, facts.place)),
        item(councilWords.presentHeading),
        dash(councilWords.chairedBy(facts.chair.name, facts.chair.role)),
        dash(councilWords.writtenBy(facts.secretary.name, facts.secretary.role)),
        ...inPart('present', [
          dash(councilWords.present(facts.present, facts.members)),
          ...(facts.absent.length > 0 ? [dash(councilWords.absent(facts.absent.join(', ')))] : []),
        ]),
        item(councilWords.contentHeading),
        ...inPart('appraised', [
          paragraph(councilWords.appraised(facts.units, facts.group)),
          paragraph(councilWords.disputed(facts.disputed.length)),
        ]),
        ...inPart('conclusions', [
          ...(facts.conclusions.length > 0 || facts.vote ? [item(councilWords.conclusionsHeading)] : []),
          ...facts.conclusions.map(dash),
          ...(facts.vote ? [paragraph(councilWords.vote(facts.vote.agreed, facts.vote.against, facts.vote.abstained))] : []),
        ]),
      ],
      paragraph(councilWords.ended(facts.ended)),
    ),
    closing: { kind: 'minutes', secretary: facts.secretary.name, chair: facts.chair.name, recipients: recipientsOf(details) },
    annexes,
    isDraft: details.draft,
  })
}
