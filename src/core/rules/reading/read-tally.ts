import { clauseOf, foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { dot, type Said, sentencesOf, sort, type Tally, units } from './tally-sentences.ts'

const faults = /\b(?:bi|cham|tre|thieu|sai|loi|vi pham|khong|chua|qua han|tru|muon|phe binh|khien trach|canh cao|ky luat)\b/
const serious =
  /\b(?:ky luat|cach chuc|truy cuu|hinh su|nghiem trong|tham nhung|buoc thoi viec|lan thu|tu \d+ lan tro len|khong (?:bao cao|gui|thuc hien|ban hanh|nop))\b/
const traps = /\b(?:rieng|hoac hon|giam tru|theo muc do|tuong ung|neu khong|thi khong|con lai|phan tram|so voi)\b|%|\d\/\d/

const whole = /\b(?:dung|du|ca|dap ung|dam bao|bao dam|day du|tot|kip thoi|khong)\b|100 ?%|^(?:duoc |tinh |cho |dat )*$/
/** All of the points for what is as it should be: a figure in it has to be "all of them". */
const isWhole = (part: string, max: string): boolean => {
  const clause = clauseOf(part)
  if (!clause || (clause.points !== '100%' && Number(clause.points) !== Number(max))) return false
  return whole.test(clause.folded) && !/\d/.test(clause.folded.replace(/\b(?:du|ca) (?:ca )?\d{1,2}\b|100 ?%|\b[69] thang\b/g, ''))
}

/** What it is about, said before the points: no figure, and nothing that takes points. */
const isHead = (part: string): boolean => !/\d|\b(?:diem|tru|neu|toi da)\b/.test(foldPrint(part))

const bareWhole = /^(?:diem (?:toi da|chuan)(?: la)? ?:? ?|toi da )(\d+(?:[.,]\d+)?) ?(?:diem|d)$/

const deductOf = ({ losses: lost, limits, others, gains }: Said, max: string): Proposal | undefined => {
  const zeros = others.filter((part) => Number(clauseOf(part)?.points) === 0 && serious.test(clauseOf(part)?.folded ?? ''))
  const rest = others.filter(
    (part, index) =>
      !zeros.includes(part) &&
      !isWhole(part, max) &&
      !(index === 0 && isHead(part)) &&
      Number(dot(bareWhole.exec(foldPrint(part))?.[1] ?? '')) !== Number(max),
  )
  const uncounted = lost.filter(({ isCounted }) => !isCounted)
  // After "each case of" its kinds follow, each with a loss of its own.
  const areCases = lost[0]?.isCounted === true && /^(?:truong hop|vu|lan|can bo|cong chuc|nguoi)\b/.test(foldPrint(lost[0].label))
  if (uncounted.length > 0 && uncounted.length < lost.length && !areCases) return undefined
  const isInTime = others.some((part) => isWhole(part, max) && /\bdung (?:han|thoi)/.test(foldPrint(part)) && !/\d\/\d/.test(part))
  if (!isInTime && lost.some(({ label }) => /\bngay\b/.test(foldPrint(label)))) return undefined
  if (rest.length > 0 || gains.length > 0 || zeros.length > 1 || limits.length > 1 || lost.length > 6) return undefined
  const isAll = lost.length === 1 && units(lost[0]?.each ?? '0') === units(max)
  if (uncounted.length > 0 && lost.length < 2 && !isAll) return undefined
  if (
    lost.some(
      ({ label }) =>
        label === '' ||
        traps.test(foldPrint(label).replace(/so voi (?:thoi (?:han|gian)|quy dinh|yeu cau|han)/, '')) ||
        /\d/.test(label.replace(/^\d{1,2} (?=\p{L})/u, '')),
    )
  )
    return undefined
  if (new Set(lost.map(({ label }) => foldPrint(label))).size < lost.length) return undefined
  const [limit] = limits
  const left = limit === undefined || limit === 'max' ? 0 : units(max) - units(limit)
  if (left < 0) return undefined
  const events = lost.map(({ label, each, isCounted }, index) => ({
    name: lost.length === 1 ? 'count' : `muc_${index + 1}`,
    label: label.slice(0, 200),
    each,
    ...(!isCounted && !areCases && { max: each }),
  }))
  const [zero] = zeros
  return {
    kind: 'deduct',
    ...(zero !== undefined && { forbidding: [{ name: 'vi_pham', label: clauseOf(zero)?.label ?? zero }] }),
    events,
    ...(left > 0 && { floor: String(left / 10_000) }),
  }
}

const gainRule = ({ each, cap, isCounted, label }: Tally, name: string): Proposal =>
  isCounted
    ? { kind: 'perItem', each, itemName: label.slice(0, 100), ...(name !== 'count' && { count: name }), ...(cap !== undefined && { cap }) }
    : {
        kind: 'choice',
        input: name,
        max: each,
        options: [
          { value: 'yes', points: each },
          { value: 'no', points: '0' },
        ],
      }

/** `có sáng kiến: 2 điểm`, with what each gives after it. */
const isWholeGain = (part: string, max: string): boolean => {
  const clause = clauseOf(part)
  return clause !== undefined && /^co\b/.test(clause.folded) && !/\d/.test(clause.folded) && Number(clause.points) === Number(max)
}

const gainsOf = ({ gains, limits, others, losses: lost }: Said, max: string): Proposal | undefined => {
  const rest = others.filter(
    (part, index) =>
      !(index === 0 && isHead(part)) &&
      !isWholeGain(part, max) &&
      !(Number(clauseOf(part)?.points) === 0 && /^(?:khong|chua)\b/.test(clauseOf(part)?.folded ?? '')),
  )
  if (lost.length > 0 || rest.length > 0 || gains.length > 6 || limits.length > 1) return undefined
  if (
    gains.some(
      ({ label, each }) =>
        label === '' ||
        faults.test(foldPrint(label)) ||
        traps.test(foldPrint(label)) ||
        (/\d/.test(label.replace(/(?<=(?:có|tổ chức|ít nhất|thực hiện) )0?[1-9] (?=\p{L})/iu, '')) && !/^gửi|^nộp/iu.test(label)) ||
        units(each) > units(max),
    )
  )
    return undefined
  if (new Set(gains.map(({ label }) => foldPrint(label))).size < gains.length) return undefined
  const [limit] = limits
  if (limit !== undefined && limit !== 'max' && units(limit) !== units(max)) return undefined
  const [first] = gains
  if (!first) return undefined
  if (gains.length === 1 && !first.isCounted)
    return units(first.each) === units(max)
      ? {
          kind: 'choice',
          options: [
            { value: 'yes', label: first.label.slice(0, 200), points: first.each },
            { value: 'no', points: '0' },
          ],
        }
      : undefined
  if (gains.length === 1)
    return first.isCounted && (first.cap === undefined || units(first.cap) === units(max))
      ? gainRule({ label: first.label, each: first.each, isCounted: true }, 'count')
      : undefined
  // Without a limit for all of it several rates may as well be one for each kind of unit.
  if (limit === undefined) return undefined
  return {
    kind: 'sum',
    parts: gains.map((tally, index) => ({ label: tally.label.slice(0, 200), rule: gainRule(tally, `muc_${index + 1}`) })),
    inputs: gains.map(({ label }, index) => ({ name: `muc_${index + 1}`, label: label.slice(0, 200) })),
  }
}

/** So many points more, or less, for each thing that is counted, with what limits them; nothing where a sentence is neither. */
export const readTally = (text: string, max: string | undefined): Proposal | undefined => {
  if (max === undefined) return undefined
  const said = sort(sentencesOf(text))
  if (said.losses.length > 0) return deductOf(said, max)
  return said.gains.length > 0 ? gainsOf(said, max) : undefined
}
