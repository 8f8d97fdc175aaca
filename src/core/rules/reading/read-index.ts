import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const n = '(\\d+(?:[.,]\\d+)?)'
const scale = `(?:[a-z ]{0,40})?(?:thang(?: diem)?|tren thang(?: diem)?)(?: tu)? (?:0 ?(?:den|-|–) ?)?${n}(?: ?diem)?`
const lead = '(?:diem = ?)?(?:lay )?'
const index = '((?:chi so|diem chi so|diem|gia tri|ket qua|so)(?: [a-z]+){1,12}?)'
const times = '(?: ?[x×*] ?| nhan(?: voi)? )'
const prints = [
  new RegExp(`^${lead}${index}${times}${n}(?: ?(?:diem|d))?,? ?\\(${scale}\\)$`),
  new RegExp(`^${lead}${index} ?\\(${scale}\\)${times}${n}(?: ?(?:diem|d))?$`),
  new RegExp(`^${lead}[([]? ?${index} ?/ ?${n} ?[)\\]]?${times}${n}(?: ?(?:diem|d))?$`),
]
const traps = /\b(?:thanh vien|uy vien|cac|tru|cao nhat|thap nhat|tang|giam|chenh lech)\b/

/** An index on its own scale, times what makes of the end of that scale the maximum. */
export const readIndex = (text: string, max: string | undefined): Proposal | undefined => {
  const tidy = text.replace(/\s+/gu, ' ').trim()
  const folded = foldPrint(tidy)
  if (max === undefined || folded.length !== tidy.length || traps.test(folded)) return undefined
  for (const [at, print] of prints.entries()) {
    const [, name = '', one = '', other = ''] = print.exec(folded) ?? []
    const [factor = '', to = ''] = (at === 0 ? [one, other] : [other, one]).map((each) => each.replace(',', '.'))
    const whole = at === 2 ? Number(factor) : Number(factor) * Number(to)
    if (name === '' || !(Number(to) > 0) || Math.abs(whole - Number(max)) > 1e-9) continue
    const start = folded.indexOf(name)
    const label = tidy.slice(start, start + name.length).trim()
    return { kind: 'linear', to, inputs: [{ name: 'value', type: 'figure', label, from: '0', to }] }
  }
  return undefined
}
