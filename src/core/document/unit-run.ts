import { beginsUnit } from './unit-names.ts'

/** A unit in running text; `isListed` where a comma, a semicolon or "và" ties it to the one before. */
export interface RunUnit {
  readonly text: string
  readonly isListed: boolean
}

const longestName = 10

/**
 * Reads running text as names of units that follow one another, as the cells of a row do when their borders are lost:
 * "Phòng A, Phòng B Văn phòng" are three names, the second listed with the first. `undefined` where the text is none.
 */
export const unitRun = (text: string): readonly RunUnit[] | undefined => {
  const tokens = text.split(/\s+/u).filter(Boolean)
  if (tokens.length === 0 || tokens.length > 60 || !beginsUnit(tokens.join(' '))) return undefined
  const units: { words: string[]; isListed: boolean }[] = []
  tokens.forEach((token, index) => {
    const current = units.at(-1)
    const before = current?.words.join(' ') ?? ''
    const begins =
      index === 0 ||
      (beginsUnit(tokens.slice(index, index + 3).join(' ')) && mayFollow(before, token, tokens.slice(index + 1, index + 4).join(' ')))
    if (begins) units.push({ words: [token], isListed: /[,;]$|\svà$/u.test(before) })
    else current?.words.push(token)
  })
  if (units.some(({ words }) => words.length > longestName || words.some((word) => /^\d+[.,]\d+$/u.test(word)))) return undefined
  return units.map(({ words, isListed }) => ({ text: words.join(' ').replace(/[,;]$|\svà$/u, ''), isListed }))
}

/** Words after which a head goes on with the same name: "các Phòng", "thuộc Ban", "Văn phòng UBND tỉnh", "Lãnh đạo Ban". */
const mayFollow = (before: string, token: string, after: string): boolean => {
  if (/(?:^|\s)(?:của|thuộc|các|Các|tại|với|cho|theo|Trưởng|Phó|Giám đốc|Tất cả|Toàn thể|cùng|ngành)$/u.test(before)) return false
  if (/(?:^|\s)(?:Văn phòng|VP|HĐND,?|HĐND và|ĐBQH,?|ĐBQH và)$/u.test(before) && /^(?:UBND|HĐND|Đoàn)/u.test(token)) return false
  if (/^(?:Văn phòng|Thanh tra|Lãnh đạo|Công chức|Chánh Văn phòng|Chánh Thanh tra)$/u.test(before) && /^(?:Ban|Sở|Cục)[,;]?$/u.test(token))
    return /^\p{Lu}\p{Ll}/u.test(after) && !/^Các(?:\s|$)/u.test(after) && !beginsUnit(after)
  return !/^(?:Sở|Ban|Phòng|Các|Bộ phận|Chi cục|Trung tâm)$/u.test(before) || /^Các$/u.test(token)
}
