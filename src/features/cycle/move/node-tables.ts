/**
 * What becomes of the rows of a table when a running cycle moves to another version of its framework. `one`: they go on at the one leaf that stands for theirs,
 * else they are left behind; `all`: they go to every leaf that stands for theirs; `rows`: they hang on any row of the framework, areas too; `computed`: they are
 * made anew; `ofItsTime`: they tell what was, and stay.
 */
export type NodeTreatment = 'one' | 'all' | 'rows' | 'computed' | 'ofItsTime' | 'question' | 'guidance'

/** Every table that names rows of a framework; a test holds this to the migrated database. Of two tables the one that others refer to comes first. */
export const nodeTables = {
  score: 'one',
  score_evidence: 'all',
  evidence_absence: 'one',
  explanation: 'one',
  explanation_evidence: 'one',
  council_vote: 'one',
  second_look_leaf: 'one',
  panel_mark: 'one',
  external_value: 'one',
  inspection_finding: 'one',
  division_leaf: 'all',
  assignment: 'rows',
  assignment_person: 'rows',
  appraisal_assignment: 'rows',
  question: 'question',
  guidance: 'guidance',
  peer_snapshot: 'computed',
  action: 'ofItsTime',
  framework_node: 'ofItsTime',
  left_behind: 'ofItsTime',
  // A published result keeps its framework, and a cycle with one does not move.
  petition: 'ofItsTime',
  // What appraisers gave when they tried themselves out, and what was taken over jointly, is the record of that day.
  calibration_leaf: 'ofItsTime',
  calibration_point: 'ofItsTime',
  joint_acceptance_leaf: 'ofItsTime',
} as const satisfies Readonly<Record<string, NodeTreatment>>

export type CarriedTable = {
  [Table in keyof typeof nodeTables]: (typeof nodeTables)[Table] extends 'one' | 'all' | 'rows' ? Table : never
}[keyof typeof nodeTables]

/** Tables whose rows are taken up and put down again, in the order in which they may be put down. */
export const carriedTables = (Object.keys(nodeTables) as readonly (keyof typeof nodeTables)[]).filter((table): table is CarriedTable =>
  ['one', 'all', 'rows'].includes(nodeTables[table]),
)
