import { errorAt, type Problem } from '../problem.ts'

export const findingOutcomes = ['confirmed', 'differs', 'notProved'] as const
export type FindingOutcome = (typeof findingOutcomes)[number]
export const inspectionDuties = ['lead', 'secretary', 'member'] as const
export type InspectionDuty = (typeof inspectionDuties)[number]

/** A visit to a unit as it is written down; days are ISO dates. */
export interface WrittenInspection {
  readonly heldOn?: string | undefined
  readonly record?: string | undefined
  readonly result?: string | undefined
  readonly team: readonly { readonly personId: string; readonly duty: InspectionDuty }[]
  readonly findings: readonly { readonly nodeId: string; readonly outcome: FindingOutcome; readonly words: string }[]
}

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === ''

const repeated = (keys: readonly string[], path: string, what: string): readonly Problem[] =>
  keys.flatMap((key, index) => (keys.indexOf(key) < index ? [errorAt('alreadyExists', `${path}.${index}`, { what, value: key })] : []))

/**
 * What keeps a visit from standing, all at once: a team without exactly one lead, or with somebody twice; a visit that was held, `today` at the latest, without
 * record and result; findings before it was held, on leaves that the unit does not have (`leaves`), twice on one, or without words where more than a
 * confirmation is said. Source: seed plan 1, part II, step on unannounced checks with record and result (R001-21).
 */
export const checkInspection = (written: WrittenInspection, leaves: ReadonlySet<string>, today: string): readonly Problem[] => {
  const { heldOn, record, result, team, findings } = written
  const leads = team.filter(({ duty }) => duty === 'lead').length
  return [
    ...(leads === 1 ? [] : [errorAt('noChair', 'team', { chairs: leads })]),
    ...repeated(
      team.map(({ personId }) => personId),
      'team',
      'person',
    ),
    ...(heldOn !== undefined && heldOn > today
      ? [errorAt('invalidValue', 'heldOn', { field: 'date', value: heldOn, expected: today })]
      : []),
    ...(heldOn !== undefined && isEmpty(record) ? [errorAt('missingField', 'record', { field: 'record' })] : []),
    ...(heldOn !== undefined && isEmpty(result) ? [errorAt('missingField', 'result', { field: 'result' })] : []),
    ...(heldOn === undefined && (findings.length > 0 || !isEmpty(record) || !isEmpty(result))
      ? [errorAt('missingField', 'heldOn', { field: 'heldOn' })]
      : []),
    ...repeated(
      findings.map(({ nodeId }) => nodeId),
      'findings',
      'criteria',
    ),
    ...findings.flatMap(({ nodeId, outcome, words }) => [
      ...(leaves.has(nodeId) ? [] : [errorAt('unknownNode', nodeId, { node: nodeId })]),
      ...(outcome !== 'confirmed' && isEmpty(words) ? [errorAt('missingField', nodeId, { field: 'reason' })] : []),
    ]),
  ]
}
