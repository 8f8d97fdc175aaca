/** Somebody, as the database knows them. */
export interface Seer {
  readonly name: string
  readonly authority?: string
  /** `*`: every unit of the authority. */
  readonly units?: string
  readonly person?: string
  readonly purpose?: string
}

/** A row of the world below, by what it says of itself. */
export interface WorldRow {
  readonly authority: string
  readonly unit: string
  readonly division: string
  readonly person: string
  /** Of the row that other rows hang on: 1 where what can be true of it is, 2 where it was only held. */
  readonly kin: 0 | 1 | 2
  /** Of the row itself, where it hangs on another. */
  readonly own: 0 | 1 | 2
}

const uuid = (figure: number): string => `00000000-0000-4000-8000-${String(figure).padStart(12, '0')}`

/** Two authorities; in the first two units, each with a division and a person, and a third unit with which things are shared. */
export const world = {
  province: uuid(1),
  elsewhere: uuid(2),
  unit: uuid(11),
  other: uuid(12),
  away: uuid(13),
  borrower: uuid(14),
  division: uuid(21),
  otherDivision: uuid(22),
  awayDivision: uuid(23),
  person: uuid(31),
  otherPerson: uuid(32),
  awayPerson: uuid(33),
}

const flags = [0, 1, 2] as const
export const worldRows: readonly WorldRow[] = [
  { authority: world.province, unit: world.unit, division: world.division, person: world.person },
  { authority: world.province, unit: world.other, division: world.otherDivision, person: world.otherPerson },
  { authority: world.elsewhere, unit: world.away, division: world.awayDivision, person: world.awayPerson },
  // Of another authority, and yet it names a unit and a person of the first: no id ever opens a fence between authorities.
  { authority: world.elsewhere, unit: world.unit, division: world.division, person: world.person },
].flatMap((place) => flags.flatMap((kin) => flags.map((own) => ({ ...place, kin, own }))))

export const idOf = ({ unit, kin }: WorldRow): string => uuid(Number(unit.slice(-12)) * 10 + kin)
export const probeOf = (row: WorldRow): string => `${row.authority.slice(-1)}.${row.unit.slice(-2)}.${row.kin}.${row.own}`

export const seers: readonly Seer[] = [
  { name: 'nobody' },
  { name: 'who sees all units', authority: world.province, units: '*', person: world.person },
  { name: 'the unit', authority: world.province, units: world.unit, person: world.person },
  { name: 'another unit', authority: world.province, units: world.other, person: world.otherPerson },
  { name: 'a division', authority: world.province, units: world.division, person: uuid(39) },
  { name: 'the borrower', authority: world.province, units: world.borrower, person: uuid(38) },
  { name: 'another authority', authority: world.elsewhere, units: '*', person: world.awayPerson },
  { name: 'who tells', authority: world.province, units: world.other, person: world.otherPerson, purpose: 'tell' },
  ...['signIn', 'jobs', 'publicRead', 'survey'].map((purpose) => ({ name: purpose, purpose })),
]

type Sight = (row: WorldRow, seer: Seer) => boolean

const same: Sight = (row, { authority }) => row.authority === authority
const all: Sight = (_, { units }) => units === '*'
const inUnit: Sight = (row, { units }) => units === row.unit
const inDivision: Sight = (row, { units }) => units === row.division
const isOwn: Sight = (row, { person }) => person === row.person
const isBorrower: Sight = (_, { units }) => units === world.borrower
const purpose =
  (...names: readonly string[]): Sight =>
  (_, seer) =>
    names.includes(seer.purpose ?? '')
const kinIsPosted: Sight = ({ kin }) => kin === 2
const kinIs: Sight = ({ kin }) => kin === 1
const ownIs: Sight = ({ own }) => own === 1
const both =
  (...sights: readonly Sight[]): Sight =>
  (row, seer) =>
    sights.every((each) => each(row, seer))
const either =
  (...sights: readonly Sight[]): Sight =>
  (row, seer) =>
    sights.some((each) => each(row, seer))

/** Who sees rows of a table, and who may put one in; absent where the table’s rows come and go with other acts that are fenced themselves. */
export interface Fence {
  readonly sees: Sight
  readonly writes?: Sight
}
const equally = (sees: Sight): Fence => ({ sees, writes: sees })

const ofUnit = both(same, either(all, inUnit))
const ofWork = both(same, either(all, inUnit, inDivision))
const ofWhole = both(same, all)
const ofPerson = both(same, isOwn)
/** Another unit rests a claim on one document of the unit, and the unit leads a leaf of the other. */
const isOther: Sight = (_, { units }) => units === world.other
const isOfUnit: Sight = ({ unit }) => unit === world.unit
const isRestedOn = both(same, isOther, isOfUnit, ({ kin }) => kin === 0)
const seenDocument = either(ofUnit, both(same, inDivision), both(same, isBorrower), isRestedOn)

