import type { FormulaFault } from '../../problem-facts/rule.ts'

export interface Token {
  readonly type: 'figure' | 'text' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

/** A place where a formula cannot be read, from 0, and why. */
export interface Fault {
  readonly reason: FormulaFault
  readonly at: number
  readonly text: string
}

const pattern =
  /(?<blank>\s+)|(?<figure>\d+(?:\.\d+)?)|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_]*)|"(?<text>[^"]*)"|(?<sign><=|>=|<>|!=|==|[-+*/×÷·−=<>≤≥≠(),])/uy

const sameSigns: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '==': '=',
  '!=': '<>',
  '≠': '<>',
  '≤': '<=',
  '≥': '>=',
}

/** Cuts a formula into its words and signs; other ways to write a sign become one. The last token is the end. */
export const tokensOf = (formula: string): readonly Token[] | Fault => {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < formula.length) {
    const at = pattern.lastIndex
    const groups = pattern.exec(formula)?.groups
    if (!groups) return { reason: formula[at] === '"' ? 'unclosedText' : 'unknownSign', at, text: formula.slice(at, at + 12) }
    if (groups['figure'] !== undefined) tokens.push({ type: 'figure', text: groups['figure'], at })
    else if (groups['name'] !== undefined) tokens.push({ type: 'name', text: groups['name'], at })
    else if (groups['text'] !== undefined) tokens.push({ type: 'text', text: groups['text'], at })
    else if (groups['sign'] !== undefined) tokens.push({ type: 'sign', text: sameSigns[groups['sign']] ?? groups['sign'], at })
  }
  return [...tokens, { type: 'end', text: '', at: formula.length }]
}
