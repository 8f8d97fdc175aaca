import { foldPrint } from './clauses.ts'
import { type Expression, expressionOf } from './expressions.ts'

export type Noun = Extract<Expression, { readonly node: 'noun' }>

/** What a formula is of the maximum: a quotient of two named figures, a percent over another one, or a percent between two. */
export type Share =
  | { readonly of: 'quotient'; readonly above: Expression; readonly below: Noun; readonly isRest: boolean }
  | { readonly of: 'percent'; readonly noun: Noun; readonly over: number; readonly isRest: boolean }
  | { readonly of: 'between'; readonly noun: Noun; readonly from: number; readonly to: number }

interface Product {
  readonly constant: number
  readonly above: readonly Expression[]
  readonly below: readonly Expression[]
}

const single: Product = { constant: 1, above: [], below: [] }

/** Signs of multiplying and dividing drawn together. */
export const productOf = (tree: Expression, max: number): Product => {
  if (tree.node === 'figure') return { ...single, constant: tree.isPercent ? tree.figure / 100 : tree.figure }
  if (tree.node === 'max') return { ...single, constant: max }
  if (tree.node !== '*' && tree.node !== '/') return { ...single, above: [tree] }
  const [left, right] = [productOf(tree.left, max), productOf(tree.right, max)]
  return tree.node === '*'
    ? { constant: left.constant * right.constant, above: [...left.above, ...right.above], below: [...left.below, ...right.below] }
    : { constant: left.constant / right.constant, above: [...left.above, ...right.below], below: [...left.below, ...right.above] }
}

export const isNoun = (tree: Expression | undefined): tree is Noun => tree?.node === 'noun'
export const rate = /^(?:ty le|ti le|chi so|muc do|ket qua|phan tram)\b|%|\bty le\b/
export const isRate = (tree: Expression | undefined): tree is Noun => isNoun(tree) && rate.test(tree.words)
export const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9
const isOne = (tree: Expression): boolean => tree.node === 'figure' && near(tree.isPercent ? tree.figure / 100 : tree.figure, 1)
const percentOf = (tree: Expression): number | undefined => (tree.node === 'figure' ? tree.figure : undefined)

const some = (tree: Expression, holds: (each: Expression) => boolean): boolean =>
  holds(tree) || ('left' in tree && (some(tree.left, holds) || some(tree.right, holds)))

/** Figures counted together, each in full or for a share of one. */
const isCount = (tree: Expression, areExplained: boolean): boolean => {
  if (isNoun(tree)) return !rate.test(tree.words)
  // Letters that are added up may stand for anything.
  if (!areExplained && some(tree, (each) => isNoun(each) && each.words.length === 1)) return false
  if (tree.node === '+') return isCount(tree.left, areExplained) && isCount(tree.right, areExplained)
  if (tree.node !== '*') return false
  const [weight, noun] = tree.left.node === 'figure' ? [tree.left, tree.right] : [tree.right, tree.left]
  return weight.node === 'figure' && weight.figure <= 1 && isNoun(noun)
}

const quotientOf = (above: Expression, below: Expression | undefined, isRest: boolean, areExplained = false): Share | undefined => {
  if (!isNoun(below) || rate.test(below.words)) return undefined
  if (above.node === '-' && isNoun(above.left) && above.left.words === below.words && isNoun(above.right))
    return { of: 'quotient', above: above.right, below, isRest: !isRest }
  if (!isCount(above, areExplained) || (isNoun(above) && above.words === below.words)) return undefined
  return { of: 'quotient', above, below, isRest }
}

/** What is left of one, or of a hundred percent. */
const restOf = (tree: Expression): Share | undefined => {
  if (tree.node !== '-' || !(isOne(tree.left) || percentOf(tree.left) === 100)) return undefined
  if (isRate(tree.right)) return { of: 'percent', noun: tree.right, over: 100, isRest: true }
  return tree.right.node === '/' ? quotientOf(tree.right.left, tree.right.right, true) : undefined
}

