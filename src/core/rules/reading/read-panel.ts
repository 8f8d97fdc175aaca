import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const mean =
  /^(?:(?:so )?diem(?: (?:cua )?tieu chi)? ?(?:=|la|bang) ?)?(?:la )?(?:diem )?(?:trung binh(?: cong)?|binh quan)(?: cua)?(?: cac)? ?(?:diem )?(?:tinh |danh gia )?(?:cua )?(?:cac )?(?:thanh vien|lanh dao|uy vien|dong chi|hoi dong|to (?:tham dinh|cham diem|cong tac))[a-z, ]{0,80}$/
/** The panel first: `Hội đồng chấm điểm theo thang điểm 2, lấy trung bình cộng`. */
const panelFirst =
  /^(?:(?:cac )?thanh vien )?(?:hoi dong|to|ban|doan)[a-z ]{0,60} (?:tinh|danh gia|cho)(?: diem)?[,;]? (?:lay|tinh|diem la)(?: diem)? (?:trung binh(?: cong)?|binh quan)[a-z ]{0,60}$/
/** A mean that leaves marks out, or weighs them. */
const traps = /\b(?:bo|loai|tru|cao nhat|thap nhat|he so|trong so)\b/
const marked = /(?:thang (?:diem )?(?:(?:tu )?0 ?(?:-|–|den) ?)?|tu 0 den |toi da )(\d{1,3})(?: ?(?:diem|d))?\)?$/

/** The mean of marks that the members of a panel give, on the scale that is said; without a scale it stays for a person. */
export const readPanel = (text: string): Proposal | undefined => {
  const folded = foldPrint(text)
  const scale = marked.exec(folded)?.[1]
  const before = folded.replace(
    /[,;( ]*(?:moi thanh vien|moi nguoi)?[a-z ]{0,30}(?:theo )?(?:thang (?:diem )?(?:(?:tu )?0 ?(?:-|–|den) ?)?|tu 0 den |toi da )\d{1,3}(?: ?(?:diem|d))?\)?$/,
    '',
  )
  const [, first] = /(?:theo |tren )?thang (?:diem )?(\d{1,3})(?: ?(?:diem|d))?(?=[,;])/.exec(folded) ?? []
  const whole = folded.replace(/ ?(?:theo |tren )?thang (?:diem )?\d{1,3}(?: ?(?:diem|d))?(?=[,;])/, '')
  if (first !== undefined && panelFirst.test(whole) && !traps.test(folded)) return { kind: 'panel', scale: first }
  return scale !== undefined && !traps.test(folded) && Number(scale) > 0 && mean.test(before) ? { kind: 'panel', scale } : undefined
}
