import type { RuleKindName } from '../registry.ts'

/** A rule as a file would have it, proposed from print and not yet accepted by anyone. */
export type Proposal = { readonly kind: RuleKindName } & Readonly<Record<string, unknown>>
