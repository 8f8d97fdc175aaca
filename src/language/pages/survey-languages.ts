const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** Words of the page where a questionnaire is translated. */
export const surveyLanguageTexts = {
  hint: (first: string) =>
    `Phiếu viết bằng ${inSentence(first)}. Chọn thêm ngôn ngữ thì người trả lời chọn được ngôn ngữ của mình ngay trên phiếu; lời nào chưa dịch hiện bằng ${inSentence(first)}.`,
  further: 'Ngôn ngữ khác của phiếu',
  choose: 'Chọn ngôn ngữ',
  missing: (name: string, missing: string, all: string) => `${name}: còn ${missing} trong ${all} lời chưa dịch.`,
  whole: (name: string) => `${name}: đã dịch hết.`,
  next: (name: string) => `Đến lời chưa dịch (${inSentence(name)})`,
  due: 'Chưa dịch',
  inQuestions: (role: string, count: string) => `${role}, chung cho ${count} câu`,
  roles: {
    title: 'Tên phiếu',
    introduction: 'Lời mở đầu',
    purpose: 'Mục đích sử dụng',
    thanks: 'Lời cảm ơn',
    group: 'Nhóm đối tượng',
    section: 'Tên phần',
    note: 'Ghi chú của phần',
    question: 'Lời hỏi',
    help: 'Gợi ý',
    level: 'Lời của mức',
    option: 'Phương án',
    row: 'Dòng của bảng',
    measuredIn: 'Đơn vị tính',
  },
} as const
