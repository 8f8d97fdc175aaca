import { withoutDefinitions } from './definitions.ts'
import { type Expression, expressionOf } from './expressions.ts'
import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

type Noun = Extract<Expression, { readonly node: 'noun' }>

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

const productOf = (tree: Expression, max: number): Product => {
  if (tree.node === 'figure') return { ...single, constant: tree.isPercent ? tree.figure / 100 : tree.figure }
  if (tree.node === 'max') return { ...single, constant: max }
  if (tree.node !== '*' && tree.node !== '/') return { ...single, above: [tree] }
  const [left, right] = [productOf(tree.left, max), productOf(tree.right, max)]
  return tree.node === '*'
    ? { constant: left.constant * right.constant, above: [...left.above, ...right.above], below: [...left.below, ...right.below] }
    : { constant: left.constant / right.constant, above: [...left.above, ...right.below], below: [...left.below, ...right.above] }
}

const isNoun = (tree: Expression | undefined): tree is Noun => tree?.node === 'noun'
const rate = /^(?:ty le|ti le|chi so|muc do|ket qua|phan tram)\b|%|\bty le\b/
const isRate = (tree: Expression | undefined): tree is Noun => isNoun(tree) && rate.test(tree.words)
const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9
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

const nameOf = (index: number): string => `a${index + 1}`

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
const bodyOf = (text: string): string => {
  const tidy = text.replace(/\s+/gu, ' ').trim()
  const [opening = ''] = head.exec(foldPrint(tidy)) ?? []
  return tidy.slice(opening.length).trim()
}

const labelled = (label: string, letters: Readonly<Record<string, string>>): string => letters[label.toLowerCase()] ?? label

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

/** Percents that each count for a part of the maximum: `0,3 x tỷ lệ A + 0,7 x tỷ lệ B`. */
const weighedOf = (text: string, max: string | undefined): Proposal | undefined => {
  const termsOf = (tree: Expression): readonly Expression[] =>
    tree.node === '+' ? [...termsOf(tree.left), ...termsOf(tree.right)] : [tree]
  const tree = expressionOf(bodyOf(text))
  const products = tree ? termsOf(tree).map((term) => productOf(term, Number(max))) : []
  const isEach = products.every(({ above, below }) => above.length === 1 && isRate(above[0]) && below.length === 0)
  const sum = products.reduce((total, { constant }) => total + constant, 0)
  if (max === undefined || products.length < 2 || products.length > 4 || !isEach || !near(sum, Number(max))) return undefined
  const inputs = products.map(({ above }, index) => ({
    name: nameOf(index),
    type: 'figure',
    unit: '%',
    label: isNoun(above[0]) ? above[0].label : '',
    from: '0',
    to: '100',
  }))
  return { kind: 'formula', formula: products.map(({ constant }, index) => `${constant} * ${nameOf(index)} / 100`).join(' + '), inputs }
}

/** Quotients that each count for a part of the maximum: `(c/a) x 1 + (b/a) x 0,5`. */
const quotientsOf = (text: string, max: string | undefined, letters: Readonly<Record<string, string>>): Proposal | undefined => {
  const termsOf = (tree: Expression): readonly Expression[] =>
    tree.node === '+' ? [...termsOf(tree.left), ...termsOf(tree.right)] : [tree]
  const tree = expressionOf(bodyOf(text))
  const products = tree ? termsOf(tree).map((term) => productOf(term, Number(max))) : []
  const quotients = products.flatMap(({ constant, above: [one, ...more], below: [below, ...others] }) =>
    isNoun(one) && isNoun(below) && more.length + others.length === 0 && !rate.test(`${one.words} ${below.words}`)
      ? [{ constant, one, below }]
      : [],
  )
  if (max === undefined || quotients.length < 2 || quotients.length < products.length || quotients.length > 4) return undefined
  const isShared = new Set(quotients.map(({ below }) => below.words)).size === 1
  const factors = quotients.map(({ constant }) => constant)
  // Parts of the same whole cannot all be there at once: the greatest factor is the most.
  const most = isShared ? Math.max(...factors) : factors.reduce((sum, factor) => sum + factor, 0)
  const nouns = [...new Map(quotients.flatMap(({ one, below }) => [one, below]).map((noun) => [noun.words, noun.label]))]
  if (!near(most, Number(max)) || (isShared && !(factors[0] !== factors[1]))) return undefined
  const name = (noun: Noun): string => (noun.words.length === 1 ? noun.words : nameOf(nouns.findIndex(([words]) => words === noun.words)))
  return {
    kind: 'formula',
    formula: quotients.map(({ constant, one, below }) => `${constant} * ${name(one)} / ${name(below)}`).join(' + '),
    inputs: nouns.map(([words, label]) => ({
      name: name({ node: 'noun', words, label }),
      type: 'figure',
      label: labelled(label, letters),
      from: '0',
    })),
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
