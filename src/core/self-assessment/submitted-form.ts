import type { SubmittedDocument } from '../evidence/submitted-document.ts'
import { pointsText } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { leavesOf } from '../framework/walk.ts'
import type { Inputs } from '../rules/inputs.ts'
import { type Claims, isSelfScored } from './claims.ts'

/** Exactly what a unit submits, as plain data: its canonical JSON is what is hashed and kept from changing. */
export interface SubmittedForm {
  readonly format: 'parindex/self-assessment@2'
  readonly cycle: string
  readonly unit: string
  /** SHA-256 of the framework's canonical JSON. */
  readonly framework: string
  /** Every leaf the unit scores, in document order; a gap stands as `missing`. Documents as they were then, in order of their id. */
  readonly claims: readonly {
    readonly node: string
    readonly status: 'scored' | 'notApplicable' | 'missing'
    readonly points?: string
    readonly explanation?: string
    /** The facts that the points come from, as they were entered. */
    readonly inputs?: Inputs
    readonly evidence: readonly SubmittedDocument[]
    /** Why there are no documents, where the unit declared so; absent in forms of before it could. */
    readonly noEvidence?: string
  }[]
}

/** Lays down what is submitted. The same claims give the same form, in whichever order they were entered. */
export const submittedForm = (
  about: Pick<SubmittedForm, 'cycle' | 'unit' | 'framework'>,
  nodes: readonly FrameworkNode[],
  claims: Claims,
  evidence: ReadonlyMap<string, readonly SubmittedDocument[]>,
  noEvidence: ReadonlyMap<string, string> = new Map(),
): SubmittedForm => ({
  format: 'parindex/self-assessment@2',
  cycle: about.cycle,
  unit: about.unit,
  framework: about.framework,
  claims: leavesOf(nodes)
    .filter(isSelfScored)
    .map(({ id }) => {
      const { status, points, explanation, inputs } = claims.get(id) ?? { status: 'missing' as const }
      const absence = evidence.get(id)?.length ? undefined : noEvidence.get(id)
      return {
        node: id,
        status,
        ...(points !== undefined && { points: pointsText(points) }),
        ...(explanation && { explanation: explanation.normalize('NFC') }),
        ...(inputs && { inputs }),
        evidence: [...(evidence.get(id) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
        ...(absence && { noEvidence: absence.normalize('NFC') }),
      }
    }),
})
