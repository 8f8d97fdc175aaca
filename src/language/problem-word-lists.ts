import type { BackupFault, LogFault, SingleSignOnRefusal } from '../core/problem-facts/organisation.ts'
import type { DatabaseFailure, MigrationRefusal } from '../core/problem-facts/installation.ts'
import type { FileNotStoredReason, UsageReason } from '../core/problem-facts/act.ts'
import type { UnreadableReason } from '../core/problem-facts/document.ts'
import type { FormulaFault } from '../core/problem-facts/rule.ts'

/** Single words and phrases that sentences about problems are filled with. */
export interface ProblemWords {
  readonly formula: Readonly<Record<FormulaFault, string>>
  readonly usage: Readonly<Record<UsageReason, (word: string, expected?: string) => string>>
  readonly unreadable: Readonly<Record<UnreadableReason, string>>
  readonly database: Readonly<Record<DatabaseFailure, string>>
  readonly migration: Readonly<Record<MigrationRefusal, string>>
  readonly notStored: Readonly<Record<FileNotStoredReason, string>>
  readonly singleSignOn: Readonly<Record<SingleSignOnRefusal, string>>
  readonly unitUses: Readonly<Record<'children', string>>
  readonly logFaults: Readonly<Record<LogFault, string>>
  readonly backup: Readonly<Record<BackupFault, (subject: string) => string>>
  readonly directions: Readonly<Record<'up' | 'down' | 'in' | 'out', string>>
  /** Kinds of tables a document is searched for. */
  readonly tables: Readonly<Record<string, string>>
  /** Words for facts that are open lists; a word that is not here is shown as it stands. */
  readonly open: Readonly<Record<string, string>>
}
