import { z } from 'zod'
import { accept, type Result } from '../../core/result.ts'
import { planWords } from '../../language/reports/plan-words.ts'
import type { Block, Report } from '../report.ts'
import { bodyOf, dash, heading, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails } from './paper-details.ts'

const words = z.string().trim().min(1).max(500)

/** Steps of the year and duties, as an authority plans them; `scope` ends the title: `các xã, phường`. */
export const determinationFactsShape = z.strictObject({
  year: z.number().int(),
  scope: words,
  steps: z
    .array(
      z.strictObject({
        title: words,
        time: words,
        advising: words.optional(),
        leading: words.optional(),
        coordinating: z.array(words).default([]),
        subjects: z.array(words).default([]),
      }),
    )
    .min(1),
  duties: z.array(z.strictObject({ unit: words, tasks: z.array(words).min(1) })).min(1),
})
export type DeterminationFacts = z.infer<typeof determinationFactsShape>

const stepBlocks = (step: DeterminationFacts['steps'][number]): readonly Block[] => [
  item(step.title),
  dash(planWords.time(step.time)),
  ...(step.advising === undefined ? [] : [dash(planWords.advising(step.advising))]),
  ...(step.leading === undefined ? [] : [dash(planWords.leading(step.leading))]),
  ...(step.coordinating.length > 0 ? [dash(planWords.coordinating(step.coordinating.join(', ')))] : []),
  ...(step.subjects.length > 0 ? [dash(planWords.subjects(step.subjects.join('; ')))] : []),
]

const dutyBlocks = ({ unit, tasks }: DeterminationFacts['duties'][number]): readonly Block[] => [
  item(unit),
  ...(tasks.length === 1 ? tasks.map(paragraph) : tasks.map(dash)),
]

/** The yearly plan to determine the index. Shape: seed plan 1. */
export const composeDeterminationPlan = (details: PaperDetails, facts: DeterminationFacts): Result<Report> => {
  const { year, scope } = facts
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'named', type: 'plan', number: numberOf(details), summary: planWords.determinationSummary(year, scope) },
    bases: details.bases,
    body: bodyOf(
      [
        paragraph(planWords.determinationLead(details.agency, year, scope)),
        heading(planWords.purposeAndRequirements),
        ...planWords.determinationPurposes(year, scope).map(paragraph),
        heading(planWords.steps),
        ...inPart('steps', facts.steps.flatMap(stepBlocks)),
        heading(planWords.execution),
        ...inPart('duties', facts.duties.flatMap(dutyBlocks)),
      ],
      paragraph(planWords.determinationEnd(year, scope)),
    ),
    closing: closingOf(details),
    annexes: [],
    isDraft: details.draft,
  })
}
