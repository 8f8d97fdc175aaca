import { canonicalJson } from '../../canonical-json.ts'
import type { Problem } from '../../problem.ts'
import type { Framework } from '../framework.ts'

/** A doubt that a person looked at and lets stand, with the reason. */
export interface Dismissal {
  readonly at: string
  /** {@link problemKey} of it. */
  readonly problem: string
  readonly reason: string
}

/** A rule proposed out of this print that a person did not want; another print is another proposal. */
export interface RefusedProposal {
  readonly at: string
  readonly text: string
}

/** A framework on its way into force: as it stands, what was doubtful in reading it, and which doubts a person let stand. */
export interface FrameworkDraft {
  readonly framework: Framework
  /** Doubts of the reading that no arithmetic finds again: unsure text, rows not understood. */
  readonly doubts: readonly Problem[]
  readonly dismissals: readonly Dismissal[]
  readonly refusedProposals: readonly RefusedProposal[]
}

/** What a problem is known by at its place while its facts stay the same; another sum is another problem. */
export const problemKey = ({ severity: _, line: __, at: ___, ...facts }: Problem): string => canonicalJson(facts)

/** Codes that follow from the framework alone. */
const recomputed: ReadonlySet<Problem['code']> = new Set([
  'missingCode',
  'duplicateCode',
  'codeGap',
  'missingName',
  'missingMaxPoints',
  'missingLeadUnit',
  'missingCoordinatingUnit',
  'unitSpelling',
  'totalMismatch',
  'overlappingClasses',
  'classGap',
  'missingField',
])

/**
 * Begins a draft with what a document gave. Problems that `checkFramework` finds by itself are left out of the doubts: they are found anew after
 * every edit.
 */
export const beginDraft = (framework: Framework, problems: readonly Problem[]): FrameworkDraft => ({
  framework,
  doubts: problems.filter(({ code }) => !recomputed.has(code)),
  dismissals: [],
  refusedProposals: [],
})
