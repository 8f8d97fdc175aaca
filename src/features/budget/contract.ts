import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate } from '../../contract/shapes.ts'
import { budgetLineShape, budgetStages } from '../../core/cycle/budget.ts'

const unitName = z.object({ id, name: z.string() })

const budgetView = z.object({
  cycle: z.object({ id, title: z.string(), year: z.number() }),
  stage: z.enum(budgetStages),
  /** 0 where nothing was drawn up yet. */
  version: z.number(),
  lines: z.array(budgetLineShape),
  amount: z.string(),
  allowed: z.string(),
  financeUnit: unitName.optional(),
  opinion: z.string().optional(),
  appraisedOn: isoDate.optional(),
  appraisedBy: z.string().optional(),
})
export type BudgetView = z.infer<typeof budgetView>

const ofCycle = z.object({ cycleId: id })

const changeBody = z.object({
  lines: z.array(budgetLineShape.omit({ allowed: true, reason: true })).max(200),
  /** The unit in charge of finance, which appraises the estimate. */
  financeUnitId: id.optional(),
})
export type BudgetChange = z.output<typeof changeBody>

const appraisalBody = z.object({
  decisions: z
    .array(
      z.object({
        id: z.string().min(1).max(60),
        allowed: z.string().regex(/^\d{1,15}$/),
        reason: z.string().trim().min(1).max(2000).optional(),
      }),
    )
    .max(200),
  /** How the money should be allocated. */
  opinion: z.string().trim().min(1).max(4000),
})
export type BudgetAppraisal = z.output<typeof appraisalBody>

export const budgetRoutes = {
  read: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/budget',
    act: 'readBudget',
    about: 'cycle',
    summary: 'The estimate of a cycle with what finance allows, and the units that can be asked to appraise it',
    params: ofCycle,
    reply: budgetView.extend({ units: z.array(unitName), mayChange: z.boolean() }),
  }),
  change: route({
    method: 'PUT',
    path: '/api/cycles/:cycleId/budget',
    act: 'changeBudget',
    about: 'cycle',
    summary: 'Draw up the estimate of a cycle, while it is a draft; version 0 where there was none',
    params: ofCycle,
    body: changeBody,
    versioned: true,
    reply: budgetView,
  }),
  submit: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/budget/submission',
    act: 'changeBudget',
    about: 'cycle',
    summary: 'Hand the estimate to the unit in charge of finance',
    params: ofCycle,
    versioned: true,
    reply: budgetView,
  }),
  takeBack: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/budget/taking-back',
    act: 'changeBudget',
    about: 'cycle',
    summary: 'Make the estimate a draft again; what was allowed is taken off its lines',
    params: ofCycle,
    versioned: true,
    reply: budgetView,
  }),
  ofUnit: route({
    method: 'GET',
    path: '/api/units/:unitId/cycle-budgets',
    act: 'appraiseBudget',
    about: 'unit',
    summary: 'Estimates that were handed to this unit to be appraised, newest cycle first',
    params: z.object({ unitId: id }),
    reply: z.object({ budgets: z.array(budgetView) }),
  }),
  appraise: route({
    method: 'POST',
    path: '/api/units/:unitId/cycle-budgets/:cycleId/appraisal',
    act: 'appraiseBudget',
    about: 'unit',
    summary: 'Say of every line what is allowed, with a reason where it is less, and how the money should be allocated',
    params: z.object({ unitId: id, cycleId: id }),
    body: appraisalBody,
    versioned: true,
    reply: budgetView,
  }),
}
