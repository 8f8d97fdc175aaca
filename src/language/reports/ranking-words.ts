import { countWords, formatted, listWords, ordinaryCase, percentWords, pointsWords, withinSentence } from './common-words.ts'

/** Sentences of the decision of publication, its annex, and the appraisal report. */
export const rankingWords = {
  decisionSummary: (year: number, groups: readonly string[]) =>
    `Về việc phê duyệt và công bố Chỉ số cải cách hành chính năm ${year} của ${listWords(groups.map(withinSentence))}`,
  approve: (year: number, units: readonly { readonly count: number; readonly group: string }[]) =>
    `Phê duyệt và công bố Chỉ số cải cách hành chính năm ${year} của ${listWords(units.map(({ count, group }) => `${countWords(count)} ${withinSentence(group)}`))}; kết quả cụ thể tại Phụ lục kèm theo Quyết định này.`,
  duties:
    'Căn cứ kết quả được công bố, thủ trưởng các cơ quan, đơn vị tổ chức phân tích nguyên nhân bị trừ điểm, xây dựng kế hoạch khắc phục và chịu trách nhiệm về việc cải thiện Chỉ số cải cách hành chính của cơ quan, đơn vị mình.',
  inForce: 'Quyết định này có hiệu lực kể từ ngày ký.',
  carriedOut: (executors: readonly string[]) => `${listWords(executors)} chịu trách nhiệm thi hành Quyết định này.`,
  defaultExecutors: (groups: readonly string[]) => [
    'Thủ trưởng các cơ quan, đơn vị liên quan',
    `các đơn vị được công bố kết quả (${listWords(groups.map(withinSentence))})`,
  ],
  annexTitle: (year: number, group: string) => `Chỉ số cải cách hành chính năm ${year} của ${withinSentence(group)}`,
  areaLegend: (areas: readonly { readonly code: string; readonly name: string; readonly maxPoints: string }[]) =>
    `Các lĩnh vực: ${areas.map(({ code, name, maxPoints }) => `(${code}) ${ordinaryCase(name)}, tối đa ${pointsWords(maxPoints)} điểm`).join('; ')}.`,
  areasHeading: 'Điểm theo lĩnh vực',
  areaColumn: (code: string) => `(${code})`,
  notRanked: 'Không xếp hạng',
  reportSummary: (year: number, groups: readonly string[]) =>
    `Kết quả thẩm định Chỉ số cải cách hành chính năm ${year} của ${listWords(groups.map(withinSentence))}`,
  reportLead: (agency: string, year: number) =>
    `${agency} báo cáo kết quả thẩm định, xác định Chỉ số cải cách hành chính năm ${year} như sau:`,
  resultHeading: 'Kết quả thẩm định',
  groupResult: (facts: {
    readonly group: string
    readonly units: number
    readonly ranked: number
    readonly mean: string
    readonly highest: { readonly unit: string; readonly percent: string }
    readonly lowest: { readonly unit: string; readonly percent: string }
    readonly spread: string
  }) =>
    `Có ${countWords(facts.units)} đơn vị được chấm điểm, ${countWords(facts.ranked)} đơn vị được xếp hạng. Chỉ số bình quân đạt ${percentWords(facts.mean)}; cao nhất là ${facts.highest.unit} (${percentWords(facts.highest.percent)}), thấp nhất là ${facts.lowest.unit} (${percentWords(facts.lowest.percent)}); khoảng cách giữa đơn vị cao nhất và thấp nhất là ${formatted(facts.spread)} điểm phần trăm.`,
  aboveMean: (above: number, ranked: number) => `Có ${countWords(above)}/${countWords(ranked)} đơn vị đạt từ mức bình quân trở lên.`,
  classes: (classes: readonly { readonly name: string; readonly count: number }[]) =>
    `Xếp loại: ${classes.map(({ name, count }) => `${name} ${countWords(count)} đơn vị`).join('; ')}.`,
  missing: (count: number) => `Có ${countWords(count)} đơn vị còn tiêu chí chưa có số liệu; các tiêu chí này được tính không có điểm.`,
  areasHeadingReport: 'Kết quả theo lĩnh vực',
  areaResult: (highest: { readonly name: string; readonly percent: string }, lowest: { readonly name: string; readonly percent: string }) =>
    `Lĩnh vực có kết quả bình quân cao nhất là “${ordinaryCase(highest.name)}” (${percentWords(highest.percent)}); thấp nhất là “${ordinaryCase(lowest.name)}” (${percentWords(lowest.percent)}).`,
  changes: (risen: number, fallen: number, same: number) =>
    `So với kỳ trước, ${countWords(risen)} đơn vị tăng hạng, ${countWords(fallen)} đơn vị giảm hạng, ${countWords(same)} đơn vị giữ nguyên thứ hạng.`,
  upAndDown: (units: readonly string[]) => `Có ${countWords(units.length)} đơn vị tăng Chỉ số nhưng giảm thứ hạng: ${listWords(units)}.`,
  lostHeading: 'Tiêu chí mất điểm nhiều nhất',
  lostRow: (code: string, name: string, units: number, of: number, lost: string) =>
    `Tiêu chí ${code} “${ordinaryCase(name)}”: ${countWords(units)}/${countWords(of)} đơn vị chưa đạt điểm tối đa, tổng số điểm bị trừ ${pointsWords(lost)}.`,
  proposalHeading: 'Kiến nghị',
  proposal: (head: string) => `Kính trình ${head} xem xét, phê duyệt và công bố kết quả.`,
  annexAreasTitle: (year: number, group: string) => `Kết quả theo lĩnh vực năm ${year} của ${withinSentence(group)}`,
} as const
