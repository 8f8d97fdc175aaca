import { authorityLetterhead, unitLetterhead } from '../../language/reports/letterhead-words.ts'
import { frozenVersionWords as words } from '../../language/reports/frozen-version-words.ts'
import type { Authority, Block, Report } from '../report.ts'
import { bodyOf, dash, paragraph } from './blocks.ts'
import { type Ranking } from './ranking.ts'
import { rankingAnnex } from './ranking-table.ts'
import { claimedTable } from './sheet-table.ts'
import type { UnitSheet } from './unit-sheet.ts'

type Head = ReturnType<typeof unitLetterhead>

/** The paper has no day of its own: it says the same whenever it is printed, and its signature says when it was signed. */
const letterheadOf = ({ parent, agency, place }: Head, year: number): Report['letterhead'] => ({ parent, agency, place, date: { year } })

const closingOf = ({ authority }: Head): Report['closing'] => ({
  kind: 'signed',
  signature: { authority: (authority as Authority | undefined) ?? { by: 'self', title: words.collectiveTitle } },
})

const hashBlocks = (hash: string): readonly Block[] => [paragraph(words.hash(hash))]

/** What a unit submits, to be signed outside: every row with claim, explanation and documents, and the hash of the whole. */
export const composeFrozenSubmission = (authority: string, sheet: UnitSheet, hash: string, year: number): Report => {
  const head = unitLetterhead(authority, sheet.unit)
  const { claimed } = sheet
  return {
    letterhead: letterheadOf(head, year),
    heading: { kind: 'sheet', title: words.submissionTitle, summary: words.submissionSummary(sheet.year) },
    bases: [],
    body: bodyOf(
      [
        paragraph(words.submissionLead(sheet.unit, sheet.year)),
        ...(claimed?.points == null ? [] : [dash(words.claimed(claimed.points, claimed.appliedMax))]),
        ...hashBlocks(hash),
      ],
      paragraph(words.hashUse),
    ),
    closing: closingOf(head),
    annexes: [{ title: words.submissionTitle, orientation: 'landscape', body: [{ kind: 'table', table: claimedTable(sheet) }] }],
    isDraft: false,
    versionHash: hash,
  }
}

/** What is decided: the ranking of every group, and the hash of all that the results rest on. */
export const composeFrozenResults = (
  authority: string,
  { title, year, units }: { readonly title: string; readonly year: number; readonly units: string },
  rankings: readonly Ranking[],
  hash: string,
): Report => {
  const head = authorityLetterhead(authority)
  return {
    letterhead: letterheadOf(head, year),
    heading: { kind: 'sheet', title: words.publicationTitle, summary: words.publicationSummary(title) },
    bases: [],
    body: bodyOf([paragraph(words.publicationLead(units)), ...hashBlocks(hash)], paragraph(words.hashUse)),
    closing: closingOf(head),
    annexes: rankings.flatMap((ranking) => ranking.groups.map((group) => rankingAnnex(group, ranking.year))),
    isDraft: false,
    versionHash: hash,
  }
}
