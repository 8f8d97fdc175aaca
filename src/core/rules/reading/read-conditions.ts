import { fold } from '../../fold.ts'
import type { Proposal } from './proposal.ts'

const points = '(\\d+(?:[.,]\\d+)?) ?(?:diem|d)'
const whole = `(?:thi )?(?:duoc |tinh |dat |cham )*(?:${points}|(?:so )?diem (?:toi da|chuan))`
const count = '(?:ca )?(?:0?(\\d{1,2}) )?'
const things = '(?:dieu kien|noi dung|yeu cau|tieu chi|hinh thuc|tieu chuan)'
const following = '(?: sau(?: day)?)?'
const nothingElse = `(?:[.,;] ?(?:neu )?(?:thieu|khong (?:co|dat|dap ung|du))[a-z0-9 ]{0,60}(?::| thi)? ?(?:duoc |tinh )?(?:0 ?(?:diem|d)|khong (?:duoc |tinh |co )(?:tinh )?diem))?`
const list = '([^;]+(?:;[^;]+?)+?)'

/** All of what is listed, one of it, or so many points for each; the points before the list or after it. */
const allOf = new RegExp(
  `^(?:dap ung|dat|thuc hien|bao dam|dam bao|co)?(?: day)?(?: du)?(?: dong thoi)? ?${count}${things}${following}(?:,|:)? ${whole}: ?${list}${nothingElse}$`,
)
/** The points first: `chỉ chấm 2 điểm khi đồng thời: …`. */
const pointsThenAll = new RegExp(
  `^(?:chi )?(?:(?:duoc |tinh |cham |cho |dat )*)(?:${points}|(?:du )?(?:so )?diem(?: (?:toi da|chuan))?) (?:khi|neu) (?:(?:dap ung|dat|thuc hien|bao dam|dam bao|co) )?(?:day )?(?:du ?)?(?:dong thoi)?(?: ?(?:ca )?(?:cac )?(?:0?(\\d{1,2}) )?${things}${following})?: ?${list}${nothingElse.replace('[a-z0-9 ]{0,60}?(?::| thi)', '[a-z0-9 ]{0,60}?(?::| thi)')}$`,
)
const anyOf = new RegExp(
  `^(?:co |dat |thuc hien )?(?:it nhat )?(?:mot|01|1) trong (?:cac |so cac )?(?:\\d{1,2} )?${things}${following}: ?${list},? ${whole}${nothingElse}$`,
)
const eachOf = new RegExp(`^(?:gom|bao gom|co) 0?(\\d{1,2}) ${things},? moi ${things} (?:duoc )?${points}: ?${list}$`)
const eachFollowing = new RegExp(`^moi ${things} (?:sau|duoi day)(?: day)?(?: dat)?,? (?:duoc )?(?:tinh )?${points}: ?${list}$`)
const both = new RegExp(`^(?:chi (?:tinh|duoc tinh) diem khi )?co ca ([a-z ]{4,80}?) va ([a-z ]{4,80}?)(?:,|:)? ?${whole}$`)

/** What lacks gives nothing: that is what "all of it" says. */
const otherwiseNothing =
  /(?:[.;,] ?)(?:nếu )?(?:thiếu|không (?:có|đạt|đáp ứng|đủ)|chưa (?:đạt|đáp ứng|đủ))[^;:.]*?[:,]? ?(?:thì )?(?:được |tính |chấm |cho )*(?:0(?: ?(?:điểm|đ))?|không (?:được |tính |có |cho |chấm )*điểm)$/iu

const markers = /^(?:\(?\d{1,2}[).]|\(?[a-z][).]|[-+•])\s*/iu
const traps = /(?<!\p{L})(?:hoặc|mỗi|trừ|điểm|nếu|tối đa)(?!\p{L})|%/iu

const conditionsOf = (items: readonly string[]): readonly { readonly name: string; readonly label: string }[] | undefined => {
  const labels = items.map((item) => item.trim().replace(markers, '').replace(/[,.]$/, '').trim())
  const isPlain =
    labels.length > 1 && labels.length <= 12 && labels.every((label) => label.length > 1 && label.length < 200 && !traps.test(label))
  return isPlain && new Set(labels.map(fold)).size === labels.length
    ? labels.map((label, index) => ({ name: `muc_${index + 1}`, label }))
    : undefined
}

interface Found {
  readonly list: string
  readonly stated?: string | undefined
  readonly points?: string | undefined
  readonly more: Readonly<Record<string, unknown>>
}

const findList = (folded: string): Found | undefined => {
  const every = allOf.exec(folded)
  if (every) return { stated: every[1], points: every[2], list: every[3] ?? '', more: {} }
  const first = pointsThenAll.exec(folded)
  if (first) return { points: first[1], stated: first[2], list: first[3] ?? '', more: {} }
  const some = anyOf.exec(folded)
  if (some) return { list: some[1] ?? '', points: some[2], more: { need: 'any' } }
  const after = eachFollowing.exec(folded)
  if (after) return { list: after[2] ?? '', more: { partial: 'each', each: (after[1] ?? '').replace(',', '.') } }
  const parts = eachOf.exec(folded)
  return parts ? { stated: parts[1], list: parts[3] ?? '', more: { partial: 'each', each: (parts[2] ?? '').replace(',', '.') } } : undefined
}

/** Whether what is given for all of it is the maximum of the row. */
const isAll = ({ points: given, more }: Found, length: number, max: string | undefined): boolean => {
  const each = more['each']
  if (typeof each === 'string') return max !== undefined && Math.round(Number(each) * length * 10_000) === Math.round(Number(max) * 10_000)
  return given === undefined || (max !== undefined && Number(given.replace(',', '.')) === Number(max))
}

/** A list of conditions that all have to hold, of which one is enough, or each of which gives points; each becomes a question of its own. */
export const readConditions = (text: string, max: string | undefined): Proposal | undefined => {
  const tidy = text
    .normalize('NFC')
    .replace(/;?\s*\n\s*/g, '; ')
    .replace(/\s+/g, ' ')
    .replace(/:; /g, ': ')
    .trim()
    .replace(/\.$/, '')
    .replace(otherwiseNothing, (said, at, whole) => (/mỗi/iu.test(`${whole}`.slice(0, Number(at))) ? said : ''))
  const folded = fold(tidy)
  if (folded.length !== tidy.length) return undefined
  const [, one, other, given] = both.exec(folded) ?? []
  if (one !== undefined && other !== undefined) {
    const [first, second] = [folded.indexOf(one), folded.lastIndexOf(other)]
    const items = conditionsOf([tidy.slice(first, first + one.length), tidy.slice(second, second + other.length)])
    return items && isAll({ list: '', points: given, more: {} }, 2, max) ? { kind: 'conditions', conditions: items } : undefined
  }
  const found = findList(folded)
  if (!found) return undefined
  const at = folded.indexOf(found.list)
  const items = conditionsOf(tidy.slice(at, at + found.list.length).split(';'))
  if (!items || (found.stated !== undefined && Number(found.stated) !== items.length) || !isAll(found, items.length, max)) return undefined
  return { kind: 'conditions', ...found.more, conditions: items }
}
