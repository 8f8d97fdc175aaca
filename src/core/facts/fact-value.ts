import type { FactKey } from './fact-catalogue.ts'

/** A line of a list: text by column, each in the form of its type; what nobody knows stays out. */
export type FactLine = { readonly [column: string]: string }

/**
 * A fact as it is kept: figures and counts with a decimal point (`"95.5"`), dates ISO, moments `2026-01-15T16:30`, flags `true` and `false`, choices by their word. A list is its lines.
 */
export type FactValue = string | readonly FactLine[]

/** The facts of one unit and year, by key. */
export type Facts = Readonly<Partial<Record<FactKey, FactValue>>>
