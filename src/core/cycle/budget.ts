import { z } from 'zod'
import { errorAt, type Problem } from '../problem.ts'

/** A cycle's estimate is drawn up, handed to the unit in charge of finance, and appraised. Source: R001-26, R001-31 of the requirements. */
export const budgetStages = ['draft', 'submitted', 'appraised'] as const
export type BudgetStage = (typeof budgetStages)[number]

/** In đồng, whole. */
const money = z.string().regex(/^\d{1,15}$/)
const words = z.string().trim().min(1).max(2000)

/** One item of the estimate: what it is for, on what the amount rests, and, once appraised, what is allowed and why less. */
export const budgetLineShape = z.strictObject({
  id: z.string().min(1).max(60),
  item: words,
  basis: words.optional(),
  amount: money,
  allowed: money.optional(),
  reason: words.optional(),
})
export type BudgetLine = z.output<typeof budgetLineShape>

/** What finance says of one line. */
export interface LineDecision {
  readonly id: string
  readonly allowed: string
  readonly reason?: string | undefined
}

/** Whole đồng over lines: what was asked, and what was allowed so far. */
export const sumBudget = (lines: readonly BudgetLine[]): { readonly amount: string; readonly allowed: string } => ({
  amount: String(lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n)),
  allowed: String(lines.reduce((sum, { allowed }) => sum + BigInt(allowed ?? '0'), 0n)),
})

/** What keeps an appraisal from being whole: a line without decision, a decision on no line, more than was asked, less without a reason. */
export const checkBudgetDecisions = (lines: readonly BudgetLine[], decisions: readonly LineDecision[]): readonly Problem[] => {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]))
  const known = new Set(lines.map(({ id }) => id))
  return [
    ...decisions.filter(({ id }) => !known.has(id)).map(({ id }) => errorAt('notFound', id, { what: 'line' })),
    ...lines.flatMap(({ id, item, amount }): readonly Problem[] => {
      const decision = byId.get(id)
      if (!decision) return [errorAt('budgetLacks', id, { item, lacks: 'allowed' })]
      if (BigInt(decision.allowed) > BigInt(amount)) return [errorAt('allowedAboveAmount', id, { allowed: decision.allowed, amount })]
      return BigInt(decision.allowed) < BigInt(amount) && decision.reason === undefined
        ? [errorAt('budgetLacks', id, { item, lacks: 'reason' })]
        : []
    }),
  ]
}

/** The lines with what was decided on each; decisions have been checked. */
export const decidedLines = (lines: readonly BudgetLine[], decisions: readonly LineDecision[]): readonly BudgetLine[] =>
  lines.map(({ id, item, basis, amount }) => {
    const decision = decisions.find((each) => each.id === id)
    return {
      id,
      item,
      ...(basis !== undefined && { basis }),
      amount,
      ...(decision && { allowed: decision.allowed }),
      ...(decision?.reason !== undefined && { reason: decision.reason }),
    }
  })
