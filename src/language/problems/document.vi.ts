import type { DocumentProblemFacts } from '../../core/problem-facts/document.ts'
import { numbered, problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, sizeOf, word } from './wording.vi.ts'

export const documentProblemsVi: SentencesOf<keyof DocumentProblemFacts> = {
  unreadableFile: ({ reason, detail }) => `${problemWords.vi.unreadable[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  tooLarge: ({ what, limit, actual }) =>
    what === 'memory'
      ? `Tệp cần nhiều hơn ${sizeOf(limit, what)} bộ nhớ để đọc. Hãy chỉ giữ lại phần có bảng cần đọc.`
      : `Tệp vượt giới hạn về ${word(what)}: ${sizeOf(actual, what)}, cho phép tối đa ${sizeOf(limit, what)}. Hãy chỉ giữ lại phần có bảng cần đọc.`,
  severalTables: ({ count, number, chosen, tables }) =>
    `Tài liệu có ${count} bảng cùng loại: ${numbered(tables)}. Bảng được đọc là bảng ${number}, “${chosen}”. ` +
    'Muốn đọc bảng khác, hãy chọn theo số thứ tự của bảng.',
  hiddenCells: ({ rows, columns }) =>
    `Bảng tính có ${rows} dòng và ${columns} cột đang ẩn; phần ẩn không được đọc. Hãy cho hiện lại nếu phần đó thuộc về bảng.`,
  legacyFont: ({ font }) => `Văn bản dùng phông chữ cũ ${font} và đã được đổi sang Unicode. Hãy đối chiếu lại với bản gốc.`,
  noTable: ({ kind }) =>
    `Không tìm thấy ${problemWords.vi.tables[kind] ?? 'bảng'} trong tài liệu. Hãy kiểm tra dòng tiêu đề có các cột như STT, Tiêu chí, Điểm.`,
  unreadableRow: ({ text }) => `Chưa hiểu được dòng “${text}”. Hãy xem dòng này trong bản gốc và nhập lại nếu cần.`,
  doubtfulText: ({ raw, corrected }, place) =>
    `${place}: chữ “${raw}” có thể đọc sai${corrected === undefined ? '' : `, có lẽ là “${corrected}”`}. Hãy đối chiếu với bản gốc.`,
  decimalSign: ({ raw, column }, place) =>
    `${place}${column === undefined ? '' : `, cột ${column}`}: số “${raw}” dùng dấu thập phân khác với các số còn lại. Hãy xác nhận giá trị.`,
  missingCode: ({ name }, place) => `${place}: dòng “${name}” không có số thứ tự. Hãy bổ sung hoặc xác nhận là bản gốc để trống.`,
  duplicateCode: ({ repeated, duplicateOf }, place) =>
    `${place}: số thứ tự ${repeated} đã dùng ở ${duplicateOf}. Hãy kiểm tra lại cách đánh số.`,
  codeGap: ({ expected, found }, place) =>
    found === undefined
      ? `${place}: thiếu số thứ tự ${expected}.`
      : `${place}: số thứ tự nhảy đến ${found}, lẽ ra là ${expected}. Có thể sót một dòng.`,
  missingName: (_, place) => `${place} không có tên.`,
  missingMaxPoints: (_, place) => `${place} chưa có điểm tối đa.`,
  missingLeadUnit: (_, place) => `${place} chưa có đơn vị chủ trì.`,
  missingCoordinatingUnit: (_, place) => `${place} chưa có đơn vị phối hợp.`,
  unitSpelling: ({ spellings, proposed }) =>
    `Tên đơn vị được viết nhiều cách: ${spellings.map((each) => `“${each}”`).join(', ')}${proposed === undefined ? '' : `. Đề nghị dùng “${proposed}”`}.`,
  countMismatch: ({ what, printed, derived }) => `Tài liệu ghi ${figure(printed)} ${word(what)} nhưng đếm được ${figure(derived)}.`,
  totalMismatch: ({ printed, derived, from }, place) =>
    `${place} ghi ${figure(printed)} điểm nhưng ${from === 'children' ? 'các tiêu chí thành phần' : 'các tiêu chí chấm điểm bên trong'} cộng lại ${figure(derived)} điểm.`,
  columnTotalMismatch: ({ column, printed, derived }) =>
    `Cột ${column} ghi tổng ${figure(printed)} điểm nhưng các dòng cộng lại ${figure(derived)} điểm.`,
  targetAboveMax: ({ column, target, max }, place) =>
    `${place}, cột ${column}: điểm phấn đấu ${figure(target)} cao hơn điểm tối đa ${figure(max)}.`,
  targetBelowResult: ({ column, target, result }, place) =>
    `${place}, cột ${column}: điểm phấn đấu ${figure(target)} thấp hơn điểm đã đạt ${figure(result)}.`,
  overlappingClasses: ({ first, second }) =>
    `Hai mức xếp loại “${first}” và “${second}” trùng nhau một phần. Hãy sửa cận của một trong hai mức.`,
  classGap: ({ below, above }) =>
    `Giữa hai mức xếp loại “${below}” và “${above}” có khoảng trống, đơn vị rơi vào đó sẽ không được xếp loại.`,
  unsettledTotal: ({ printed, derived }, place) =>
    `${place}: cần chọn dùng ${figure(printed)} điểm (theo bản in) hay ${figure(derived)} điểm (cộng lại) trước khi ban hành.`,
}
