import type { OrganisationProblemFacts } from './organisation-problem-facts.ts'
import type { RuleProblemFacts } from './rule-problem-facts.ts'
import type { Role, ScoreSource, Secrecy } from './vocabulary.ts'

/**
 * Facts of each kind of problem; the sentence is made in `src/language/problems.ts` alone.
 * Points and figures are strings with a decimal point. Codes are an open list: add here, then the compiler asks for the sentence.
 */
export interface ProblemFacts extends RuleProblemFacts, OrganisationProblemFacts {
  // reading a document
  unreadableFile: { readonly reason: UnreadableReason; readonly detail?: string }
  tooLarge: {
    readonly limit: string
    readonly actual: string
    readonly what: 'bytes' | 'rows' | 'cells' | 'characters' | 'pages' | 'levels' | 'inflated' | 'memory' | 'time'
  }
  noTable: { readonly kind: string }
  /** `tables`: their names in document order, so that one can be asked for by its number. */
  severalTables: { readonly count: number; readonly chosen: string; readonly tables?: readonly string[] }
  legacyFont: { readonly font: 'TCVN3' | 'VNI' }
  unreadableRow: { readonly text: string }
  doubtfulText: { readonly raw: string; readonly corrected?: string }
  decimalSign: { readonly raw: string; readonly column?: string }
  missingCode: { readonly name: string }
  duplicateCode: { readonly duplicateOf: string; readonly repeated: string }
  codeGap: { readonly expected: string; readonly found?: string }
  missingName: Record<never, never>
  missingMaxPoints: Record<never, never>
  missingLeadUnit: Record<never, never>
  missingCoordinatingUnit: Record<never, never>
  unitSpelling: { readonly spellings: readonly string[]; readonly proposed?: string }
  countMismatch: { readonly what: string; readonly printed: string; readonly derived: string }
  // arithmetic of a framework or a roadmap
  totalMismatch: { readonly printed: string; readonly derived: string; readonly from: 'children' | 'leaves' }
  columnTotalMismatch: { readonly column: string; readonly printed: string; readonly derived: string }
  targetAboveMax: { readonly column: string; readonly target: string; readonly max: string }
  targetBelowResult: { readonly column: string; readonly target: string; readonly result: string }
  overlappingClasses: { readonly first: string; readonly second: string }
  classGap: { readonly below: string; readonly above: string }
  unsettledTotal: { readonly printed: string; readonly derived: string }
  // values that do not fit
  invalidValue: { readonly field: string; readonly value: string; readonly expected: string }
  missingField: { readonly field: string }
  invalidPoints: { readonly value: string }
  abovePoints: { readonly points: string; readonly max: string }
  belowPoints: { readonly points: string; readonly min: string }
  notALeaf: { readonly node: string }
  unknownNode: { readonly node: string }
  unknownUnit: { readonly unit: string }
  duplicateLine: { readonly unit: string; readonly node: string; readonly first: number }
  nothingApplies: { readonly unit: string }
  treatmentNotAllowed: { readonly treatment: string }
  missingReason: { readonly claimed: string; readonly given: string }
  missingEvidence: Record<never, never>
  missingBasis: Record<never, never>
  unanswered: Record<never, never>
  pointsDifferFromRule: { readonly given: string; readonly rule: string }
  factsAsked: Record<never, never>
  factsNotAsked: Record<never, never>
  reasonDue: Record<never, never>
  incomplete: { readonly missing: number; readonly of: number }
  bundleDiffers: { readonly unit: string; readonly field: string; readonly printed: string; readonly derived: string }
  hashDiffers: { readonly printed: string; readonly derived: string }
  // the command line
  wrongUsage: { readonly reason: UsageReason; readonly word: string; readonly expected?: string }
  // acts
  signInRefused: Record<never, never>
  signInLocked: { readonly until: string }
  signedOut: Record<never, never>
  notAllowed: { readonly act: string }
  notFound: { readonly what: string }
  changedMeanwhile: { readonly by?: string; readonly moment?: string; readonly theirs?: string; readonly version?: string }
  wrongStage: { readonly stage: string; readonly act: string }
  deadlinePassed: { readonly deadline: string }
  notInForce: Record<never, never>
  noUnits: { readonly group: string }
  notSelfScored: { readonly source: ScoreSource }
  alreadyExists: { readonly what: string; readonly value: string }
  idempotencyKeyReused: Record<never, never>
  tooManyRequests: { readonly seconds: number }
  correctionDue: { readonly number: number }
  weakPassword: { readonly minLength: number }
  samePassword: Record<never, never>
  mustChangePassword: Record<never, never>
  roleNeedsUnit: { readonly role: Role }
  roleIsOfAuthority: { readonly role: Role }
  lastAdministrator: Record<never, never>
  unreadableRequest: { readonly detail: string }
  unstorableText: { readonly field: string }
  unexpected: { readonly requestId: string }
  // appraisal
  refusalWithoutReason: { readonly given: string }
  missingScoreSource: Record<never, never>
  notMeasuredNotAllowed: Record<never, never>
  appraisalIncomplete: { readonly missing: number; readonly of: number }
  appraisalUnfinished: { readonly unit: string; readonly left: number }
  neverSubmitted: { readonly unit: string }
  roundsDoNotFit: { readonly rounds: readonly string[] }
  lessThanBefore: { readonly before: string; readonly given: string }
  reasonForDispute: Record<never, never>
  missingExplanation: Record<never, never>
  nothingToDispute: Record<never, never>
  notDisputed: Record<never, never>
  notYourTask: { readonly area: string }
  ownInterest: Record<never, never>
  noCouncil: Record<never, never>
  noVotes: Record<never, never>
  tooManyVotes: { readonly votes: number; readonly voters: number }
  voteNotCarried: { readonly votesFor: number; readonly votesAgainst: number }
  councilUnfinished: { readonly left: number }
  noChair: { readonly chairs: number }
  // evidence
  secretFile: { readonly secrecy: Secrecy }
  secretDetails: { readonly field: string }
  notEvidenceFile: Record<never, never>
  // losses, tasks and targets
  lossWithoutCause: { readonly lost: string }
  causeCopied: { readonly cause: string; readonly area: string }
  causeWithoutLoss: { readonly cause: string }
  lossWithoutTask: { readonly lost: string }
  taskWithoutLoss: { readonly task: string }
  taskWithout: { readonly task: string; readonly lacks: 'leadUnit' | 'product' | 'deadline' }
  goalAboveParts: { readonly column: string; readonly goal: string; readonly parts: string }
  // starting the installation
  unknownSetting: { readonly name: string; readonly meant?: string }
  settingNotOffered: { readonly name: string }
  databaseNotStarted: { readonly reason: DatabaseFailure; readonly folder: string; readonly detail?: string }
  databaseAway: Record<never, never>
  databaseUnreachable: { readonly setting: 'DATABASE_URL' | 'DATABASE_OWNER_URL'; readonly detail: string }
  migrationRefused: { readonly reason: MigrationRefusal; readonly migration: string; readonly detail?: string }
  portTaken: { readonly port: number }
  // files and drafts
  fileNotStored: { readonly reason: FileNotStoredReason }
  frameworkInForce: Record<never, never>
  rowOfFrame: Record<never, never>
  nothingToUndo: Record<never, never>
  cannotMoveRow: { readonly direction: 'up' | 'down' | 'in' | 'out' }
  // surveys
  questionnaireFault: { readonly reason: QuestionnaireFault; readonly subject: string; readonly value?: string; readonly other?: string }
  responseFault: {
    readonly reason: ResponseFault
    /** The question or the column. */
    readonly subject: string
    readonly value?: string
    readonly other?: string
    readonly response?: string
  }
  // composite indices
  compositeInput: {
    readonly table: 'structure' | 'data' | 'weights'
    readonly reason: CompositeFault
    /** Code of an indicator, name of a unit or of a column. */
    readonly subject: string
    readonly value?: string
    readonly other?: string
    /** How many indicators it holds for. */
    readonly count?: number
  }
}

