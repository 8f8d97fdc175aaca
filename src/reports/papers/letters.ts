import { z } from 'zod'
import type { Framework } from '../../core/framework/framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { accept, type Result } from '../../core/result.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import { letterWords } from '../../language/reports/letter-words.ts'
import { citedDate } from '../../language/reports/paper-words.ts'
import type { Report, Table } from '../report.ts'
import { bodyOf, dash, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails, requireTo } from './paper-details.ts'

const words = z.string().trim().min(1).max(500)

/** The windows of a cycle and whom to ask. Moments are words: `17 giờ 00 ngày 05/12/2026`. */
export const guidanceFactsShape = z.strictObject({
  units: z.number().int().positive(),
  until: words,
  explanation: words.optional(),
  contact: words.optional(),
  /** What this agency adds, word for word. */
  notes: z.array(words).default([]),
})
export type GuidanceFacts = z.infer<typeof guidanceFactsShape>

/** The letter that tells units how to score themselves. */
export const composeGuidance = (details: PaperDetails, framework: Framework, facts: GuidanceFacts): Result<Report> => {
  const to = requireTo(details)
  if (!to.ok) return to
  const { year, decision, unitGroup } = framework
  const leaves = leavesOf(framework.nodes)
  const others = leaves.filter(({ source }) => source !== 'appraised').length
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'letter', number: numberOf(details), subject: letterWords.guidanceSubject(year), to: to.value },
    bases: [],
    body: bodyOf(
      [
        paragraph(letterWords.guidanceLead(details.agency, year)),
        item(letterWords.scopeHeading),
        ...inPart('scope', [
          dash(letterWords.scope(facts.units, unitGroup, { ...decision, date: citedDate(decision.date) })),
          dash(letterWords.criteria(leaves.length, others)),
        ]),
        item(letterWords.howHeading),
        ...letterWords.how.map(dash),
        ...inPart('notes', facts.notes.map(dash)),
        item(letterWords.timeHeading),
        dash(letterWords.until(facts.until)),
        ...inPart('explanation', facts.explanation === undefined ? [] : [dash(letterWords.explanation(facts.explanation))]),
        ...inPart('contact', facts.contact === undefined ? [] : [paragraph(letterWords.contact(facts.contact))]),
      ],
      paragraph(letterWords.guidanceEnd),
    ),
    closing: closingOf(details),
    annexes: [],
    isDraft: details.draft,
  })
}

/** Units that have not submitted, and how far they are. */
export const reminderFactsShape = z.strictObject({
  year: z.number().int(),
  on: words,
  deadline: words,
  units: z.number().int().positive(),
  late: z.array(z.strictObject({ unit: words, answered: z.number().int().nonnegative(), leaves: z.number().int().positive() })).min(1),
})
export type ReminderFacts = z.infer<typeof reminderFactsShape>

const stateWords = ({ answered, leaves }: ReminderFacts['late'][number]): string => {
  if (answered === 0) return letterWords.notBegun
  return answered < leaves ? letterWords.inWork : letterWords.complete
}

const lateTable = (facts: ReminderFacts): Table => ({
  columns: [
    { heading: columnWords.order, width: 12, align: 'center' },
    { heading: columnWords.unit, width: 80, align: 'left' },
    { heading: columnWords.answered, width: 35, align: 'center' },
    { heading: columnWords.submitted, width: 38, align: 'left' },
  ],
  rows: facts.late.map((each, at) => ({
    cells: [{ count: at + 1 }, { text: each.unit }, { text: `${each.answered}/${each.leaves}` }, { text: stateWords(each) }],
  })),
})

/** The letter to those who are late. */
export const composeReminder = (details: PaperDetails, facts: ReminderFacts): Result<Report> => {
  const to = requireTo(details)
  if (!to.ok) return to
  const notBegun = facts.late.filter(({ answered }) => answered === 0).map(({ unit }) => unit)
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'letter', number: numberOf(details), subject: letterWords.reminderSubject(facts.year), to: to.value },
    bases: [],
    body: bodyOf(
      [
        ...inPart('lateUnits', [
          paragraph(letterWords.reminderState(facts.on, facts.late.length, facts.units)),
          ...(notBegun.length > 0 ? [paragraph(letterWords.reminderNone(notBegun))] : []),
        ]),
        paragraph(letterWords.reminderRequest(facts.deadline)),
      ],
      paragraph(letterWords.reminderEnd),
    ),
    closing: closingOf(details),
    annexes: [{ title: letterWords.annexTitle(facts.on), orientation: 'portrait', body: [{ kind: 'table', table: lateTable(facts) }] }],
    isDraft: details.draft,
  })
}
