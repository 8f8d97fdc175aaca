import { type Expression, expressionOf } from './expressions.ts'
import type { Proposal } from './proposal.ts'
import { bodyOf, isNoun, isRate, labelled, nameOf, near, type Noun, productOf, rate } from './shares.ts'

/** Percents that each count for a part of the maximum: `0,3 x tỷ lệ A + 0,7 x tỷ lệ B`. */
export const weighedOf = (text: string, max: string | undefined): Proposal | undefined => {
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
export const quotientsOf = (text: string, max: string | undefined, letters: Readonly<Record<string, string>>): Proposal | undefined => {
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
