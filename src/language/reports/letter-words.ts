import { countWords, listWords, withinSentence } from './common-words.ts'

/** Sentences of the guidance letter and of the reminder. */
export const letterWords = {
  guidanceSubject: (year: number) => `hướng dẫn tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${year}`,
  guidanceLead: (agency: string, year: number) =>
    `${agency} hướng dẫn các cơ quan, đơn vị tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${year} như sau:`,
  scopeHeading: 'Phạm vi, đối tượng',
  scope: (units: number, group: string, decision: { readonly number: string; readonly date: string; readonly issuer: string }) =>
    `${countWords(units)} ${withinSentence(group)} tự đánh giá theo Bộ tiêu chí ban hành kèm theo Quyết định số ${decision.number} ngày ${decision.date} của ${decision.issuer}.`,
  criteria: (leaves: number, survey: number) =>
    survey === 0
      ? `Bộ tiêu chí có ${countWords(leaves)} tiêu chí chấm điểm.`
      : `Bộ tiêu chí có ${countWords(leaves)} tiêu chí chấm điểm; đơn vị không tự chấm ${countWords(survey)} tiêu chí đo bằng điều tra xã hội học hoặc do cơ quan khác cung cấp.`,
  howHeading: 'Cách thực hiện',
  how: [
    'Chấm từng tiêu chí theo kết quả thực hiện trong năm; mỗi điểm có tài liệu kiểm chứng (số, ký hiệu, ngày ban hành, cơ quan ban hành), nơi không có tài liệu thì giải trình bằng văn bản.',
    'Nội dung không phát sinh tại đơn vị thì ghi “không phát sinh” và nêu căn cứ; không ghi điểm 0 thay cho không phát sinh và không để trống.',
    'Văn bản có nội dung bí mật nhà nước không tải lên hệ thống; chỉ ghi thông tin được phép.',
    'Báo cáo kết quả tự đánh giá do người đứng đầu đơn vị phê duyệt trước khi nộp.',
  ],
  timeHeading: 'Thời gian',
  until: (moment: string) =>
    `Các cơ quan, đơn vị hoàn thành tự đánh giá và nộp trên hệ thống chậm nhất ${moment}. Sau thời điểm này hệ thống khóa, không nhận thay đổi.`,
  explanation: (window: string) => `Giải trình, bổ sung tài liệu sau thẩm định lần 1: ${window}.`,
  contact: (contact: string) => `Trong quá trình thực hiện, nếu có vướng mắc, liên hệ ${contact}.`,
  guidanceEnd: 'Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện.',
  reminderSubject: (year: number) => `đôn đốc tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${year}`,
  reminderState: (on: string, late: number, of: number) =>
    `Đến ngày ${on}, còn ${countWords(late)}/${countWords(of)} cơ quan, đơn vị chưa nộp kết quả tự đánh giá, chấm điểm trên hệ thống (danh sách tại Phụ lục kèm theo).`,
  reminderNone: (units: readonly string[]) => `Trong đó, các đơn vị chưa bắt đầu chấm điểm: ${listWords(units)}.`,
  reminderRequest: (deadline: string) =>
    `Đề nghị các cơ quan, đơn vị có tên trong danh sách khẩn trương hoàn thành và nộp chậm nhất ${deadline}. Quá thời hạn, hệ thống khóa và tiêu chí chưa có số liệu được tính không có điểm.`,
  reminderEnd: 'Người đứng đầu cơ quan, đơn vị chịu trách nhiệm về việc chậm nộp.',
  annexTitle: (on: string) => `Tình hình tự đánh giá, chấm điểm đến ngày ${on}`,
  notBegun: 'Chưa bắt đầu',
  inWork: 'Đang chấm',
  complete: 'Đã chấm đủ, chưa nộp',
} as const
