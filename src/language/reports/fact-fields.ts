import { paperFieldLabels as labels } from '../pages/paper-fields.ts'
import type { PaperKind } from './paper-kind-words.ts'

/** A field of the facts of a paper. `lines` is a list of texts, one in a line; `rows` a list of records, `record` one. */
export type FactField =
  | { readonly as: 'text' | 'long' | 'number' | 'lines'; readonly name: string; readonly label: string; readonly isRequired?: true }
  | { readonly as: 'rows' | 'record'; readonly name: string; readonly label: string; readonly fields: readonly FactField[] }

const text = (name: string, label: string): FactField => ({ as: 'text', name, label })
const must = (name: string, label: string): FactField => ({ as: 'text', name, label, isRequired: true })
const count = (name: string, label: string): FactField => ({ as: 'number', name, label, isRequired: true })
const lines = (name: string, label: string): FactField => ({ as: 'lines', name, label })
const rows = (name: string, label: string, fields: readonly FactField[]): FactField => ({ as: 'rows', name, label, fields })
const record = (name: string, label: string, fields: readonly FactField[]): FactField => ({ as: 'record', name, label, fields })

const planFields: readonly FactField[] = [
  must('coordinator', labels.coordinator),
  lines('purposes', labels.purposes),
  lines('requirements', labels.requirements),
  lines('strengths', labels.strengths),
  lines('study', labels.study),
  rows('tasks', labels.planTasks, [
    must('title', labels.planTask),
    text('area', labels.area),
    text('leadUnit', labels.leading),
    lines('coordinatingUnits', labels.coordinating),
    text('deadline', labels.until),
    text('product', labels.product),
  ]),
]

const member = [must('name', labels.name), must('position', labels.position), must('role', labels.role)]

/** What the form of each kind asks, in the order of the paper. Its shape, in `src/reports/papers`, has the last word. */
export const factFields: Readonly<Partial<Record<PaperKind, readonly FactField[]>>> = {
  determinationPlan: [
    count('year', labels.year),
    must('scope', labels.scope),
    rows('steps', labels.steps, [
      must('title', labels.stepTitle),
      must('time', labels.time),
      text('advising', labels.advising),
      text('leading', labels.leading),
      lines('coordinating', labels.coordinating),
      lines('subjects', labels.subjects),
    ]),
    rows('duties', labels.duties, [must('unit', labels.unit), lines('tasks', labels.tasks)]),
  ],
  assignmentPlan: [must('coordinator', labels.coordinator), text('until', labels.until)],
  councilDecision: [
    count('year', labels.year),
    must('standing', labels.standing),
    rows('council', labels.council, member),
    rows('team', labels.team, member),
  ],
  guidance: [
    count('units', labels.units),
    must('until', labels.until),
    text('explanation', labels.explanation),
    text('contact', labels.contact),
    lines('notes', labels.notes),
  ],
  reminder: [
    count('year', labels.year),
    must('on', labels.on),
    must('deadline', labels.deadline),
    count('units', labels.units),
    rows('late', labels.late, [must('unit', labels.unit), count('answered', labels.answered), count('leaves', labels.leaves)]),
  ],
  selfAssessmentReport: [
    lines('how', labels.how),
    lines('satisfaction', labels.satisfaction),
    lines('difficulties', labels.difficulties),
    lines('proposals', labels.proposals),
  ],
  submission: [
    must('subject', labels.subject),
    lines('grounds', labels.grounds),
    lines('contents', labels.contents),
    lines('requests', labels.requests),
    lines('enclosed', labels.enclosed),
  ],
  appraisalMinutes: [
    count('year', labels.year),
    must('moment', labels.moment),
    must('place', labels.meetingPlace),
    must('ended', labels.ended),
    record('chair', labels.chair, member),
    record('secretary', labels.secretary, member),
    count('members', labels.members),
    count('present', labels.present),
    lines('absent', labels.absent),
    must('group', labels.group),
    count('units', labels.unitsSeen),
    rows('disputed', labels.disputed, [
      must('unit', labels.unit),
      must('code', labels.code),
      must('name', labels.criterion),
      must('before', labels.before),
      must('decided', labels.decided),
      must('reason', labels.reason),
    ]),
    lines('conclusions', labels.conclusions),
  ],
  remedialPlan: planFields,
  improvementPlan: planFields,
  roadmapPlan: planFields,
  surveyReport: [
    must('survey', labels.survey),
    count('year', labels.surveyYear),
    count('valid', labels.valid),
    { as: 'number', name: 'sent', label: labels.sent },
    text('method', labels.method),
    lines('words', labels.words),
    lines('findings', labels.findings),
    lines('proposals', labels.proposals),
  ],
  periodicReport: [
    must('unit', labels.reportingUnit),
    lines('plan', labels.planResults),
    lines('promised', labels.promised),
    lines('sentences', labels.sentences),
    lines('results', labels.results),
    lines('wonBack', labels.wonBack),
    lines('late', labels.lateTasks),
    lines('difficulties', labels.difficulties),
    lines('next', labels.next),
    lines('proposals', labels.proposals),
  ],
}
