import { type FactInput, factInputsOf, fillFromFacts, retakeFromFacts, unlikeFacts } from '../../../core/rules/inputs-from-facts.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { claimOfFacts } from '../../../core/self-assessment/claim-of-facts.ts'
import { enterFacts, factsOf } from './edits.ts'
import type { Entry } from './entry.ts'
import type { OfferedFacts } from './offered-facts.ts'
import type { SheetSession } from './session.ts'
import type { SheetRow } from './sheet-rows.ts'

/** How one criterion stands to the register: what it would take, and what it says otherwise. */
export interface FromRegister {
  readonly from: readonly FactInput[]
  /** The register's values alone. */
  readonly known: Inputs
  /** What the form shows: what was entered, and what the register knows where nothing was. */
  readonly filled: Inputs
  readonly isFilled: boolean
  readonly unlike: readonly FactInput[]
  /** A fact of the register was changed after the claim. */
  readonly isChangedSince: boolean
  /** Other units whose facts these are. */
  readonly owners: readonly string[]
}

export const fromRegister = (row: SheetRow, entry: Entry, offered: OfferedFacts): FromRegister | undefined => {
  const { facts, changedAt, owners: ownerOf } = offered(row.id)
  const rule = factsRuleOf(row.node)
  const from = rule ? factInputsOf(rule) : []
  const known = fillFromFacts({}, from, facts)
  if (Object.keys(known).length === 0 || entry.value.status === 'notApplicable') return undefined
  const inputs = factsOf(entry)
  const isUntouched = entry.value.points === undefined && Object.keys(inputs).length === 0
  const unlike = unlikeFacts(inputs, from, facts)
  const claimedAt = entry.stored.moment
  const isChangedSince = claimedAt !== undefined && unlike.some(({ fact }) => (changedAt.get(fact) ?? '') > claimedAt)
  const owners = [...new Set(from.flatMap(({ fact }) => ownerOf.get(fact) || []))]
  return { from, known, filled: isUntouched ? known : inputs, isFilled: isUntouched, unlike, isChangedSince, owners }
}

/** Takes what the register knows into one criterion; what it does not know stays as it was entered. */
export const takeFromRegister = (session: SheetSession, row: SheetRow, entry: Entry): void => {
  const state = fromRegister(row, entry, session.register)
  if (state) enterFacts(session, row, retakeFromFacts(factsOf(entry), state.from, session.register(row.id).facts))
}

/** Criteria that nobody has touched and that the register can fill. */
export const fillableRows = (session: SheetSession): readonly SheetRow[] =>
  session.rows.own.filter((row) => {
    const entry = session.sheet.view().entries.get(row.id)
    const rule = factsRuleOf(row.node)
    const state = entry && fromRegister(row, entry, session.register)
    return rule !== undefined && state?.isFilled === true && claimOfFacts(row.node, rule, state.known).claim !== undefined
  })
