import { type Clause } from './clauses.ts'
import type { StretchSaid } from './scale-edges.ts'

export const remainder =
  /^(?:cac |nhung )?(?:(?:truong hop|muc|don vi|phuong an|ket qua|ty le) )?(?:con lai|khac)$|^nguoc lai$|^khong (?:dat|thuoc)(?: duoc)? (?:cac |mot trong cac )?(?:muc|truong hop|yeu cau)(?: (?:tren|neu tren|nay))?$|^ngoai (?:cac )?(?:truong hop|muc) (?:tren|neu tren)$/
/** Words that make of a stretch a condition of another kind. */
const traps =
  /\b(?:moi|cu|tru|hoac (?:khong|chua)|neu|dong thoi|nhung khong|va co|cong them|them|tang them|trong do|rieng|va (?:khong|dat|hoan|tren|duoi|tu|\d))\b/
/** What has to stand in every clause or in none: a change is another figure than what changes. */
const turns = ['giam', 'tang', 'cham', 'tre', 'qua han', 'muon', 'vuot', 'thieu', 'sai', 'truoc han', 'khong dat']
const empty = new Set(
  'dat co duoc hoan thanh thuc hien ty le ti so luong cac tu den voi va cua trong tong la bang o tai thi neu truong hop muc tren duoi nhung da duoc cap don vi nam ky quy ke hoach ty trong phan tram hang thu xep hang vi tri to chuc ca du day du it nhat toi thieu toi da chi mot dap ung ket qua'.split(
    ' ',
  ),
)
export const tidyCondition = ({ folded, points }: Clause): string =>
  folded
    .replace(/\b(?:so voi|cua|trong) (?:cung ky )?nam (?:\d{4}|truoc(?: lien ke)?)\b/g, '')
    .replace(/(?<=[a-z]) ?\/ ?(?:0?1 )?(?:nam|thang|quy|6 thang)\b/g, '')
    .replace(/^(?:muc|bac|nhom|loai) [a-z0-9]{1,3} ?[:(] ?(.+?)\)?$/, '$1')
    .replace(/^(?:[a-z]+ ){1,5}\(((?:tu|tren|duoi|dat|>=|<|≥|≤|>) ?[^()]+)\)$/, '$1')
    .replace(/^((?:[a-z]+ ){0,3})(0?1) ((?:[a-z]+ )+?)hoac khong(?: [a-z ]{2,40})?$/, '$1khong qua $2 $3')
    .replace(/ (?:hoac|,|\/) ?(?:khong|chua) [a-z ]{2,40}$/, (denied) => (Number.parseFloat(points) === 0 ? '' : denied))
    .replace(/\b(?:ca|du ca) (?=\d)/g, 'du ')
    .replace(/\btrong (?:(?:thoi han|vong|thoi gian) )?(?=\d+ ngay)/g, 'khong qua ')
    .replace(/\b(\d{1,3}) ?\/ ?\d{1,3}\b(?! ?%)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

const content = (words: string): readonly string[] => words.split(/[^a-z]+/).filter((word) => word.length > 1 && !empty.has(word))

/** Every clause speaks of the same figure: what a later one names was named before, and each turns the same way. */
export const isOneFigure = (said: readonly StretchSaid[], head: string): boolean => {
  const texts = said.map(({ before, after }) => ` ${before} ${after} `)
  const [first = ''] = texts
  const named = new Set(content(`${head} ${first}`))
  const isKnown = texts.slice(1).every((text) => content(text).every((word) => named.has(word)))
  // The first clause may leave to the others what the figure is of.
  const others = new Set(texts.slice(1).flatMap(content))
  const isNamedLater = content(`${head} ${first}`).length === 0 && new Set(texts.slice(1).map((text) => content(text).join(' '))).size === 1
  const isTurned = turns.every((turn) => {
    if (` ${head} `.includes(` ${turn} `) || (!/giam|tang|vuot/.test(turn) && first.includes(` ${turn} `) && isKnown)) return true
    const having = texts.filter((text) => text.includes(` ${turn} `)).length
    return having === 0 || having === texts.length
  })
  return (isKnown || (isNamedLater && others.size > 0)) && isTurned && !texts.some((text) => traps.test(text))
}
