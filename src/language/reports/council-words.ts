import { countWords, withinSentence } from './common-words.ts'

/** Sentences of the decision that sets up council and assisting team, and of the minutes of the council. */
export const councilWords = {
  summary: (year: number) =>
    `Về việc thành lập Hội đồng thẩm định và Tổ giúp việc Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year}`,
  council: (year: number, count: number) =>
    `Thành lập Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year} (sau đây gọi là Hội đồng) gồm ${countWords(count)} thành viên:`,
  team: (count: number) => `Thành lập Tổ giúp việc Hội đồng (sau đây gọi là Tổ giúp việc) gồm ${countWords(count)} thành viên:`,
  member: (name: string, position: string, role: string) => `${name}, ${position}, ${role};`,
  lastMember: (name: string, position: string, role: string) => `${name}, ${position}, ${role}.`,
  memberListed: (count: number) => `Danh sách ${countWords(count)} thành viên tại Phụ lục kèm theo.`,
  dutiesOfCouncil:
    'Nhiệm vụ của Hội đồng: thẩm định kết quả tự đánh giá, chấm điểm của các cơ quan, đơn vị; xem xét giải trình; quyết định điểm của các tiêu chí còn ý kiến khác nhau; thông qua kết quả và trình cấp có thẩm quyền phê duyệt, công bố. Hội đồng làm việc theo chế độ tập thể, quyết định theo đa số; thành viên không thẩm định đơn vị mình.',
  dutiesOfTeam:
    'Nhiệm vụ của Tổ giúp việc: kiểm tra tài liệu kiểm chứng, chấm điểm theo lĩnh vực được phân công, nêu rõ lý do của từng điểm trừ; tổng hợp số liệu, chuẩn bị nội dung và biên bản các phiên họp của Hội đồng.',
  seal: (standing: string) =>
    `${standing} là cơ quan thường trực của Hội đồng. Hội đồng và Tổ giúp việc tự giải thể sau khi hoàn thành nhiệm vụ.`,
  inForce: 'Quyết định này có hiệu lực kể từ ngày ký.',
  carriedOut:
    'Thủ trưởng các cơ quan, đơn vị liên quan và các thành viên có tên tại Điều 1, Điều 2 chịu trách nhiệm thi hành Quyết định này.',
  minutesSummary: (year: number) => `Họp Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year}`,
  when: (moment: string, place: string) => `Thời gian: ${moment}. Địa điểm: ${place}.`,
  chairedBy: (name: string, role: string) => `Chủ trì: ${name}, ${role}.`,
  writtenBy: (name: string, role: string) => `Thư ký: ${name}, ${role}.`,
  presentHeading: 'Thành phần',
  present: (present: number, all: number) => `Có mặt ${countWords(present)}/${countWords(all)} thành viên Hội đồng.`,
  absent: (names: string) => `Vắng mặt: ${names}.`,
  contentHeading: 'Nội dung',
  appraised: (units: number, group: string) => `Hội đồng xem xét kết quả thẩm định của ${countWords(units)} ${withinSentence(group)}.`,
  disputed: (count: number) =>
    count === 0
      ? 'Không có tiêu chí nào còn ý kiến khác nhau.'
      : `Hội đồng thảo luận, quyết định ${countWords(count)} tiêu chí còn ý kiến khác nhau (chi tiết tại Phụ lục kèm theo).`,
  conclusionsHeading: 'Kết luận',
  vote: (agreed: number, against: number, abstained: number) =>
    `Biểu quyết thông qua kết quả: ${countWords(agreed)} đồng ý, ${countWords(against)} không đồng ý, ${countWords(abstained)} không có ý kiến.`,
  ended: (moment: string) => `Cuộc họp kết thúc lúc ${moment}; biên bản đã được thông qua và các thành viên dự họp thống nhất.`,
  annexTitle: 'Các tiêu chí Hội đồng quyết định',
  membersTitle: (year: number) => `Danh sách thành viên Hội đồng thẩm định, Tổ giúp việc năm ${year}`,
  councilCaption: 'Hội đồng thẩm định',
  teamCaption: 'Tổ giúp việc',
  firstValue: 'Điểm thẩm định',
  decided: 'Hội đồng quyết định',
} as const
