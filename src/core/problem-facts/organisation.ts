/** Facts of problems with units, accounts, jobs, the log and backups. */
export interface OrganisationProblemFacts {
  jobEnded: Record<never, never>
  wrongSecondFactor: Record<never, never>
  secondFactorState: { readonly isOn: boolean }
  singleSignOn: { readonly reason: SingleSignOnRefusal; readonly detail?: string }
  oneFileOnly: Record<never, never>
  badFileName: Record<never, never>
  // organisation
  unitBelowItself: { readonly unit: string }
  unitInUse: { readonly unit: string; readonly by: 'children' }
  endBeforeBegin: { readonly begin: string; readonly end: string }
  aliasTaken: { readonly alias: string; readonly unit: string }
  successorCircle: { readonly unit: string }
  repeatedLine: { readonly value: string; readonly first: number }
  handOverToSelf: Record<never, never>
  // plans and legal documents
  twoHeads: { readonly first: string; readonly second: string }
  documentCircle: { readonly by: 'parent' | 'replacement' }
  beyondParentPlan: { readonly parent: string }
  documentInUse: { readonly uses: string }
  // the log and backups
  logBroken: { readonly reason: LogFault; readonly number: number }
  logKeyUnknown: { readonly keyId: string; readonly lines: number }
  backupFault: { readonly reason: BackupFault; readonly subject: string }
}

/** Why a sign-in through the common service failed. */
export type SingleSignOnRefusal = 'noAccount' | 'providerAway' | 'refused' | 'expired'

/** What was done to the log: told by its seals, their keys and the heads that are kept apart. */
export type LogFault = 'changed' | 'removed' | 'unsealed' | 'gap' | 'forged' | 'cutTail' | 'otherHead'

/** Why a backup cannot be taken or put back. */
export type BackupFault = 'folderNotEmpty' | 'notABackup' | 'damaged' | 'missingFile' | 'otherVersion' | 'databaseNotEmpty' | 'ownerFenced'
