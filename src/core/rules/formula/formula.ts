import type { Fraction } from '../../exact/fraction.ts'
import type { Tree } from './tree.ts'

/** What a part of a formula is worth; a date is text. */
export type Value = Fraction | boolean | string | readonly Value[]
/** What the place of a name in the formula asks of it. */
export type Wanted = 'figure' | 'flag' | 'date' | 'list' | 'any'

/** Where a formula reads from; each reader gives `undefined` and notes why where it has nothing. */
export interface Scope {
  readonly read: (name: string, wanted: Wanted) => Value | undefined
  readonly node: (id: string) => Fraction | undefined
  readonly lookUp: (table: string, key: string) => Fraction | undefined
  readonly fault: (code: 'divisionByZero' | 'calculationTooLarge' | 'wrongType', text: string) => undefined
}

/** A formula ready to run: its text as written, its tree, and the work. Gives `undefined` where something lacks or was refused. */
export interface Formula {
  readonly text: string
  readonly tree: Tree
  readonly run: (scope: Scope, wanted: Wanted) => Value | undefined
}
