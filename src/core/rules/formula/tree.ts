import type { Fraction } from '../../exact/fraction.ts'

export type BinarySign = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or'

/** A formula as it was read. `at` is the place in its text, from 0. */
export type Tree =
  | { readonly node: 'figure'; readonly value: Fraction }
  | { readonly node: 'text'; readonly value: string }
  | { readonly node: 'flag'; readonly value: boolean }
  | { readonly node: 'name'; readonly name: string; readonly at: number }
  | { readonly node: 'sign'; readonly sign: '-' | 'not'; readonly of: Tree }
  | { readonly node: 'binary'; readonly sign: BinarySign; readonly left: Tree; readonly right: Tree; readonly at: number }
  | { readonly node: 'call'; readonly name: string; readonly of: readonly Tree[]; readonly at: number }

/** Bounds that keep every formula quick to read and to work out; far above what a decision prints. */
export const formulaLimits = { characters: 4000, parts: 1000, depth: 60, digits: 40, bits: 4096 } as const