/** Every table of which not simply everybody of the authority, and nobody else, sees every row. Written by hand from the duties, never from the policies. */
const special: Readonly<Record<string, Fence>> = {
  // Before anybody is known: signing in, public pages, the survey, work in the background.
  authority: equally(either(same, purpose('signIn', 'publicRead', 'jobs'))),
  unit: equally(either(same, purpose('signIn'))),
  unit_successor: { sees: either(same, purpose('signIn')), writes: same },
  ...Object.fromEntries(
    ['person', 'role_grant', 'second_factor', 'recovery_code', 'single_sign_on_identity', 'session'].map((table) => [
      table,
      equally(either(same, purpose('signIn'))),
    ]),
  ),
  ...Object.fromEntries(
    ['sign_in_attempt', 'sign_in_name_attempt', 'single_sign_on_attempt'].map((table) => [table, equally(purpose('signIn'))]),
  ),
  job: equally(either(same, purpose('jobs'))),
  framework_node: equally(either(same, purpose('publicRead'))),
  cycle: equally(either(same, purpose('publicRead'))),
  publication: equally(either(same, both(purpose('publicRead'), kinIs))),
  publication_unit: equally(either(same, both(purpose('publicRead'), kinIs))),
  // Reasons: of one’s own unit, until they are shown to all.
  publication_ground: { sees: either(ofUnit, both(either(same, purpose('publicRead')), kinIs)), writes: ofWhole },
  survey: { sees: either(same, both(purpose('survey'), kinIs)), writes: same },
  survey_intake: { sees: same, writes: either(same, purpose('survey')) },
  ...Object.fromEntries(
    ['survey_link', 'survey_receipt', 'survey_draft'].map((table) => [table, equally(either(same, purpose('survey')))]),
  ),
  // Redacted copies of public documents, and papers that were posted.
  stored_file: { sees: either(same, both(purpose('publicRead'), either(kinIs, kinIsPosted))), writes: same },
  paper_posting: { sees: either(ofWhole, purpose('publicRead')), writes: ofWhole },
  paper: { sees: either(ofUnit, both(purpose('publicRead'), kinIsPosted)), writes: ofUnit },
  // What a move to other criteria left behind of what a unit claimed is the unit’s; what it left of others’ work is not.
  left_behind: equally(both(same, either(all, both(inUnit, ownIs)))),
  // What a unit says and was given is its own and of whoever sees all units.
  ...Object.fromEntries(
    [
      'unit_total',
      'explanation',
      'explanation_evidence',
      'council_vote',
      'petition',
      'panel_mark',
      'external_value',
      'file_upload',
      'submitted_evidence',
      'guidance_reading',
      'score_sheet',
      'unit_report',
      'version_copy',
      'paper_basis',
      'cycle_budget',
    ].map((table) => [table, equally(ofUnit)]),
  ),
  // A division works at the leaves that it was given.
  score: equally(either(ofUnit, both(same, inDivision, ownIs))),
  score_evidence: equally(ofWork),
  evidence_absence: equally(ofWork),
  division_part: equally(ofWork),
  division_leaf: equally(ofWork),
  question: equally(both(same, either(both(all, kinIs), inUnit, inDivision))),
  question_message: equally(both(same, either(both(all, kinIs), inUnit, inDivision))),
  evidence: { sees: either(seenDocument, both(purpose('publicRead'), kinIs)), writes: ofUnit },
  evidence_file: { sees: either(seenDocument, both(purpose('publicRead'), kinIs, ownIs)) },
  fact: { sees: either(ofUnit, both(same, isBorrower), both(same, isOther, isOfUnit)), writes: ofUnit },
  fact_share: { sees: either(ofUnit, both(same, isBorrower)), writes: ofUnit },
  evidence_share: { sees: either(ofUnit, both(same, isBorrower)), writes: ofUnit },
  evidence_kept: { sees: either(ofUnit, both(same, isBorrower)), writes: ofUnit },
  ...Object.fromEntries(
    [
      'assignment_plan',
      'assignment_name',
      'assignment',
      'assignment_person',
      'past_result',
      'improvement_plan',
      'approved_plan',
      'task_progress',
      'recommendation_answer',
      'legal_document',
      'field_in_charge',
      'legal_ground',
    ].map((table) => [table, equally(ofWork)]),
  ),
  // What is looked at together, and what one keeps for oneself.
  ...Object.fromEntries(
    [
      'paper_batch',
      'paper_batch_file',
      'second_look_leaf',
      'joint_acceptance',
      'joint_acceptance_leaf',
      'calibration',
      'calibration_leaf',
      'calibration_appraiser',
      'peer_snapshot',
    ].map((table) => [table, equally(ofWhole)]),
  ),
  calibration_point: {
    sees: both(
      ofWhole,
      either(isOwn, ({ kin }) => kin !== 0),
    ),
    writes: ofPerson,
  },
  scenario: equally(ofPerson),
  calendar_link: equally(ofPerson),
  notice: equally(both(same, either(all, isOwn, purpose('tell')))),
  // A visit that was not announced is known to the unit only once it was made.
  ...Object.fromEntries(
    ['inspection', 'inspection_member', 'inspection_finding'].map((table) => [
      table,
      equally(
        both(
          same,
          either(
            all,
            both(inUnit, ({ kin }) => kin !== 0),
          ),
        ),
      ),
    ]),
  ),
}

/** Units and authorities are named on the form of a survey. */
const named: Readonly<Record<string, Sight>> = { authority: purpose('survey'), unit: purpose('survey') }

export const fenceOf = (table: string): Fence => {
  const fence = special[table] ?? equally(same)
  const also = named[table]
  return also ? { ...fence, sees: either(fence.sees, also) } : fence
}
export const specialTables: readonly string[] = Object.keys(special)
