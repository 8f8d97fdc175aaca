import type { TraceStep } from '../../core/score.ts'
import { formatFigure, formatPercent, roundText } from '../format.ts'
import { ruleTraceSentence } from '../rule-trace.ts'

const figure = (value: string | undefined): string => formatFigure(value ?? '')

interface Counts {
  readonly full: number
  readonly between: number
  readonly zero: number
}
const countsText = ({ full, between, zero }: Counts): string => `${full} đạt tối đa, ${between} được một phần, ${zero} không có điểm`

/** Texts of rankings, sheets and traces. */
export const resultsWords = {
  title: 'Kết quả',
  lead: 'Xếp hạng, phiếu điểm của từng đơn vị, và lý do đằng sau mỗi con số.',
  nothing: 'Chưa có kết quả nào để xem.',
  nothingHint: 'Kết quả hiện ở đây khi thẩm định kết thúc hoặc được công bố.',
  published: 'Đã công bố',
  live: 'Đang tổng hợp',
  liveHint: 'Theo điểm thẩm định đến lúc này, chưa phải kết quả chính thức.',
  own: 'Phiếu điểm của đơn vị tôi',
  number: (number: number) => `Lần ${number}`,
  liveNote: (moment: string) => `Tạm tính lúc ${moment}. Chưa phải kết quả chính thức.`,
  publishedNote: (number: number, moment: string) => `Công bố lần thứ ${number}, lúc ${moment}.`,
  decision: (number: string, day: string) => `Theo Quyết định số ${number} ngày ${day}.`,
  claimedNote: 'Theo điểm các đơn vị tự chấm.',
  ranking: 'Bảng xếp hạng',
  group: 'Nhóm đơn vị',
  round: 'Điểm của vòng',
  search: 'Tìm đơn vị',
  byArea: 'Xem theo lĩnh vực',
  byTotal: 'Xem tổng hợp',
  percent: 'Tỷ lệ',
  areasLegend: 'Các lĩnh vực',
  heatLegend: 'Màu đậm hơn: tỷ lệ đạt cao hơn.',
  heat: ['dưới 50%', '50–65%', '65–80%', '80–90%', 'từ 90%'],
  ownUnits: 'Đơn vị của bạn ở khoảng tô vàng',
  columns: {
    rank: 'Hạng',
    unit: 'Đơn vị',
    points: 'Điểm đạt',
    max: 'Tối đa áp dụng',
    percent: 'Chỉ số',
    class: 'Xếp loại',
    change: 'So với năm trước',
    missing: 'Chưa có điểm',
  },
  notRanked: 'Không xếp hạng',
  notSubmitted: 'Chưa nộp',
  pointsChange: (points: string) => `(${points.startsWith('-') ? '' : '+'}${formatFigure(roundText(points, 2))} điểm)`,
  tie: 'đồng hạng',
  rankUp: (places: number) => `tăng ${places} bậc`,
  rankDown: (places: number) => `giảm ${places} bậc`,
  rankSame: 'giữ hạng',
  upButDown: 'điểm tăng nhưng hạng giảm',
  percentChange: (percent: string) => `${percent.startsWith('-') ? '' : '+'}${formatPercent(percent)}`,
  missingLeaves: (count: number) => `${count} tiêu chí`,
  distribution: 'Phân bố chỉ số',
  distributionCaption: 'Số đơn vị theo khoảng chỉ số',
  range: 'Khoảng chỉ số (%)',
  count: 'Số đơn vị',
  summary: (units: number, mean: string, best: string, worst: string) =>
    `${units} đơn vị được xếp hạng; trung bình ${formatPercent(mean)}, cao nhất ${formatPercent(best)}, thấp nhất ${formatPercent(worst)}.`,
  sheetTitle: (unit: string) => `Phiếu điểm: ${unit}`,
  rankOf: (rank: number, of: number) => `Hạng ${rank} trong ${of} đơn vị`,
  denominator: (max: string) => `Tính trên ${figure(max)} điểm tối đa áp dụng`,
  claimed: 'Tự đánh giá',
  given: 'Thẩm định',
  difference: 'Chênh lệch',
  reason: 'Lý do',
  reasonAndSource: 'Lý do, nguồn điểm',
  toReasons: 'Xem lý do thẩm định của đơn vị tôi',
  code: 'STT',
  criterion: 'Tiêu chí',
  maxPoints: 'Điểm chuẩn',
  areas: 'Theo lĩnh vực',
  areasCaption: 'Tỷ lệ đạt của từng lĩnh vực',
  meanOfAreas: (own: string, group: string | undefined) =>
    `Trung bình các lĩnh vực của đơn vị: ${own}${group === undefined ? '' : `; của nhóm: ${group}`}.`,
  area: 'Lĩnh vực',
  ownShare: 'Đơn vị',
  meanShare: 'Trung bình nhóm',
  areaRank: 'Hạng',
  onlyLost: 'Chỉ tiêu chí mất điểm',
  all: 'Tất cả',
  lostCount: (count: number) => `${count} tiêu chí chưa đạt điểm tối đa`,
  sheetCounts: (criteria: Counts, components: Counts) =>
    `Tiêu chí: ${countsText(criteria)}.${components.full + components.between + components.zero > 0 ? ` Tiêu chí thành phần: ${countsText(components)}.` : ''}`,
  noneLost: 'Không có tiêu chí nào mất điểm.',
  notApplicable: 'Không áp dụng',
  missing: 'Chưa có điểm',
  notMeasured: 'Không đo được',
  why: (name: string) => `Vì sao có số này: ${name}`,
  whyTitle: 'Cách tính',
  whole: 'Toàn bộ bộ tiêu chí',
  backToRanking: 'Về bảng xếp hạng',
  openTrace: (name: string) => `Xem cách tính ${name}`,
  rounding: 'Tính trên số chưa làm tròn; chỉ làm tròn khi hiển thị, nên tổng các số đã làm tròn có thể lệch 0,01.',
  bySource: (parts: readonly string[]) => `Trong đó, điểm theo nguồn: ${parts.join('; ')}.`,
  sourceNames: { appraised: 'thẩm định', survey: 'điều tra xã hội học', external: 'đánh giá bên ngoài', panel: 'lãnh đạo chấm điểm' },
} as const

