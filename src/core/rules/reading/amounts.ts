import { foldPrint } from './clauses.ts'

/** Where a line says how many points: its place in the folded text, with the words and signs that only lead to it, and the points as a rule writes them. */
export interface AmountSaid {
  readonly start: number
  readonly end: number
  readonly points: string
  /** Printed as something added to other points (`+0,5 điểm`). */
  readonly isAdded: boolean
}

const number = '\\d+(?:[.,]\\d+)?'
const criterion = '(?:(?: cua)? (?:tieu chi|noi dung|muc)(?: (?:nay|do|thanh phan))*)?'
const ofAll = `(?:(?: (?:toi da|chuan|quy dinh))+${criterion}|${criterion})`
const colon = '(?:[:→]|(?<![<>])=)'
const verbs =
  '(?:(?<!\\b(?:khong|chua|khong duoc|chua duoc) )(?:thi|la|bang|duoc|dat|tinh|cho|huong|ghi|cong(?= \\d)|chi|van|se|lay|muc(?= \\d)|diem(?: so| danh gia)?(?= (?:la|bang|=|duoc))|so diem(?= (?:la|bang|=|duoc))|=)[ ]+)*'
const core = [
  `(?<plus>\\+ ?)?(?<figure>${number}) ?(?:diem|d)(?![a-z0-9]| phan tram| tro | ?[-–] ?\\d| den )`,
  `(?<share>${number}) ?% (?:tong )?(?:so )?diem${ofAll}(?! (?:khao sat|tro |danh gia))`,
  `(?<full>(?:du |toan bo |tron )*(?:so )?diem (?:toi da|chuan)${criterion}|muc (?:diem )?toi da(?=:))`,
  `(?<half>(?:1/2|mot nua|nua) (?:tong )?(?:so )?diem${ofAll})`,
  '(?<none>khong (?:duoc |co |tinh |cho |dat )*diem(?! (?:tru|cong|thuong|yeu|nghen|tieu chi|noi dung))(?: nao)?)',
].join('|')
const said = new RegExp(`[ ]*(?:, ?|${colon} ?|[-–] )?${verbs}(?:\\( ?)?${verbs}(?:${core})(?:(?<=\\([^()]*) ?\\))?`, 'g')
/** A figure without a unit is points only after a colon, an equals sign or a dash, or in brackets, at the end of what it is said of. */
const bare = new RegExp(
  `(?: *(?:${colon}|(?<![\\d%] ?)[-–](?= )) *(?<figure>${number})| *\\((?<inside>${number})\\)|(?<=[a-z]) (?<tail>\\d+[.,]\\d+)(?=$))(?![.,]?\\d)(?= ?(?:$|[;,)/]|\\.(?: |$)| [-–+/] ))`,
  'g',
)
/** Points of a scale, or of something that is measured in points: no amount. */
const asEdge = /(?:\b(?:tu|den|duoi|tren|hon|toi da|khong qua|it nhat|toi thieu|(?<!\b(?:ket|hieu|thanh) )qua)|[<>≤≥]=?|\d ?[-–])$/

const dot = (text: string): string => text.replace(',', '.')

const pointsOf = ({ groups = {} }: RegExpMatchArray): string => {
  if (groups['figure'] !== undefined) return dot(groups['figure'])
  if (groups['share'] !== undefined) return `${dot(groups['share'])}%`
  if (groups['full'] !== undefined) return '100%'
  return groups['half'] === undefined ? '0' : '50%'
}

const placeOf = (match: RegExpMatchArray, points: string): AmountSaid => {
  const start = match.index ?? 0
  return { start, end: start + match[0].length, points, isAdded: match.groups?.['plus'] !== undefined }
}

/** All amounts of a sentence in their order; figures without a unit only up to the most that the row may give. */
export const amountsIn = (sentence: string, max: string | undefined): readonly AmountSaid[] => {
  const folded = foldPrint(sentence.replaceAll('\n', ';'))
  if (folded.length !== sentence.length) return []
  const worded = [...folded.matchAll(said)]
    .filter((match) => !asEdge.test(folded.slice(0, match.index).trimEnd()))
    .map((match) => placeOf(match, pointsOf(match)))
  const figures = [...folded.matchAll(bare)].flatMap((match) => {
    const points = dot(match.groups?.['figure'] ?? match.groups?.['inside'] ?? match.groups?.['tail'] ?? '')
    return max === undefined || Number(points) > Number(max) ? [] : [placeOf(match, points)]
  })
  const apart = figures.filter((figure) => worded.every(({ start, end }) => figure.end <= start || figure.start >= end))
  return [...worded, ...apart].toSorted((one, other) => one.start - other.start)
}
