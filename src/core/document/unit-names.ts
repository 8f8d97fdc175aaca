import { cleanLines, cleanText, fold } from './clean-text.ts'

/** Words a unit's name begins with. Some of them name a unit by themselves. */
const heads =
  /^(?:Sở|Ban(?! hành)|Phòng(?!,? chống)|Vụ(?! việc| án)|Cục|Chi cục|Tổng cục|Trung tâm|Bộ phận|Bộ(?! máy| tiêu| thủ| chỉ| quy| hồ| Vụ| Cục| Văn phòng| Thanh tra| Các| \d)|Tổ(?! chức)|Đội(?! ngũ)|Nhóm|Công an|Kho bạc|Bảo hiểm|Viện|Trường(?! hợp)|Hội(?! nghị| thi| thảo| họp)|Liên minh|Đoàn(?! kết)|Tòa án|Quỹ|Bệnh viện|Đài|Báo(?! cáo)|Bưu điện|Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|Mặt trận|Hội đồng|Thủ trưởng|Trưởng|Phó|Chủ tịch|Giám đốc|Lãnh đạo|Đơn vị|Cơ quan|Cán bộ|Các (?:sở|Sở|phòng|Phòng|ban|Ban|cơ quan|Cơ quan|đơn vị|Đơn vị|bộ phận|Bộ phận|xã|huyện|trường|ngành|địa phương|UBND|tổ|thành viên|chi cục|Chi cục|trung tâm|công chức|tổ chức)|Tất cả|Toàn thể|Mỗi phòng|Khối|Thành viên|Trạm|Hạt|BQL|Ban quản lý|Nhân viên|Chuyên viên|Kế toán|Văn thư|Liên đoàn|Thuế|Chi nhánh|Công ty)(?=\s+\S|$)/u
const whole =
  /^(?:Văn phòng|VP|Thanh tra|Công chức|Viên chức|Công an|Quân sự|Chi cục|Lãnh đạo|Đảng ủy|Thường trực|Cán bộ|Thủ trưởng|Công đoàn|Mặt trận|Ban lãnh đạo|Chánh Văn phòng|Chánh Thanh tra|Kế toán|Văn thư|UBND|VPUB)(?=[\s,;]|$)/u
/** Heads that name nothing without a word after them. */
const bareHead = /^(?:Sở|Ban|Phòng|Vụ|Cục|Bộ|Tổ|Đội|Nhóm|Viện|Trường|Hội|Đoàn|Quỹ|Đài|Báo|Trưởng|Phó|Các|Khối|Trạm|Hạt)$/u

/** Whether a text may begin the name of a unit. */
export const beginsUnit = (text: string): boolean => (heads.test(text) || whole.test(text)) && !bareHead.test(text)

/**
 * The units of one cell. Bullets and semicolons always part them; commas, "và" and line breaks only where what follows begins a unit's name or is a
 * unit of its own in other cells (`known`, folded), so that "Sở Văn hóa, Thể thao và Du lịch" stays one. Collective names stay as printed.
 */
export const splitUnits = (text: string, known: ReadonlySet<string> = new Set()): readonly string[] => {
  const lines = cleanLines(text).split('\n')
  const parts: string[] = []
  for (const line of lines) {
    const bare = line.replace(/^[-–+•*]\s*/u, '')
    if (
      parts.length > 0 &&
      bare === line &&
      !/[,;.]$/u.test(parts.at(-1) ?? '') &&
      !(beginsLine(line, parts.at(-1) ?? '') || known.has(fold(line)))
    ) {
      parts.push(`${parts.pop() ?? ''} ${line}`)
    } else parts.push(bare)
  }
  return parts
    .flatMap((part) => part.split(/\s*;\s*/u))
    .flatMap((part) => splitAtCommas(part, known))
    .map((part) => part.replace(/[,;.:\s]+$/u, '').trim())
    .filter((part) => part !== '' && !/^[-–/x]$/iu.test(part))
}

/** A line of a cell begins another unit when it looks like one and the line above is complete; "Văn phòng" / "UBND tỉnh" is one name. */
const beginsLine = (line: string, above: string): boolean =>
  beginsUnit(line) &&
  !(/^(?:UBND|HĐND|Đoàn)/u.test(line) && /Văn phòng$|VP$/iu.test(above)) &&
  !/(?:^|\s)(?:của|thuộc|và|các|Phòng|Sở|Ban)$/u.test(above)

const splitAtCommas = (text: string, known: ReadonlySet<string>): readonly string[] => {
  const parts: string[] = []
  for (const piece of text.split(/\s*,\s*/u)) {
    const last = parts.at(-1)
    if (last === undefined || standsAlone(piece, last, known)) parts.push(piece)
    else parts.push(`${parts.pop() ?? ''}, ${piece}`)
  }
  return parts.flatMap((part) => splitAtAnd(part, known))
}

const standsAlone = (piece: string, before: string, known: ReadonlySet<string>): boolean => {
  if (known.has(fold(piece))) return true
  if (/^(?:các|Các|những|Những)\s+(?:\p{L}+\s?){1,2}$/u.test(before) && piece.split(' ').length <= 2 && !whole.test(piece)) return false
  return beginsUnit(piece)
}

/** "và" parts two units only where both sides are units; "Văn phòng HĐND và UBND" is one. */
const splitAtAnd = (text: string, known: ReadonlySet<string>): readonly string[] => {
  if (known.has(fold(text))) return [text]
  for (const match of text.matchAll(/\s+(?:và|&)\s+/gu)) {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    if (areTwoUnits(left, right, known)) return [left, ...splitAtAnd(right, known)]
  }
  return [text]
}

const areTwoUnits = (left: string, right: string, known: ReadonlySet<string>): boolean => {
  const isOneOffice = /(?:HĐND|ĐBQH|UBND|Văn phòng Quốc hội)$/u.test(left) && /^(?:HĐND|UBND)/u.test(right)
  const mayBePart = /^(?:Thanh tra|Quân sự|Tư pháp|Trường|Công đoàn|Báo|Đài|Hội)(?=\s|$)/u.test(right)
  return !isOneOffice && beginsUnit(left) && (known.has(fold(right)) || (beginsUnit(right) && !mayBePart))
}

/** Folded names that fill a cell by themselves without any separator: what mixed cells are parted by. */
export const knownUnits = (cells: Iterable<string>): ReadonlySet<string> => {
  const known = new Set<string>()
  for (const cell of cells) {
    const text = cleanText(cell)
    if (text !== '' && text.length <= 80 && !/[,;]|\svà\s|\n|^[-–+•]/u.test(cell.trim())) known.add(fold(text))
  }
  return known
}