type Facts = Readonly<Record<string, string>>

/** One sentence per step of a trace: what happened to the figure there. */
export const traceSentences: Readonly<Record<TraceStep, (result: string, facts: Facts) => string>> = {
  entered: (result, facts) =>
    facts['entered']
      ? `Nhập ${figure(facts['entered'])} điểm, tính ${figure(result)} vì không vượt quá mức tối đa của khối.`
      : facts['reduced']
        ? `Được ${figure(result)} trên ${figure(facts['appliedMax'])} điểm áp dụng cho đơn vị (điểm tối đa ${figure(facts['maxPoints'])}; phần còn lại không phát sinh).`
        : `Được ${figure(result)} trên ${figure(facts['maxPoints'])} điểm.`,
  sumOfLeaves: (result) => `Cộng các tiêu chí: ${figure(result)} điểm.`,
  sumOfChildren: (result, facts) =>
    facts['appliedMax']
      ? `Cộng các phần: ${figure(result)} trên ${figure(facts['appliedMax'])} điểm áp dụng.`
      : `Cộng các lĩnh vực: ${figure(result)} điểm.`,
  notApplicable: (result, facts) => notApplicableSentence(result, facts),
  redistributed: (result, facts) =>
    `Được ${figure(result)} trên ${figure(facts['appliedMax'])} điểm, sau khi nhận thêm điểm tối đa của tiêu chí không áp dụng (nhân ${facts['factor'] ?? ''}).`,
  missing: (_result, facts) => `Chưa có điểm; điểm tối đa ${figure(facts['maxPoints'])} vẫn được tính vào mẫu số.`,
  notMeasured: (result, facts) =>
    facts['absentBlock'] === 'carry' ? `Không đo được; lấy tỷ lệ của kỳ trước: ${figure(result)} điểm.` : 'Không đo được; tính 0 điểm.',
  rescaled: () => 'Không đo được; phần này rút khỏi mẫu số và kết quả được quy đổi trên phần còn lại.',
  bonus: (result) => `Điểm cộng: ${figure(result)}.`,
  penalty: (result) => `Điểm trừ: ${figure(result)}.`,
  totalCap: (result, facts) =>
    `Sau điểm cộng, điểm trừ là ${figure(facts['adjusted'])}; giữ trong khoảng 0–${figure(facts['totalCap'] ?? '100')}: ${figure(result)} điểm.`,
  percent: (result, facts) =>
    `${figure(facts['points'])} chia ${figure(facts['appliedMax'])} điểm tối đa áp dụng, nhân 100 = ${formatPercent(result, 6)}.`,
  rule: (result, facts) => ruleTraceSentence(result, facts),
}

const treatmentWords: Readonly<Record<string, string>> = {
  excluded: 'rút khỏi mẫu số',
  full: 'tính điểm tối đa',
  zero: 'tính 0 điểm, vẫn nằm trong mẫu số',
  redistributed: 'chuyển điểm tối đa sang các tiêu chí cùng nhóm',
}

const basisWords: Readonly<Record<string, string>> = {
  line: 'theo quyết định cho riêng đơn vị',
  node: 'theo quy định của tiêu chí',
  framework: 'theo quy định của bộ tiêu chí',
  option: 'theo lựa chọn khi tính',
  default: 'theo mặc định, vì bộ tiêu chí không quy định',
}

const notApplicableSentence = (_result: string, facts: Facts): string =>
  `Không áp dụng: ${treatmentWords[facts['treatment'] ?? ''] ?? ''}, ${basisWords[facts['basis'] ?? ''] ?? ''}.`
