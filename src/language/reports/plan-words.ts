import { countWords, ordinaryCase, pointsWords, withinSentence } from './common-words.ts'

/** Sentences of the plan that determines the index, and of remedial and improvement plans. */
export const planWords = {
  until: (date: string) => `đến hết ngày ${date}`,
  purposeAndRequirements: 'Mục đích, yêu cầu',
  purpose: 'Mục đích',
  requirements: 'Yêu cầu',
  execution: 'Tổ chức thực hiện',
  determinationSummary: (year: number, scope: string) => `Triển khai xác định Chỉ số cải cách hành chính năm ${year} của ${scope}`,
  determinationLead: (agency: string, year: number, scope: string) =>
    `${agency} ban hành Kế hoạch triển khai xác định Chỉ số cải cách hành chính năm ${year} của ${scope}, cụ thể như sau:`,
  determinationPurposes: (year: number, scope: string) => [
    `Xác định Chỉ số cải cách hành chính năm ${year} của ${scope} theo các lĩnh vực, tiêu chí, tiêu chí thành phần đã ban hành.`,
    'Nâng cao trách nhiệm của người đứng đầu đơn vị trong thực hiện nhiệm vụ cải cách hành chính.',
    'Công tác tự đánh giá, thẩm định bảo đảm trung thực, khách quan, công khai, đúng quy định.',
  ],
  steps: 'Nội dung triển khai',
  time: (time: string) => `Thời gian: ${time}.`,
  advising: (unit: string) => `Cơ quan tham mưu: ${unit}.`,
  leading: (unit: string) => `Cơ quan chủ trì: ${unit}.`,
  coordinating: (units: string) => `Cơ quan phối hợp: ${units}.`,
  subjects: (subjects: string) => `Đối tượng: ${subjects}.`,
  determinationEnd: (year: number, scope: string) =>
    `Trên đây là Kế hoạch triển khai xác định Chỉ số cải cách hành chính năm ${year} của ${scope}.`,
  remedialSummary: (year: number) => `Khắc phục các tiêu chí cải cách hành chính bị trừ điểm trong năm ${year}`,
  improvementSummary: (actionYear: number, unit: string) =>
    `Thực hiện nhiệm vụ, giải pháp cải thiện và nâng cao Chỉ số cải cách hành chính năm ${actionYear} của ${unit}`,
  roadmapSummary: (unit: string) => `Khắc phục tồn tại, hạn chế để nâng cao Chỉ số cải cách hành chính của ${unit}`,
  lead: (unit: string) => `${unit} xây dựng Kế hoạch với những nội dung như sau:`,
  defaultPurposes: (year: number, actionYear: number) => [
    `Khắc phục các tiêu chí, tiêu chí thành phần bị trừ điểm trong năm ${year}; nâng Chỉ số cải cách hành chính năm ${actionYear}.`,
    'Nâng cao trách nhiệm của các phòng, công chức trong thực hiện nhiệm vụ cải cách hành chính được giao.',
  ],
  defaultRequirements: [
    'Mỗi tiêu chí bị trừ điểm có nhiệm vụ khắc phục, đơn vị chủ trì, thời hạn và sản phẩm cụ thể.',
    'Kết quả thực hiện được theo dõi, báo cáo định kỳ.',
  ],
  resultHeading: (year: number) => `Kết quả Chỉ số cải cách hành chính năm ${year}`,
  result: (facts: {
    readonly year: number
    readonly unit: string
    readonly points: string
    readonly max: string
    readonly rank?: number | undefined
    readonly of?: number | undefined
    readonly difference?: string | undefined
  }) => {
    const { difference } = facts
    const compared =
      difference === undefined
        ? ''
        : difference.startsWith('-')
          ? `, thấp hơn năm ${facts.year - 1} là ${pointsWords(difference.slice(1))} điểm`
          : `, cao hơn năm ${facts.year - 1} là ${pointsWords(difference)} điểm`
    const ranked = facts.rank === undefined ? '' : `, xếp thứ ${facts.rank}${facts.of === undefined ? '' : `/${facts.of}`} cơ quan, đơn vị`
    return `Năm ${facts.year}, Chỉ số cải cách hành chính của ${facts.unit} đạt ${pointsWords(facts.points)}/${pointsWords(facts.max)} điểm${compared}${ranked}.`
  },
  areasLead: (count: number) => `Kết quả của ${countWords(count)} lĩnh vực như sau:`,
  areaResult: (
    at: number,
    isLast: boolean,
    area: {
      readonly name: string
      readonly points: string
      readonly max: string
      readonly rank?: number | undefined
      readonly of?: number | undefined
    },
  ) =>
    `(${at}) ${ordinaryCase(area.name)}: ${pointsWords(area.points)}/${pointsWords(area.max)} điểm${area.rank === undefined ? '' : `, xếp thứ ${area.rank}${area.of === undefined ? '' : `/${area.of}`}`}${isLast ? '.' : ';'}`,
  strengths: 'Ưu điểm',
  shortcomings: 'Tồn tại, hạn chế và nguyên nhân',
  lossCounts: (losses: number, zero: number, lost: string) =>
    `Có ${countWords(losses)} tiêu chí chưa đạt điểm tối đa, trong đó ${countWords(zero)} tiêu chí không có điểm; tổng số điểm chưa đạt ${pointsWords(lost)} điểm.`,
  loss: (loss: {
    readonly code: string
    readonly name: string
    readonly points: string
    readonly max: string
    readonly facts?: string | undefined
  }) =>
    `Tiêu chí ${loss.code} “${ordinaryCase(loss.name)}” (đạt ${pointsWords(loss.points)}/${pointsWords(loss.max)} điểm)${loss.facts === undefined ? '.' : `: ${withinSentence(loss.facts.replace(/[.\s]+$/, ''))}.`}`,
  cause: {
    objective: (text: string) => `Nguyên nhân khách quan: ${withinSentence(text.replace(/[.\s]+$/, ''))}.`,
    subjective: (text: string) => `Nguyên nhân chủ quan: ${withinSentence(text.replace(/[.\s]+$/, ''))}.`,
  },
  withoutCause: (count: number) => `Còn ${countWords(count)} tiêu chí chưa xác định nguyên nhân.`,
  focus: 'Nhiệm vụ, giải pháp',
  study: (documents: string) => `Tổ chức nghiên cứu, quán triệt: ${documents}.`,
  generalGoal: (facts: {
    readonly year: number
    readonly unit: string
    readonly points?: string | undefined
    readonly max?: string | undefined
    readonly rank?: number | undefined
    readonly of?: number | undefined
  }) => {
    const points =
      facts.points === undefined
        ? []
        : [`đạt trên ${pointsWords(facts.points)}${facts.max === undefined ? '' : `/${pointsWords(facts.max)}`} điểm`]
    const rank =
      facts.rank === undefined
        ? []
        : [`xếp trong ${countWords(facts.rank)}${facts.of === undefined ? '' : `/${facts.of}`} cơ quan, đơn vị dẫn đầu`]
    return `Năm ${facts.year}, phấn đấu Chỉ số cải cách hành chính của ${facts.unit} ${[...points, ...rank].join(', ')}.`
  },
  goal: 'Chỉ tiêu chung',
  tasksOfArea: 'Nhiệm vụ và giải pháp:',
  unitLeads: (unit: string) => `${unit} chủ trì:`,
  unitTasks: (unit: string) => `${unit}:`,
  withoutUnit: 'Nhiệm vụ chưa giao đơn vị chủ trì:',
  task: (task: {
    readonly title: string
    readonly coordinating: string
    readonly deadline?: string | undefined
    readonly product?: string | undefined
    readonly leaves: string
  }) =>
    `${task.title.replace(/[.;\s]+$/, '')}${task.leaves === '' ? '' : ` (tiêu chí ${task.leaves})`}${task.coordinating === '' ? '' : `; phối hợp: ${task.coordinating}`}${task.deadline === undefined ? '' : `; thời hạn: ${withinSentence(task.deadline)}`}${task.product === undefined ? '' : `; sản phẩm: ${withinSentence(task.product)}`}.`,
  areaTarget: (points: string, max: string) => `Chỉ tiêu: phấn đấu đạt ${pointsWords(points)}/${pointsWords(max)} điểm.`,
  executionUnits:
    'Các đơn vị được giao chủ trì nhiệm vụ trong Kế hoạch này chủ động phối hợp với các đơn vị liên quan triển khai, bảo đảm tiến độ, chất lượng.',
  executionFollow: (coordinator: string) =>
    `${coordinator} theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch; định kỳ hằng quý, sáu tháng và hằng năm tổng hợp, báo cáo kết quả theo quy định.`,
  executionDifficulties: (coordinator: string) =>
    `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời báo cáo (qua ${coordinator}) để xem xét, chỉ đạo.`,
  annexTasks: 'Phân công nhiệm vụ, lộ trình điểm',
  seeAnnex: 'Nhiệm vụ, đơn vị thực hiện và lộ trình điểm từng tiêu chí tại Phụ lục kèm theo.',
  yearResult: (year: number) => `Kết quả năm ${year}`,
  yearTarget: (year: number) => `Năm ${year}, tối thiểu`,
  leads: 'Chủ trì',
  support: 'Phối hợp',
  pointsGroup: 'Điểm',
} as const