/** What is wrong with a questionnaire. */
export type QuestionnaireFault =
  | 'repeatedSection'
  | 'repeatedGroup'
  | 'repeatedQuestion'
  | 'repeatedRow'
  | 'repeatedOption'
  | 'repeatedLanguage'
  | 'repeatedLeaf'
  | 'reservedName'
  | 'unknownGroup'
  | 'quotaAbovePopulation'
  | 'missingLanguage'
  | 'badRange'
  | 'badTop'
  | 'labelCount'
  | 'badMost'
  | 'laterQuestion'
  | 'unknownQuestion'
  | 'notConditional'
  | 'notOffered'
  | 'notMeasurable'
  | 'countedTwice'
  | 'questionsOrParts'
  | 'badMaximum'
  | 'noWeights'
  | 'missingWeight'

/** What is wrong with an answer to a survey, or with a file of answers. */
export type ResponseFault =
  | 'absentColumn'
  | 'repeatedColumn'
  | 'unknownColumn'
  | 'tooManyCells'
  | 'noResponseId'
  | 'repeatedResponse'
  | 'noUnit'
  | 'unknownGroup'
  | 'notOffered'
  | 'notWhole'
  | 'outOfRange'
  | 'tooManyChoices'
  | 'tooLong'
  | 'noDontKnow'
  | 'notAsked'
  | 'required'
  | 'noResponses'

