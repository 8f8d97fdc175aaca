import type { Role, ScoreSource } from '../vocabulary.ts'

/** Why an act, a command or a file is refused. Points and figures are text with a decimal point. */
export interface ActProblemFacts {
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
  /** The last of a list that was cut: so many were not told. */
  moreProblems: { readonly count: number }
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
  // files and drafts
  fileNotStored: { readonly reason: FileNotStoredReason }
  frameworkInForce: Record<never, never>
  paperIssued: Record<never, never>
  reportBegun: Record<never, never>
  rowOfFrame: Record<never, never>
  nothingToUndo: Record<never, never>
  cannotMoveRow: { readonly direction: 'up' | 'down' | 'in' | 'out' }
}

/** What is wrong with a command line. */
export type UsageReason =
  | 'unknownCommand'
  | 'unknownOption'
  | 'missingArgument'
  | 'extraArgument'
  | 'invalidOption'
  | 'noSuchFile'
  | 'notWritten'

/** Why a file that arrived could not be kept. */
export type FileNotStoredReason = 'diskFull' | 'readOnly' | 'noPermission' | 'interrupted'
