/** Why an installation does not start. Points and figures are text with a decimal point. */
export interface InstallationProblemFacts {
  unknownSetting: { readonly name: string; readonly meant?: string }
  settingNotOffered: { readonly name: string }
  databaseNotStarted: { readonly reason: DatabaseFailure; readonly folder: string; readonly detail?: string }
  databaseAway: Record<never, never>
  databaseUnreachable: { readonly setting: 'DATABASE_URL' | 'DATABASE_OWNER_URL'; readonly detail: string }
  migrationRefused: { readonly reason: MigrationRefusal; readonly migration: string; readonly detail?: string }
  portTaken: { readonly port: number }
}

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
