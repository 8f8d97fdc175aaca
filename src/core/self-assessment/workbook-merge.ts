import { canonicalJson } from '../canonical-json.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, type Result } from '../result.ts'
import { factsRuleOf } from '../rules/leaf-outcome.ts'
import { checkClaims } from './check-claims.ts'
import { type Claim, longestExplanation } from './claims.ts'
import type { WorkbookValue } from './workbook-cells.ts'

/** One leaf as the workbook was written out with it. */
export interface WrittenLeaf {
  readonly version: number
  readonly value: WorkbookValue
  readonly explanation: string
}

/** One leaf as the workbook comes back with it; a value that cannot be read is refused. */
export interface FilledLeaf {
  readonly nodeId: string
  readonly value: Result<WorkbookValue>
  readonly explanation: string
  /** The facts that were changed, in words, where the value comes from facts. */
  readonly facts?: readonly string[]
}

/** One leaf as it stands now; version 0 where nobody has touched it. */
export interface StandingLeaf {
  readonly version: number
  readonly claim: Claim
}

/**
 * What becomes of one field. `taken`: changed in the file alone. `alreadySame`: changed in both, to the same. `conflict`: changed in both, to
 * something else; what stands is kept until a person chooses. `refused`: changed in the file to something that cannot stand.
 */
export type FieldMerge<Value> =
  | { readonly kind: 'unchanged' | 'alreadySame' }
  | { readonly kind: 'taken' | 'conflict'; readonly mine: Value; readonly theirs: Value }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

export interface LeafMerge {
  readonly nodeId: string
  readonly value: FieldMerge<WorkbookValue>
  readonly explanation: FieldMerge<string>
}

const sameValue = (a: WorkbookValue, b: WorkbookValue): boolean =>
  a.status === b.status && a.points === b.points && canonicalJson(a.inputs ?? {}) === canonicalJson(b.inputs ?? {})
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
const sameText = (a: string, b: string): boolean => plain(a) === plain(b)

const mergeField = <Value>(
  same: (a: Value, b: Value) => boolean,
  written: Value,
  filled: Result<Value>,
  theirs: Value,
  isSameVersion: boolean,
): FieldMerge<Value> => {
  if (!filled.ok) return { kind: 'refused', problems: filled.problems }
  const mine = filled.value
  if (same(written, mine)) return { kind: 'unchanged' }
  if (same(theirs, mine)) return { kind: 'alreadySame' }
  return { kind: isSameVersion || same(written, theirs) ? 'taken' : 'conflict', mine, theirs }
}

const isChange = <Value>(merge: FieldMerge<Value>): merge is Extract<FieldMerge<Value>, { readonly mine: Value }> =>
  merge.kind === 'taken' || merge.kind === 'conflict'

const withExplanation = ({ explanation: _, ...rest }: Claim, explanation: string): Claim => ({
  ...rest,
  ...(explanation !== '' && { explanation }),
})

/** The claim that stands where fields of the file are taken; facts stay only beside the value that they gave. */
export const claimWith = (standing: Claim, mine: { readonly value?: WorkbookValue; readonly explanation?: string }): Claim =>
  withExplanation(mine.value ?? standing, mine.explanation ?? standing.explanation ?? '')

const checkValue = (node: FrameworkNode, { status, inputs }: WorkbookValue): readonly Problem[] =>
  factsRuleOf(node) && status === 'scored' && !inputs ? [errorAt('factsAsked', node.id, {})] : []

const checkText = (node: FrameworkNode, text: string): readonly Problem[] =>
  text.length > longestExplanation ? [errorAt('explanationTooLong', node.id, { limit: longestExplanation, actual: text.length })] : []

interface Mine {
  readonly value?: WorkbookValue
  readonly explanation?: string
}

const problemsWith = (node: FrameworkNode, claim: Claim, mine: Mine): readonly Problem[] =>
  firstOfEach([
    ...(mine.value ? checkValue(node, mine.value) : []),
    ...(mine.explanation === undefined ? [] : checkText(node, mine.explanation)),
    ...checkClaims(new Map([[node.id, node]]), [{ nodeId: node.id, claim: claimWith(claim, mine) }]),
  ])

/** Fields that changed are held against the rules of the leaf together; one that can stand without the other is not refused with it. */
const checkLeaf = (node: FrameworkNode, claim: Claim, merge: LeafMerge): LeafMerge => {
  const value = isChange(merge.value) ? { value: merge.value.mine } : undefined
  const words = isChange(merge.explanation) ? { explanation: merge.explanation.mine } : undefined
  const together = problemsWith(node, claim, { ...value, ...words })
  if ((!value && !words) || together.length === 0) return merge
  const ofValue = value ? problemsWith(node, claim, value) : []
  const ofWords = words ? problemsWith(node, claim, words) : []
  const isOnlyTogether = ofValue.length === 0 && ofWords.length === 0
  const refused = (problems: readonly Problem[]) => ({ kind: 'refused' as const, problems })
  return {
    nodeId: merge.nodeId,
    value:
      value && (isOnlyTogether || ofValue.length > 0) ? refused(isOnlyTogether || ofWords.length > 0 ? together : ofValue) : merge.value,
    explanation: words && (isOnlyTogether || ofWords.length > 0) ? refused(isOnlyTogether ? together : ofWords) : merge.explanation,
  }
}

/** Facts that are asked for are told of once, whichever check finds it. */
const firstOfEach = (problems: readonly Problem[]): readonly Problem[] => [...new Map(problems.map((each) => [each.code, each])).values()]

const refuseChanges = (merge: LeafMerge, problems: readonly Problem[]): LeafMerge => ({
  nodeId: merge.nodeId,
  value: isChange(merge.value) ? { kind: 'refused', problems } : merge.value,
  explanation: isChange(merge.explanation) ? { kind: 'refused', problems } : merge.explanation,
})

const untouched: StandingLeaf = { version: 0, claim: { status: 'missing' } }

const valueOf = ({ status, points, inputs }: Claim): WorkbookValue => ({
  status,
  ...(points !== undefined && { points }),
  ...(inputs && { inputs }),
})

interface WorkbookMerge {
  readonly nodes: ReadonlyMap<string, FrameworkNode>
  readonly written: ReadonlyMap<string, WrittenLeaf>
  readonly standing: ReadonlyMap<string, StandingLeaf>
  /** Why a leaf is not for this person to change, or not now; asked of leaves that the file changes. */
  readonly closed: (nodeId: string) => readonly Problem[]
}

/**
 * Merges a workbook that was filled in offline with what changed meanwhile, field by field: value (status and points are one) and explanation.
 * Nothing that changed in both is overwritten. A leaf that was not written out, or is none of the framework, is left out.
 */
export const mergeWorkbook = (filled: readonly FilledLeaf[], { nodes, written, standing, closed }: WorkbookMerge): readonly LeafMerge[] =>
  filled.flatMap(({ nodeId, value, explanation }): LeafMerge[] => {
    const [node, before] = [nodes.get(nodeId), written.get(nodeId)]
    if (!node || !before) return []
    const { version, claim } = standing.get(nodeId) ?? untouched
    const isSameVersion = version === before.version
    const text = accept(plain(explanation))
    const merge: LeafMerge = {
      nodeId,
      value: mergeField(sameValue, before.value, value, valueOf(claim), isSameVersion),
      explanation: mergeField(sameText, before.explanation, text, claim.explanation ?? '', isSameVersion),
    }
    const problems = isChange(merge.value) || isChange(merge.explanation) ? closed(nodeId) : []
    return [problems.length > 0 ? refuseChanges(merge, problems) : checkLeaf(node, claim, merge)]
  })
