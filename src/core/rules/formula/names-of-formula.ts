import type { QuestionType } from '../inputs.ts'
import type { Tree } from './tree.ts'

/** An input that a formula reads, and what its place in the formula asks of it. */
export interface Asked {
  readonly name: string
  readonly type: QuestionType
}

const isFlag = ({ node, ...rest }: Tree): boolean => node === 'flag' || ('sign' in rest && ['not', 'and', 'or'].includes(rest.sign))

const ofBinary = ({ sign, left, right }: Extract<Tree, { node: 'binary' }>): readonly Asked[] => {
  if (sign === 'and' || sign === 'or') return [...namesOfFormula(left, 'flag'), ...namesOfFormula(right, 'flag')]
  const sides = [left, right]
  const type = sides.some(({ node }) => node === 'text') ? 'text' : sides.some(isFlag) ? 'flag' : 'figure'
  return sides.flatMap((side) => namesOfFormula(side, type))
}

const ofCall = ({ name, of }: Extract<Tree, { node: 'call' }>, type: QuestionType): readonly Asked[] => {
  const [first, ...rest] = of
  if (!first || name === 'node') return []
  if (name === 'if') return [...namesOfFormula(first, 'flag'), ...rest.flatMap((each) => namesOfFormula(each, type))]
  if (name === 'lookup') return rest.flatMap((each) => namesOfFormula(each, 'text'))
  if (name === 'days') return of.flatMap((each) => namesOfFormula(each, 'date'))
  const takesList = of.length === 1 && ['min', 'max', 'sum', 'mean', 'count'].includes(name)
  return of.flatMap((each) => namesOfFormula(each, takesList ? 'list' : 'figure'))
}

/** The inputs that a formula reads, left to right and with repeats; `type` is what the whole is to give. `maxPoints` is no input. */
export const namesOfFormula = (tree: Tree, type: QuestionType): readonly Asked[] => {
  switch (tree.node) {
    case 'name':
      return tree.name === 'maxPoints' ? [] : [{ name: tree.name, type }]
    case 'sign':
      return namesOfFormula(tree.of, tree.sign === 'not' ? 'flag' : 'figure')
    case 'binary':
      return ofBinary(tree)
    case 'call':
      return ofCall(tree, type)
    default:
      return []
  }
}
