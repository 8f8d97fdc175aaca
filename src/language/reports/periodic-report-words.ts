import type { ReportingPeriod, ReportKind } from '../../core/reporting/report-periods.ts'
import { formatDate } from '../format.ts'
import { countWords, formatted, percentWords, pointsWords, withinSentence } from './common-words.ts'

/** What each kind of periodic report is about, as it stands in its summary. */
export const reportKindWords: Readonly<Record<ReportKind, string>> = {
  reform: 'công tác cải cách hành chính',
  advising: 'kết quả công tác tham mưu',
  projects: 'tiến độ thực hiện dự án và giải ngân',
}

/** A period as it stands in a summary, before the year. */
const periodNames: Readonly<Record<Exclude<ReportingPeriod, 'adHoc' | 'year' | `month${string}`>, string>> = {
  quarter1: 'quý I',
  halfYear: '6 tháng đầu năm',
  nineMonths: '9 tháng đầu năm',
}

/** `quý I năm 2026`, `6 tháng đầu năm 2026`, `năm 2026`, `tháng 3 năm 2026`; an occasion has its own name and no year before it. */
export const periodWords = (period: ReportingPeriod, year: number): string => {
  if (period === 'year') return `năm ${year}`
  if (period === 'adHoc') return `đột xuất năm ${year}`
  if (period.startsWith('month')) return `tháng ${Number(period.slice(5))} năm ${year}`
  const name = periodNames[period as keyof typeof periodNames]
  return period === 'quarter1' ? `${name} năm ${year}` : `${name} ${year}`
}

