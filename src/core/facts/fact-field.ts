/**
 * What a fact of the register is: a figure with decimals, a whole count, a day, a moment (day and minute of the authority's clock), yes or no, one of several words, a text,
 * or a list of lines with named columns.
 */
export type FactType = 'figure' | 'count' | 'date' | 'moment' | 'flag' | 'choice' | 'text' | 'list'
export type ColumnType = Exclude<FactType, 'list'>

/** A measure that stands beside a figure; `language` has its word. */
export type FactUnit =
  | 'file'
  | 'procedure'
  | 'document'
  | 'task'
  | 'person'
  | 'body'
  | 'finding'
  | 'initiative'
  | 'report'
  | 'percent'
  | 'dong'
  | 'case'
  | 'times'

/** One typed field of the register, for a unit and a year. `rows` are the requirements that ask for it. */
export interface FactField {
  readonly type: FactType
  readonly unit?: FactUnit
  /** Words of a choice, from the best on. */
  readonly choices?: readonly string[]
  /** Columns of a list, in their order. */
  readonly columns?: Readonly<Record<string, ColumnType>>
  /** The key of the field that this one is a part of and cannot be above: files on time of files settled. */
  readonly partOf?: string
  readonly rows: readonly string[]
}

/** Fields by key; a key is `group.field`. */
export type FactFields = Readonly<Record<string, FactField>>
