import { withoutDefinitions } from './definitions.ts'
import { expressionOf } from './expressions.ts'
import type { Proposal } from './proposal.ts'
import { bodyOf, isNoun, labelled, nameOf, near, numeratorOf, rate, type Share, shareSaid } from './shares.ts'
import { quotientsOf, weighedOf } from './weighed-parts.ts'

export const ratioOf = (share: Extract<Share, { readonly of: 'quotient' }>, letters: Readonly<Record<string, string>>): Proposal => {
  const { formula, labels } = numeratorOf(share.above)
  const [letter = ''] = labels
  // Letters that the print explains keep their names, and are asked for in its order.
  if (labels.length === 1 && letters[letter.toLowerCase()] !== undefined && letters[share.below.label.toLowerCase()] !== undefined)
    return {
      kind: 'ratio',
      numerator: letter.toLowerCase(),
      denominator: share.below.label.toLowerCase(),
      ...(share.isRest && { complement: true }),
      inputs: Object.entries(letters).map(([name, label]) => ({ name, label })),
    }
  const names = labels.length === 1 ? ['a'] : labels.map((_, index) => nameOf(index))
  return {
    kind: 'ratio',
    numerator: formula,
    denominator: 'b',
    ...(share.isRest && { complement: true }),
    inputs: [
      ...labels.map((label, index) => ({ name: names[index] ?? 'a', label: labelled(label, letters) })),
      { name: 'b', label: labelled(share.below.label, letters) },
    ],
  }
}
/** So many points less for each: `1 - 0,1 x số lần chậm`. */
const lossOf = (text: string, max: string | undefined, letters: Readonly<Record<string, string>>): Proposal | undefined => {
  const tree = expressionOf(bodyOf(text))
  if (tree?.node !== '-' || max === undefined || tree.right.node !== '*') return undefined
  const isAll = tree.left.node === 'max' || (tree.left.node === 'figure' && near(tree.left.figure, Number(max)) && !tree.left.isPercent)
  const [each, noun] = tree.right.left.node === 'figure' ? [tree.right.left, tree.right.right] : [tree.right.right, tree.right.left]
  if (!isAll || each.node !== 'figure' || each.isPercent || !isNoun(noun) || rate.test(noun.words) || each.figure >= Number(max))
    return undefined
  const label = labelled(noun.label, letters)
  return /\bngay\b/.test(noun.words) ? undefined : { kind: 'deduct', events: [{ name: 'count', label, each: String(each.figure) }] }
}

/** A formula that is a share of the maximum: a quotient, what is left of it, or a percent. */
export const readExpression = (printed: string, max: string | undefined): Proposal | undefined => {
  const { text, letters } = withoutDefinitions(printed)
  const share = shareSaid(text, max, Object.keys(letters).length > 2)
  if (!share) return lossOf(text, max, letters) ?? weighedOf(text, max) ?? quotientsOf(text, max, letters)
  if (share.of === 'between') return undefined
  if (share.of === 'quotient') return ratioOf(share, letters)
  if (share.over !== 100) return undefined
  return { kind: 'linear', unit: '%', ...(share.isRest && { low: '100%', high: '0' }) }
}