/** `đạt 80%, tăng 05 so với kỳ trước`. */
const comparison = (share: string | undefined, change: string | undefined): string => {
  const parts = [
    ...(share === undefined ? [] : [`đạt ${percentWords(share)}`]),
    ...(change === undefined || change === '0'
      ? []
      : [`${change.startsWith('-') ? 'giảm' : 'tăng'} ${countOf(change.replace('-', ''))} so với kỳ trước`]),
  ]
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`
}

const countOf = (figure: string): string => (/^\d+$/.test(figure) && figure.length < 10 ? countWords(Number(figure)) : formatted(figure))

/** `Số hồ sơ` in front of its figure; the word “số” is not said twice. */
const named = (label: string): string => withinSentence(label)

export const periodicReportWords = {
  summary: (kind: ReportKind, period: ReportingPeriod, year: number, title: string | undefined) =>
    title === undefined
      ? `${kind === 'advising' ? 'Kết quả công tác tham mưu' : kind === 'projects' ? 'Tiến độ thực hiện dự án và giải ngân' : 'Công tác cải cách hành chính'} ${periodWords(period, year)}`
      : title,
  lead: (unit: string, kind: ReportKind, when: string) => `${unit} báo cáo ${reportKindWords[kind]} ${when} như sau:`,
  span: (from: string, until: string) => `Số liệu trong báo cáo tính từ ngày ${formatDate(from)} đến ngày ${formatDate(until)}.`,
  resultsHeading: 'Kết quả thực hiện',
  planHeading: 'Thực hiện các nhiệm vụ trong kế hoạch',
  promisedHeading: 'Thực hiện các nhiệm vụ kỳ trước đề ra',
  figuresHeading: 'Kết quả theo số liệu',
  otherResultsHeading: 'Kết quả nổi bật',
  wonBackHeading: 'Khắc phục các tiêu chí bị trừ điểm',
  difficultiesHeading: 'Tồn tại, khó khăn, vướng mắc',
  lateHeading: 'Nhiệm vụ quá hạn',
  nextHeading: 'Phương hướng, nhiệm vụ kỳ tiếp theo',
  proposalsHeading: 'Đề xuất, kiến nghị',
  projectsHeading: 'Tiến độ thực hiện và giải ngân',
  noDifficulties: 'Không có khó khăn, vướng mắc cần báo cáo.',
  noProposals: 'Không có đề xuất, kiến nghị.',
  end: (unit: string, kind: ReportKind, when: string) => `Trên đây là báo cáo ${reportKindWords[kind]} ${when} của ${unit}.`,
  plan: (facts: {
    readonly tasks: number
    readonly done: number
    readonly share: string
    readonly doneLate: number
    readonly late: number
    readonly on: string
  }) => {
    const after = facts.doneLate > 0 ? `, trong đó ${countWords(facts.doneLate)} nhiệm vụ hoàn thành sau thời hạn` : ''
    const rest = facts.tasks - facts.done
    const open =
      rest === 0
        ? ''
        : `; còn ${countWords(rest)} nhiệm vụ đang thực hiện${facts.late > 0 ? `, ${countWords(facts.late)} nhiệm vụ quá hạn` : ''}`
    return `Kế hoạch có ${countWords(facts.tasks)} nhiệm vụ; đến ngày ${formatDate(facts.on)} đã hoàn thành ${facts.done === 0 ? '0' : countWords(facts.done)} nhiệm vụ (${percentWords(facts.share)})${after}${open}.`
  },
  wonBack: (losses: number, points: string, of: string) =>
    `Đã hoàn thành mọi nhiệm vụ khắc phục của ${countWords(losses)} tiêu chí, tương ứng ${pointsWords(points)} điểm trong ${pointsWords(of)} điểm bị trừ; kết quả được xác định khi có Chỉ số của kỳ đánh giá sau.`,
  wonBackRow: (code: string, name: string, points: string) => `Tiêu chí ${code} “${name}” (${pointsWords(points)} điểm).`,
  lateRow: (title: string, leadUnit: string | undefined, deadline: string | undefined) =>
    `${title}${leadUnit === undefined ? '' : `; chủ trì: ${leadUnit}`}${deadline === undefined ? '' : `; thời hạn: ${withinSentence(deadline)}`}.`,
  /** One group of figures in a sentence: each with its share of its whole and its change. */
  figures: (
    group: string,
    figures: readonly {
      readonly label: string
      readonly now: string
      readonly unit?: string | undefined
      readonly share?: string | undefined
      readonly change?: string | undefined
    }[],
  ) =>
    `${group}: ${figures.map(({ label, now, unit, share, change }) => `${named(label)} là ${countOf(now)}${unit === 'đồng' ? ' đồng' : unit === '%' ? '%' : ''}${comparison(share, change)}`).join('; ')}.`,
  projects: (count: number, planned: string, disbursed: string, share: string | undefined) =>
    `Tổng số ${countWords(count)} dự án, kế hoạch vốn ${formatted(planned)} đồng; đã giải ngân ${formatted(disbursed)} đồng${share === undefined ? '' : `, đạt ${percentWords(share)} kế hoạch`}.`,
  slowProject: (name: string, share: string, difficulty: string) =>
    `${name} mới giải ngân ${percentWords(share)}${difficulty === '' ? '' : `: ${withinSentence(difficulty)}`}.`,
  projectProposal: (name: string, proposal: string) => `${name}: ${withinSentence(proposal)}.`,
  figuresAnnex: (when: string) => `Số liệu báo cáo ${when}`,
  projectsAnnex: (when: string) => `Tiến độ thực hiện dự án và giải ngân ${when}`,
  columns: {
    figure: 'Nội dung',
    unit: 'Đơn vị tính',
    before: 'Kỳ trước',
    now: 'Kỳ này',
    share: 'Tỷ lệ (%)',
    project: 'Dự án',
    planned: 'Kế hoạch vốn (đồng)',
    disbursed: 'Đã giải ngân (đồng)',
    work: 'Khối lượng (%)',
    difficulty: 'Khó khăn, vướng mắc',
    proposal: 'Đề xuất',
    total: 'Tổng cộng',
  },
} as const
