import { readCalculation } from '../../rules/read-calculation.ts'
import type { Proposal } from '../../rules/reading/proposal.ts'
import type { FrameworkNode } from '../framework.ts'
import { ruleMaximum } from '../../rules/rule-maximum.ts'
import { leavesOf } from '../walk.ts'
import type { FrameworkDraft } from './draft.ts'

/** A rule read out of what is printed beside a leaf. */
export interface RuleProposal {
  readonly at: string
  /** The print that it was read out of, word for word. */
  readonly text: string
  readonly rule: Proposal
  readonly isRefused: boolean
}

/** Where a decision says how a leaf's points are given: its "cách tính điểm", else its note. */
export const printedCalculation = ({ calculation, note }: FrameworkNode): string | undefined => calculation ?? note

/** A rule that says the maximum of its row says nothing: it follows the row without. */
const followingRow = ({ max: _, ...rule }: Proposal): Proposal => rule as Proposal

/**
 * The rules that the print of a draft proposes, for leaves that have none yet, in document order. What is not wholly understood is not among
 * them and stays with a person.
 */
export const proposeRules = ({ framework, refusedProposals }: FrameworkDraft): readonly RuleProposal[] =>
  leavesOf(framework.nodes).flatMap((leaf) => {
    const text = printedCalculation(leaf)
    if (leaf.rule || text === undefined || leaf.counting === 'penalty') return []
    const rule = readCalculation(text, { max: ruleMaximum(leaf), ...(framework.year > 0 && { year: framework.year }) })
    if (!rule) return []
    const isRefused = refusedProposals.some((each) => each.at === leaf.id && each.text === text)
    return [{ at: leaf.id, text, rule: followingRow(rule), isRefused }]
  })
