import { foldPrint, partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const points = '(\\d+(?:[.,]\\d+)?) ?(?:diem|d)'
const what = '((?:khong|chua|thieu|cham|tre|de|co|vi pham|sai|bi|ban hanh|gui|nop|bao cao)[a-z, ]{2,100})'
const lossFirst = new RegExp(`^(?:bi )?tru ${points} (?:neu|khi|doi voi truong hop|truong hop|voi truong hop) ${what}$`)
const lossLast = new RegExp(`^(?:neu |truong hop )?${what}(?:,|:)?(?: thi)?:?(?: bi)? tru ${points}$`)
const rest = new RegExp(
  `^(?:con lai|neu khong|truong hop (?:khac|con lai)|thuc hien (?:tot|day du|dung)[a-z, ]{0,60})(?: thi)?[:,]? (?:duoc |tinh |dat |cho )*(?:du )?(?:diem (?:toi da|chuan)|${points})$`,
)
/** One happening of the kind, or so many: only what happens once or not at all has points of its own. */
const counted = /\b(?:moi|cu|lan|mot|tung|ngay|hoac|qua han)\b/

interface Loss {
  readonly label: string
  readonly each: string
}

const dot = (text: string): string => text.replace(',', '.')

const lossOf = (part: string): Loss | undefined => {
  const folded = foldPrint(part)
  const [, each, label] = lossFirst.exec(folded) ?? []
  const [, labelFirst, eachLast] = lossLast.exec(folded) ?? []
  const [words, given] = [label ?? labelFirst, each ?? eachLast]
  if (words === undefined || given === undefined || counted.test(words) || folded.length !== part.length) return undefined
  const at = folded.indexOf(words)
  return { label: part.slice(at, at + words.length).trim(), each: dot(given) }
}

/** Points taken away for what was not done, each once: all of the points are left where everything was. */
export const readLossesSaid = (text: string, max: string | undefined): Proposal | undefined => {
  const parts = partsOf(text)
  const isRest = (part: string): boolean => {
    const match = rest.exec(foldPrint(part))
    return match !== null && (match[1] === undefined || Number(dot(match[1])) === Number(max))
  }
  const said = parts.filter((part) => !isRest(part))
  const losses = said.map(lossOf).filter((each) => each !== undefined)
  if (max === undefined || losses.length < said.length || losses.length < 2 || losses.length > 6 || parts.length - said.length > 1)
    return undefined
  if (new Set(losses.map(({ label }) => label)).size < losses.length) return undefined
  const events = losses.map(({ label, each }, index) => ({ name: `muc_${index + 1}`, label, each, max: each }))
  return { kind: 'deduct', events }
}