/** What is wrong with a table of a composite index. */
export type CompositeFault =
  | 'absentColumn'
  | 'noCode'
  | 'repeatedCode'
  | 'badLevel'
  | 'badWeight'
  | 'badDirection'
  | 'unknownParent'
  | 'secondRoot'
  | 'noRoot'
  | 'circle'
  | 'levelNotBelow'
  | 'indicatorWithChildren'
  | 'childless'
  | 'weightless'
  | 'unknownCode'
  | 'aggregateCode'
  | 'absentIndicator'
  | 'repeatedColumn'
  | 'noUnit'
  | 'repeatedUnit'
  | 'notNumber'
  | 'tooManyCells'
  | 'noUnits'
  | 'badReplication'
  | 'repeatedWeight'
  | 'noReplications'
  | 'allMissing'
  | 'constant'
  | 'zero'
  | 'notPositive'

/** Why a file gave no content at all. */
export type UnreadableReason = 'empty' | 'broken' | 'encrypted' | 'unknownFormat' | 'oldFormat' | 'noText' | 'hostile' | 'timeout'
/** Why the embedded database did not start, as far as its log says. */
export type DatabaseFailure =
  | 'notInstalled'
  | 'diskFull'
  | 'readOnly'
  | 'noPermission'
  | 'otherVersion'
  | 'noMemory'
  | 'damaged'
  | 'rootRefused'
  | 'unknown'
/** `changed`: an applied file is no longer what it was; `missing`: it is gone; `unordered`: a new file stands before an applied one. */
export type MigrationRefusal = 'changed' | 'missing' | 'unordered' | 'badName' | 'failed' | 'databaseTooOld'
/** Why a file that arrived could not be kept. */
export type FileNotStoredReason = 'diskFull' | 'readOnly' | 'noPermission' | 'interrupted'
/** What is wrong with a command line. */
export type UsageReason =
  | 'unknownCommand'
  | 'notYet'
  | 'unknownOption'
  | 'missingArgument'
  | 'extraArgument'
  | 'invalidOption'
  | 'noSuchFile'
  | 'notWritten'
/** Every kind of problem; codes never change their meaning, new ones are added. */
export type ProblemCode = keyof ProblemFacts

interface ProblemPlace {
  /** Node id, `total`, a field path or another place; empty where the problem is of the whole. */
  readonly at: string
  readonly severity: 'error' | 'warning'
  /** 1-based line or row of the input. */
  readonly line?: number
}

/** One doubt or refusal, as data. The sentence for it is `problemSentence` of `src/language`. */
export type Problem = { [Code in ProblemCode]: { readonly code: Code } & ProblemPlace & ProblemFacts[Code] }[ProblemCode]

type ProblemOf<Code extends ProblemCode> = Extract<Problem, { code: Code }>

const problem =
  (severity: 'error' | 'warning') =>
  <Code extends ProblemCode>(code: Code, at: string, facts: ProblemFacts[Code], line?: number): ProblemOf<Code> =>
    ({ code, at, severity, ...(line === undefined ? {} : { line }), ...facts }) as unknown as ProblemOf<Code>

/** A problem that keeps the value from being used. */
export const errorAt = problem('error')
/** A problem that a person should settle, but may leave. */
export const warningAt = problem('warning')

/** Whether anything among them keeps the value from being used; warnings do not. */
export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((each) => each.severity === 'error')