/** `(rate - 80%) / 20%`: nothing at eighty, all at a hundred. */
const betweenOf = (tree: Expression, constant: number, max: number): Share | undefined => {
  const from = tree.node === '-' ? percentOf(tree.right) : undefined
  if (tree.node !== '-' || !isRate(tree.left) || from === undefined) return undefined
  const width = max / constant
  return { of: 'between', noun: tree.left, from, to: from + (width <= 1 ? width * 100 : width) }
}

/** The maximum, by its name or by its figure, has to be printed; a quotient alone does not say what it is times. */
const saysFactor = (tree: Expression, max: number): boolean =>
  some(tree, (each) => each.node === 'max' || (each.node === 'figure' && !each.isPercent && near(each.figure, max)))

const other = /\b(?:cao nhat|thap nhat|nam truoc|binh quan|he so|trong so|diem tru|giua)\b/

/** What share of the maximum a tree is; nothing where its factor is another figure than the maximum. */
export const shareOf = (tree: Expression, max: number, areExplained = false): Share | undefined => {
  if (!saysFactor(tree, max) || some(tree, (each) => isNoun(each) && other.test(each.words))) return undefined
  const { constant, above, below } = productOf(tree, max)
  const [one, ...more] = above
  if (!one || more.length > 0 || below.length > 1) return undefined
  const [divisor] = below
  if (divisor) return near(constant, max) ? quotientOf(one, divisor, false, areExplained) : undefined
  if (isRate(one)) {
    if (near(constant, max) || near(constant, max / 100)) return { of: 'percent', noun: one, over: 100, isRest: false }
    const over = max / constant
    return over > 0.3 && over < 1
      ? { of: 'percent', noun: one, over: Math.round(over * 1e8) / 1e6, isRest: false }
      : over > 30 && over < 100
        ? { of: 'percent', noun: one, over: Math.round(over * 1e6) / 1e6, isRest: false }
        : undefined
  }
  return near(constant, max) ? (restOf(one) ?? betweenOf(one, constant, max)) : betweenOf(one, constant, max)
}

export const nameOf = (index: number): string => `a${index + 1}`

/** The numerator of a quotient as a formula over names, with what each stands for. */
export const numeratorOf = (tree: Expression): { readonly formula: string; readonly labels: readonly string[] } => {
  const labels: string[] = []
  const text = (each: Expression): string => {
    if (each.node === 'noun') return nameOf(labels.push(each.label) - 1)
    if (each.node === 'figure') return String(each.figure)
    return each.node === 'max' ? '' : `${text(each.left)} ${each.node} ${text(each.right)}`
  }
  const formula = text(tree)
  return labels.length === 1 ? { formula: 'a', labels } : { formula, labels }
}

const head =
  /^(?:(?:[a-z0-9]+ )*?(?:diem|cong thuc)(?: (?!toi da|chuan)[a-z]+){0,8}? ?[:=] ?|(?:diem |duoc |so diem )*tinh(?: diem)?(?: bang| theo| la)*(?: (?:cong thuc|ty le))?(?: sau)? ?[:=] ?|(?:lay |bang |tinh diem bang |tinh bang )+)+/

/** The formula itself, without what it is headed by; what its letters stand for as their words. */
export const bodyOf = (text: string): string => {
  const tidy = text.replace(/\s+/gu, ' ').trim()
  const [opening = ''] = head.exec(foldPrint(tidy)) ?? []
  return tidy.slice(opening.length).trim()
}

export const labelled = (label: string, letters: Readonly<Record<string, string>>): string => letters[label.toLowerCase()] ?? label

/** The share that a printed formula gives, where it is one. */
export const shareSaid = (text: string, max: string | undefined, areExplained = false): Share | undefined => {
  if (max === undefined) return undefined
  const body = bodyOf(text)
  const tree = expressionOf(body)
  const share = tree && shareOf(tree, Number(max), areExplained)
  if (share) return share
  // A name and a colon before the formula.
  const [, rest] = /^[^:\d()]{3,100}: (?=\S)(.+)$/u.exec(body) ?? []
  const named = rest === undefined ? undefined : expressionOf(rest)
  return named && shareOf(named, Number(max))
}
