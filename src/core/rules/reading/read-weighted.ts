import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const number = '\\d+(?:[.,]\\d+)?'
const most = `(?:(${number})(?: ?(?:diem|d))?|(?:so )?diem (?:toi da|chuan))`
const head = '^(?:(?:so )?diem(?: dat(?: duoc)?)? ?[=:] ?)?'
const quotient = new RegExp(`${head}\\[?\\((.+ ?\\+ ?.+)\\)\\]? ?[/:] ?\\(?((?:tong )?so [a-z ,]+?)\\)?\\]? ?[x*×] ?${most}$`)
const term = new RegExp(`^\\(?(so [a-z ,]+?)(?: ?[x*×] ?(${number}))?(%)?\\)?$`)
const complement = new RegExp(`${head}\\(?(?:1|100 ?%) ?[-–] ?(ty le [a-z% ]+?)\\)? ?[x*×] ?${most}$`)
const complementLast = new RegExp(`${head}${most} ?[x*×] ?\\(?(?:1|100 ?%) ?[-–] ?(ty le [a-z% ]+?)\\)?$`)
const scale = `(?:(?:so )?diem|chi so|gia tri)[a-z ,]*`
const outOfHundred = new RegExp(
  `^(?:(?:[a-z0-9 ,()/.-]*thang (?:diem )?100[a-z ,.:;()]*?))?(?:(?:so )?diem(?: dat(?: duoc)?| quy doi| so)?(?: cua tieu chi)? ?= ?)?(?:[[(]?(${scale})(?:[a-z ]*) ?[/:] ?100[\\])]? ?[x*×] ?${most}|\\(?(${scale}) ?[x*×] ?(${number})\\)? ?\\/ ?100)$`,
)

const dot = (text: string): string => text.replace(',', '.')
const isMaximum = (factor: string | undefined, max: string): boolean => factor === undefined || Number(dot(factor)) === Number(max)

const readTerms = (folded: string, text: string, max: string): Proposal | undefined => {
  const [, sum = '', all, factor] = quotient.exec(folded) ?? []
  if (all === undefined || !isMaximum(factor, max)) return undefined
  const terms = sum.split(/ ?\+ ?/).map((each) => term.exec(each))
  const isShare = terms.every((each) => each !== null && each[3] === undefined && Number(dot(each[2] ?? '1')) <= 1)
  if (!isShare || terms.length > 5) return undefined
  const printed = (part: string): string => text.slice(folded.indexOf(part), folded.indexOf(part) + part.length).trim()
  const names = terms.map((_, index) => `a${index + 1}`)
  return {
    kind: 'ratio',
    numerator: terms.map((each, index) => `${names[index]} * ${dot(each?.[2] ?? '1')}`).join(' + '),
    denominator: 'b',
    inputs: [...terms.map((each, index) => ({ name: names[index], label: printed(each?.[1] ?? '') })), { name: 'b', label: printed(all) }],
  }
}

/** Numbers of things, each counted for a share of one, over the number of all; what is left of a percent; a mark out of a hundred: times the maximum. */
export const readWeighted = (text: string, max: string | undefined): Proposal | undefined => {
  const tidy = text.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '')
  const folded = foldPrint(tidy)
  if (max === undefined || folded.length !== tidy.length) return undefined
  const terms = readTerms(folded, tidy, max)
  if (terms) return terms
  const [rest, , factor] = complement.exec(folded) ?? []
  const [restLast, factorLast] = complementLast.exec(folded) ?? []
  if ((rest ?? restLast) !== undefined)
    return isMaximum(factor ?? factorLast, max) ? { kind: 'linear', unit: '%', low: '100%', high: '0' } : undefined
  const [hundred, , most_, , times] = outOfHundred.exec(folded) ?? []
  return hundred !== undefined && isMaximum(most_ ?? times, max) ? { kind: 'linear' } : undefined
}
