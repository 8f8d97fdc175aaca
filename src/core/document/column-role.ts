import { fold } from './clean-text.ts'

/** What a column of a table holds. A year is a column of figures of that year; `other` is kept nowhere. */
export type ColumnRole =
  | 'code'
  | 'name'
  | 'requirement'
  | 'max'
  | 'lead'
  | 'coordinating'
  | 'note'
  | 'calculation'
  | 'evidence'
  | 'survey'
  | 'deadline'
  | 'claimed'
  | 'firstAppraisal'
  | 'explanation'
  | 'secondAppraisal'
  | 'council'
  | 'rank'
  | 'class'
  | 'unit'
  | 'points'
  | 'percent'
  | 'other'

interface RoleWords {
  readonly role: ColumnRole
  readonly words: RegExp
}

/**
 * Words by which a heading says what its column holds, without diacritics, the more telling ones first: "cách tính điểm" is no column of points,
 * "tài liệu kiểm chứng" no name. Gathered from the tables of national and provincial decisions.
 */
const roleWords: readonly RoleWords[] = [
  {
    role: 'code',
    words:
      /^(?:s ?t ?t|t ?t|so t ?t|so thu tu|thu tu|ma|ma so|ma (?:tc|tctp|tieu chi|chi so|hieu)|muc|so|ky hieu|no)$|^stt |^so tt |^ma tieu chi /,
  },
  { role: 'coordinating', words: /^(?!.*chu tri).*(?:phoi hop|cung thuc hien|ho tro thuc hien)/ },
  {
    role: 'lead',
    words:
      /chu tri|thuc hien chinh|phu trach|chiu trach nhiem|dau moi|^(?!.*diem).*tham muu|phan cong|(?:don vi|co quan|bo phan|phong|ban|nguoi) (?:duoc giao|thuc hien|theo doi|trien khai)|^thuc hien$|^trach nhiem/,
  },
  {
    role: 'calculation',
    words:
      /(?:cach|phuong phap|cong thuc|phuong thuc|co so|quy tac|nguyen tac) (?:tinh|cham|danh gia|xac dinh|cho|do)|phuong phap|cong thuc|huong dan|tieu chuan (?:cham|danh gia)|dien giai|noi dung cham|thang diem chi tiet|muc danh gia|cach thuc/,
  },
  { role: 'evidence', words: /kiem chung|minh chung|chung minh|tlkc|tai lieu|^ho so|can cu (?:cham|danh gia|xac dinh)|van ban chung/ },
  { role: 'explanation', words: /giai trinh/ },
  { role: 'claimed', words: /tu (?:danh gia|cham|xac dinh|tham dinh|cho)|(?:don vi|co quan|so|xa|phuong|huyen) (?:tu |cham|danh gia)/ },
  { role: 'secondAppraisal', words: /(?:tham dinh|cham|danh gia|lan|vong|dot).*(?:lan|vong|dot) ?(?:2|hai|ii)\b|phuc tra|phuc tham/ },
  { role: 'council', words: /hoi dong/ },
  {
    role: 'firstAppraisal',
    words: /tham dinh|to giup viec|to tham|(?:so noi vu|phong noi vu|cap tren).*(?:cham|danh gia|diem)|diem duoc duyet/,
  },
  { role: 'note', words: /ghi chu|luu y|chu thich|nguyen nhan|ly do/ },
  { role: 'class', words: /xep loai|phan loai|phan nhom|^loai$|muc do$/ },
  { role: 'rank', words: /xep hang|thu hang|xep thu|vi tri|vi thu|^hang$|thu bac/ },
  { role: 'survey', words: /\bxhh\b|xa hoi hoc/ },
  {
    role: 'max',
    words:
      /(?:diem|muc|thang) ?(?:so )?(?:chuan|toi da|quy dinh|theo quy dinh|cao nhat|max|thang)|thang diem|muc diem|toi da|diem (?:cua )?(?:tieu chi|tctp|tc)\b|khung diem|bieu diem/,
  },
  { role: 'survey', words: /khao sat|dieu tra|hinh thuc danh gia/ },
  { role: 'deadline', words: /thoi han|thoi gian|tien do|hoan thanh/ },
  { role: 'percent', words: /^ty le|phan tram|^chi so (?:cchc|cai cach)|^chi so$|par ?index|^ket qua chi so|ty le dat|chi so dat/ },
  {
    role: 'points',
    words:
      /^(?!(?:noi dung|tieu chi|linh vuc|nhiem vu|ten)\b).*(?:(?:tong|ket qua|so|cong) ?(?:so )?diem|diem (?:dat|so|tong|danh gia|cham|ket qua)|^diem\b|\bdiem$|lo trinh)/,
  },
  { role: 'requirement', words: /yeu cau|san pham|muc tieu|giai phap|bien phap|ket qua can dat/ },
  { role: 'unit', words: /^ten (?:don vi|co quan|dia phuong|so|xa|huyen)|^(?:so|cac so|xa|cac xa|huyen) (?:ban|phuong|quan|nganh)\b/ },
  { role: 'name', words: /tieu chi|noi dung|linh vuc|nhiem vu|chi tieu|chi so|^ten|hang muc|cong viec|danh muc/ },
  { role: 'unit', words: /^(?:ten )?(?:don vi|co quan|cac don vi|dia phuong|so|sbn|huyen|quan|xa|phuong)\b/ },
]

/** The role a heading names; `undefined` where it says nothing known. `heading` is the whole text above a column, headings that span it included. */
export const roleOfHeading = (heading: string): ColumnRole | undefined => {
  const words = fold(heading)
  if (words === '' || words.length > 120) return undefined
  return roleWords.find((each) => each.words.test(words))?.role
}

/** The years a heading names, in printed order. */
export const yearsOfHeading = (heading: string): readonly string[] => heading.match(/(?<!\d)20\d\d(?!\d)/gu) ?? []
