import type { ReportingPeriod, ReportKind } from '../../core/reporting/report-periods.ts'
import type { ReportStanding } from '../../core/reporting/report-standing.ts'

const periods: Readonly<Record<Exclude<ReportingPeriod, `month${string}`>, string>> = {
  quarter1: 'Quý I',
  halfYear: '6 tháng',
  nineMonths: '9 tháng',
  year: 'Năm',
  adHoc: 'Đột xuất',
}

/** `Quý I`, `Tháng 3`. */
export const periodLabel = (period: ReportingPeriod): string =>
  period.startsWith('month') ? `Tháng ${Number(period.slice(5))}` : periods[period as keyof typeof periods]

export const reportKindLabels: Readonly<Record<ReportKind, string>> = {
  reform: 'Cải cách hành chính',
  advising: 'Kết quả tham mưu',
  projects: 'Dự án, giải ngân',
}

export const reportStandingLabels: Readonly<Record<ReportStanding, string>> = {
  open: 'Chưa đến hạn',
  overdue: 'Quá hạn chưa gửi',
  onTime: 'Đúng hạn',
  late: 'Trễ hạn',
}

/** Words of the pages of periodic reports. */
export const reportTexts = {
  title: 'Báo cáo định kỳ',
  under: 'Báo cáo phải gửi trong năm, hạn gửi và thời điểm từng đơn vị đã gửi',
  underUnit: (unit: string) => `Báo cáo của ${unit}: hạn gửi, nội dung và thời điểm gửi`,
  noUnit: 'Tài khoản của bạn không thuộc đơn vị nào nên không có báo cáo phải gửi.',
  year: 'Năm',
  back: 'Báo cáo định kỳ',
  counts: (onTime: number, late: number, overdue: number, open: number) =>
    `${onTime} báo cáo đúng hạn, ${late} trễ hạn, ${overdue} quá hạn chưa gửi, ${open} chưa đến hạn.`,
  columns: {
    report: 'Báo cáo',
    kind: 'Loại',
    due: 'Hạn gửi',
    standing: 'Tình trạng',
    soft: 'Gửi bản điện tử',
    signed: 'Gửi bản ký số',
    number: 'Số, ký hiệu',
    unit: 'Đơn vị',
    act: 'Thao tác',
  },
  name: (kind: string, period: string) => `${kind}, ${period.charAt(0).toLocaleLowerCase('vi')}${period.slice(1)}`,
  demands: {
    caption: 'Báo cáo phải gửi',
    empty: (year: number) => `Chưa ấn định báo cáo nào của năm ${year}`,
    emptyHint: 'Ấn định các kỳ báo cáo với hạn gửi; mỗi đơn vị sẽ thấy báo cáo của mình và nhập theo mẫu.',
    open: 'Ấn định báo cáo',
    openTitle: (year: number) => `Ấn định báo cáo năm ${year}`,
    kind: 'Loại báo cáo',
    dueHint: 'Hạn đề xuất là ngày sau khi chốt số liệu (ngày 14, Nghị định 09/2019/NĐ-CP); sửa lại theo văn bản yêu cầu báo cáo.',
    demandedBy: 'Văn bản yêu cầu báo cáo',
    occasion: 'Tên báo cáo đột xuất',
    dueOf: (period: string) => `Hạn gửi: ${period}`,
    act: 'Ấn định',
    change: 'Sửa hạn',
    changeTitle: 'Sửa báo cáo phải gửi',
    save: 'Lưu',
    remove: 'Bỏ',
    removeTitle: 'Bỏ báo cáo này?',
    removeHint: 'Các đơn vị sẽ không còn thấy báo cáo này. Báo cáo đã có đơn vị nhập thì không bỏ được.',
    only: (unit: string) => `chỉ ${unit}`,
    adHoc: 'Báo cáo đột xuất',
  },
  units: {
    caption: 'Đơn vị phải gửi báo cáo',
    filter: 'Tình trạng',
    all: 'Tất cả',
    none: 'Không có đơn vị nào ở tình trạng này.',
    more: 'Xem tiếp',
    notSent: 'chưa gửi',
  },
  own: {
    caption: 'Báo cáo của đơn vị',
    empty: (year: number) => `Năm ${year} chưa có báo cáo nào phải gửi`,
    emptyHint: 'Báo cáo xuất hiện ở đây khi cơ quan theo dõi ấn định kỳ báo cáo và hạn gửi.',
    begin: 'Nhập báo cáo',
    goOn: 'Mở báo cáo',
    look: 'Xem',
  },
  form: {
    due: (date: string) => `Hạn gửi ${date}`,
    demandedBy: (document: string) => `Theo ${document}`,
    carried: (period: string, year: number) =>
      `Mẫu được điền sẵn từ báo cáo ${period.charAt(0).toLocaleLowerCase('vi')}${period.slice(1)} năm ${year} và sổ số liệu. Hãy sửa những chỗ đã thay đổi.`,
    fromFacts: 'Mẫu được điền sẵn từ sổ số liệu. Số liệu lũy kế từ đầu năm.',
    plan: (tasks: number, done: number, late: number, wonBack: number) =>
      `Kế hoạch cải thiện có ${tasks} nhiệm vụ: ${done} đã hoàn thành, ${late} quá hạn; ${wonBack} tiêu chí mất điểm đã khắc phục xong. Báo cáo tự lấy các số này.`,
    figures: 'Số liệu lũy kế từ đầu năm',
    figure: 'Nội dung',
    before: 'Kỳ trước',
    now: 'Kỳ này',
    facts: 'Sổ số liệu',
    take: 'Lấy',
    takeOf: (label: string) => `Lấy số trong sổ số liệu cho ${label}`,
    projects: 'Dự án',
    project: (index: number) => `Dự án ${index}`,
    projectName: 'Tên dự án',
    planned: 'Kế hoạch vốn năm (đồng)',
    disbursed: 'Đã giải ngân từ đầu năm (đồng)',
    share: 'Khối lượng thực hiện (%)',
    difficulty: 'Khó khăn, vướng mắc',
    proposal: 'Đề xuất',
    addProject: 'Thêm dự án',
    removeProject: (index: number) => `Bỏ dự án ${index}`,
    words: 'Nội dung',
    perLine: 'Mỗi dòng một ý',
    promised: 'Thực hiện nhiệm vụ kỳ trước đề ra',
    promisedHint: 'Kỳ trước đã nêu các nhiệm vụ này. Ghi thêm kết quả vào từng dòng.',
    results: 'Kết quả nổi bật trong kỳ',
    difficulties: 'Tồn tại, khó khăn, vướng mắc',
    proposals: 'Đề xuất, kiến nghị',
    next: 'Nhiệm vụ kỳ tiếp theo',
    save: 'Lưu báo cáo',
    saved: 'Đã lưu',
    unsaved: 'Có thay đổi chưa lưu',
    compose: 'Soạn văn bản',
    composeHint: 'Số liệu được viết thành câu theo mẫu; bạn sửa câu chữ, xem trước, tải Word hoặc PDF và ban hành ở trang Văn bản.',
    paper: 'Mở văn bản đã soạn',
    readOnly: 'Bạn xem được báo cáo này; chỉ đơn vị mới sửa được.',
    problems: 'Cần xem lại',
  },
  sending: {
    title: 'Thời điểm gửi',
    soft: 'Gửi bản điện tử lúc',
    signed: 'Gửi bản ký số lúc',
    hint: 'dd/mm/yyyy hh:mm, ví dụ 14/03/2026 16:30',
    wrong: 'Cần ngày giờ dạng dd/mm/yyyy hh:mm.',
    number: 'Số, ký hiệu bản ký số',
    rule: 'Báo cáo là đúng hạn khi bản ký số, và bản điện tử nếu có, gửi trước 24 giờ ngày hạn gửi.',
    save: 'Ghi thời điểm gửi',
    saveFirst: 'Hãy lưu báo cáo trước.',
  },
} as const
