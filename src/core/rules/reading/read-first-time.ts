import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const n = '(\\d+(?:[.,]\\d+)?)'
const nothing =
  '(?:(?:thi )?(?:khong (?:tinh|co|duoc)(?: tinh)? diem|(?:duoc |tinh )?0 ?(?:diem|d)|tru (?:het|toan bo)(?: so)? diem))(?: (?:cua )?(?:tieu chi|noi dung)(?: nay)?)?'
/** `Vi phạm lần đầu trừ 1 điểm; từ lần thứ hai trở lên không tính điểm`. */
const once = new RegExp(
  `^(?:neu )?([a-z][a-z, ]{3,120}?) (?:lan (?:dau(?: tien)?|thu nhat|thu 1)|0?1 lan|mot lan)[:,]? (?:thi )?(?:bi )?tru ${n} ?(?:diem|d)?[;.,] (?:[a-z ]{2,40} )?tu lan (?:thu )?(?:hai|0?2)(?: tro (?:len|di))?[:,]? ${nothing}$`,
)
const none = /[;.,] ?khong (?:bi|co|vi pham|de)[a-z, ]{0,60}[:,]? (?:duoc |dat |tinh )*(?:du )?(?:so )?diem (?:toi da|chuan)$/

/** The first time takes some points, the second all of them. */
export const readFirstTime = (text: string, max: string | undefined): Proposal | undefined => {
  const folded = foldPrint(text.replace(/\s+/gu, ' ').trim())
  const [, what = '', lost = ''] = once.exec(folded.replace(none, '')) ?? []
  const left = Math.round((Number(max) - Number(lost.replace(',', '.'))) * 10_000) / 10_000
  if (what === '' || max === undefined || !(left >= 0)) return undefined
  return {
    kind: 'steps',
    value: 'count',
    inputs: [{ name: 'count', type: 'count', label: text.slice(0, what.length).trim() }],
    bands: [
      { from: '2', points: '0' },
      { from: '1', to: '2', points: String(left) },
      { from: '0', to: '1', points: '100%' },
    ],
  }
}
