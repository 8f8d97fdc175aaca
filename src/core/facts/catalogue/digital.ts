import type { FactFields } from '../fact-field.ts'
import { count, date, flag, judged, part } from './fields.ts'

/** Digital government, the website and quality management. Counts of electronic documents leave secret ones out. */
export const digitalFacts = {
  'digital.planIssuedOn': date('R000-48', 'R004-37'),
  'digital.planTasks': count('task', 'R000-48', 'R004-37'),
  'digital.planTasksDone': part('digital.planTasks', 'task', 'R000-48', 'R004-37'),
  'digital.indexPlanIssuedOn': date('R003-38'),
  'digital.transformationPlanIssuedOn': date('R003-38'),
  'digital.infrastructurePlanIssuedOn': date('R003-38'),
  'digital.architectureKept': flag('R000-48'),
  'digital.documentsSent': count('document', 'R000-48', 'R004-37'),
  'digital.documentsSentElectronically': part('digital.documentsSent', 'document', 'R000-48', 'R004-37'),
  'digital.documentsSigned': part('digital.documentsSentElectronically', 'document', 'R000-48'),
  'digital.documentsHandled': count('document', 'R000-48', 'R004-37'),
  'digital.documentsHandledOnline': part('digital.documentsHandled', 'document', 'R000-48', 'R004-37'),
  'digital.mailAccounts': count('person', 'R000-48'),
  'digital.mailAccountsUsed': part('digital.mailAccounts', 'person', 'R000-48'),
  'digital.headUsesSystem': flag('R004-37'),
  'digital.databases': count('case', 'R004-37'),
  'digital.databasesShared': part('digital.databases', 'case', 'R004-37'),
  'security.incidents': count('case', 'R003-38'),
  'security.incidentsHandled': part('security.incidents', 'case', 'R003-38'),
  'website.newsDemanded': count('document', 'R004-38'),
  'website.newsOnTime': part('website.newsDemanded', 'document', 'R000-48', 'R004-38'),
  'website.easeOfUse': judged('R004-38'),
  'iso.announcedOn': date('R000-50'),
  'iso.auditedOn': date('R000-50'),
  'iso.updatedOn': date('R000-50'),
  'iso.divisions': count('body', 'R003-39'),
  'iso.divisionsApplying': part('iso.divisions', 'body', 'R003-39', 'R004-38'),
} as const satisfies FactFields
