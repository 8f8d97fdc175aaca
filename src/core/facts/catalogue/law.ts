import type { FactFields } from '../fact-field.ts'
import { count, date, figure, flag, list, part } from './fields.ts'

/** Institutions: drafting of legal documents, monitoring of law enforcement, review, inspection of decentralised tasks. */
export const lawFacts = {
  'drafting.programme': count('document', 'R000-37'),
  'drafting.done': part('drafting.programme', 'document', 'R000-37'),
  'drafting.byProcedure': part('drafting.done', 'document', 'R000-37'),
  'lawMonitoring.planIssuedOn': date('R000-38', 'R003-29', 'R004-32'),
  'lawMonitoring.reportSent': date('R000-38', 'R003-29', 'R004-32'),
  'lawMonitoring.selfCheckOn': date('R004-32'),
  'lawReview.listIssuedOn': date('R000-38', 'R004-32'),
  'lawReview.unlawful': count('document', 'R000-38'),
  'lawReview.unlawfulHandled': part('lawReview.unlawful', 'document', 'R000-38'),
  'lawReview.systematisationReported': date('R003-29'),
  'decentralised.tasks': count('task', 'R000-44'),
  'decentralised.tasksInspected': part('decentralised.tasks', 'task', 'R000-44', 'R002-17'),
  'decentralised.inspections': list(
    { decisionNumber: 'text', decidedOn: 'date', conclusionNumber: 'text', concludedOn: 'date' },
    'R002-17',
    'R004-32',
  ),
  'decentralised.moneyToRecover': figure('dong', 'R002-17'),
  'decentralised.moneyRecovered': figure('dong', 'R002-17'),
  'decentralised.conclusionsFollowed': flag('R004-32'),
} as const satisfies FactFields
