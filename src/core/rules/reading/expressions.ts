import { foldPrint } from './clauses.ts'

/** A printed formula as a tree: figures, the maximum, and things named in words. */
export type Expression =
  | { readonly node: 'figure'; readonly figure: number; readonly isPercent: boolean; readonly isPoints: boolean }
  | { readonly node: 'max' }
  | { readonly node: 'noun'; readonly words: string; readonly label: string }
  | { readonly node: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }

interface Token {
  readonly kind: 'sign' | 'operand'
  readonly sign?: string
  readonly operand?: Expression
}

const figure = /^(\d+(?:[.,]\d+)?) ?(%|phan tram)?( ?(?:diem|d)(?![a-z]))?(?: ?\/ ?(?:lan|lop|cuoc|bai|tin))?/
const most = /^(?:(?:so )?diem (?:toi da|chuan)|thang diem(?: chuan)?|diem cua tieu chi)(?: (?:cua )?tieu chi(?: nay)?)?/
const times = /^(?:[*×]|x(?= ?[\d([]| (?:so |diem |tong |ty |thang ))|, nhan(?: voi)?|(?:roi )?nhan(?: voi)?(?= ))/
const over = /^(?:\/|:(?= )|÷|chia(?: cho)?(?= )|tren(?= tong ))/
const plain = /^[+()[\]]|^[-–](?= |\(|\d)/
const word = /^(?:[a-z]+|%|,(?= [a-z]))(?=[^a-z]|$)/
const traps = /\b(?:neu|hoac|tru|moi|cu|duoi|it nhat|toi da|thi|truong hop|trung binh|khong qua|lam tron|cong them)\b/

const signOf = (folded: string): readonly [string, number] | undefined => {
  const [multiplied] = times.exec(folded) ?? []
  if (multiplied !== undefined) return ['*', multiplied.length]
  const [divided] = over.exec(folded) ?? []
  if (divided !== undefined) return ['/', divided.length]
  const [other] = plain.exec(folded) ?? []
  if (other === undefined) return undefined
  return [other === '–' ? '-' : other === '[' ? '(' : other === ']' ? ')' : other, 1]
}

/** Words up to the next sign or figure: one thing that is named. A percent sign in brackets belongs to the name. */
const nounAt = (folded: string, at: number): number => {
  let end = at
  while (end < folded.length) {
    const rest = folded.slice(end)
    const [bracketed] = /^\((?:%|sipas|[a-z]{2,8})\)/.exec(rest) ?? []
    const isSign = signOf(rest) !== undefined && bracketed === undefined
    const [found] = bracketed === undefined ? (word.exec(rest) ?? []) : [bracketed]
    if ((isSign && !/^(?:[a-z])/.test(rest)) || (isSign && end > at) || most.test(rest) || found === undefined) break
    end += found.length
    while (folded[end] === ' ') end += 1
  }
  return end
}

/** Folded, "received" and "times" are one word: only the second is a sign. */
const foldSigns = (text: string): string => foldPrint(text.normalize('NFC').replace(/nhận/giu, 'nhap'))

const tokensOf = (text: string): readonly Token[] | undefined => {
  const folded = foldSigns(text)
  if (folded.length !== text.length) return undefined
  const tokens: Token[] = []
  for (let at = 0; at < folded.length; ) {
    const rest = folded.slice(at)
    const isAfterOperand = tokens.at(-1)?.kind === 'operand' || tokens.at(-1)?.sign === ')'
    const sign = signOf(rest)
    const number = figure.exec(rest)
    const [all] = most.exec(rest) ?? []
    if (rest.startsWith(' ')) at += 1
    else if (sign && (isAfterOperand || sign[0] === '(')) {
      tokens.push({ kind: 'sign', sign: sign[0] })
      at += sign[1]
    } else if (number) {
      const value = Number((number[1] ?? '').replace(',', '.'))
      tokens.push({
        kind: 'operand',
        operand: { node: 'figure', figure: value, isPercent: number[2] !== undefined, isPoints: number[3] !== undefined },
      })
      at += number[0].length
    } else if (all !== undefined) {
      tokens.push({ kind: 'operand', operand: { node: 'max' } })
      at += all.length
    } else {
      const end = nounAt(folded, at)
      const label = text.slice(at, end).trim()
      const words = foldPrint(label)
      if (label === '' || traps.test(words) || label.length > 160) return undefined
      tokens.push({ kind: 'operand', operand: { node: 'noun', words, label } })
      at = end
    }
    if (tokens.length > 40) return undefined
  }
  return tokens
}

/** Reads a printed formula by the usual order of signs; nothing where it is none, or says something besides. */
export const expressionOf = (text: string): Expression | undefined => {
  const tokens = tokensOf(text.replace(/[.;,\s]+$/u, ''))
  if (!tokens || tokens.length === 0) return undefined
  let at = 0
  const operand = (): Expression | undefined => {
    const token = tokens[at]
    at += 1
    if (token?.sign !== '(') return token?.operand
    const inner = sum()
    const close = tokens[at]
    at += 1
    return close?.sign === ')' ? inner : undefined
  }
  const chain = (signs: string, next: () => Expression | undefined): Expression | undefined => {
    let left = next()
    for (let sign = tokens[at]?.sign; left && sign !== undefined && signs.includes(sign); sign = tokens[at]?.sign) {
      at += 1
      const right = next()
      left = right && { node: sign as '+', left, right }
    }
    return left
  }
  const product = (): Expression | undefined => chain('*/', operand)
  const sum = (): Expression | undefined => chain('+-', product)
  const whole = sum()
  return at === tokens.length ? whole : undefined
}
