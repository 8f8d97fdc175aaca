import { workbookTexts } from './self-assessment-workbook.ts'

/** Words of carrying the result of a cycle within into the sheet of the cycle above. */
export const carryTexts = {
  open: 'Lấy kết quả từ kỳ đánh giá khác của đơn vị',
  title: 'Lấy kết quả từ kỳ đánh giá khác',
  hint: 'Kết quả được ghép theo mã tiêu chí của hai bộ tiêu chí. Chưa có gì thay đổi cho đến khi bấm lưu; nội dung đang có không bị ghi đè nếu không chọn.',
  source: 'Kỳ đánh giá',
  decided: (title: string) => `${title} (đã phê duyệt)`,
  claimed: (title: string, answered: string) => `${title} (đơn vị tự chấm, ${answered} tiêu chí)`,
  place: (code: string) => `Tiêu chí ${code}`,
  dialog: {
    ...workbookTexts.dialog,
    counts: (taken: string, conflicts: string, wrong: string) =>
      `${taken} ô sẽ lưu, ${conflicts} ô cần chọn, ${wrong} tiêu chí không ghép được.`,
    same: (count: string) => `${count} tiêu chí đã giống kết quả của kỳ đó.`,
    nothing: 'Không có gì khác với bản đang có.',
    conflicts: 'Ô đã có nội dung khác, hoặc cùng mã nhưng khác tên tiêu chí',
    conflictsHint: 'Nội dung đang có được giữ nguyên nếu không chọn kết quả của kỳ đó.',
    keepTheirs: 'Giữ tất cả nội dung đang có',
    takeMine: 'Lấy tất cả kết quả của kỳ đó',
    theirs: (by: string | undefined) => (by ? `Đang có, ${by} ghi` : 'Đang có'),
    mine: 'Kết quả của kỳ đó',
    wrong: 'Tiêu chí không ghép được',
    wrongHint: 'Hãy chấm các tiêu chí này trên bảng.',
    done: (count: string) => `Đã lưu ${count} ô từ kết quả của kỳ đó.`,
  },
}
