import { canonicalJson } from '../../../core/canonical-json.ts'
import { parsePoints } from '../../../core/exact/points.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import type { Claims } from '../../../core/self-assessment/claims.ts'
import type { Autosave } from '../../../web/widgets/autosave/autosave.ts'
import type { AutosaveState, Entry as SavedEntry, Stored } from '../../../web/widgets/autosave/autosave-state.ts'
import type { SheetClaim } from '../contract.ts'

/** What the unit claims for one leaf, as the page has it. Points are text with a decimal point; cleared is `missing`, which is not zero. */
export interface Claim {
  readonly status: 'scored' | 'notApplicable' | 'missing'
  readonly points?: string
  readonly explanation?: string
  readonly inputs?: Inputs
}

/** Typed text, or facts, that are not accepted; they stay in their place until corrected. */
export interface Typed {
  readonly text: string
  readonly message: string
  readonly inputs?: Inputs
}

export type Entry = SavedEntry<Claim, Typed>
export type SheetState = AutosaveState<Claim, Typed>
export type SheetAutosave = Autosave<Claim, Typed>

const sameInputs = (a: Inputs | undefined, b: Inputs | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))

export const sameClaim = (a: Claim, b: Claim): boolean =>
  a === b ||
  (a.status === b.status &&
    (a.points ?? '') === (b.points ?? '') &&
    (a.explanation ?? '') === (b.explanation ?? '') &&
    sameInputs(a.inputs, b.inputs))

/** Only what a claim of this status has. */
const claimOf = ({ status, points, explanation, inputs }: SheetClaim): Claim => ({
  status,
  ...(status === 'scored' && points !== undefined && { points }),
  ...(explanation && { explanation }),
  ...(inputs && { inputs: inputs as Inputs }),
})

/** What the server has for every leaf of the sheet; version 0 where nobody has touched it. */
export const storedClaims = (nodeIds: readonly string[], claims: readonly SheetClaim[]): readonly Stored<Claim>[] => {
  const given = new Map(claims.map((claim) => [claim.nodeId, claim]))
  return nodeIds.map((id) => {
    const claim = given.get(id)
    if (!claim) return { id, version: 0, value: { status: 'missing' } }
    return { id, version: claim.version, value: claimOf(claim), by: claim.changedBy?.name, moment: claim.changedAt }
  })
}

/** The claims that stand on the page, as the core takes them. */
export const claimsOf = (state: SheetState): Claims =>
  new Map(
    [...state.entries.values()].map(({ stored, value: { points, ...claim } }) => {
      const exact = points === undefined ? undefined : parsePoints(points)
      return [stored.id, { ...claim, ...(exact !== undefined && { points: exact }) }]
    }),
  )
