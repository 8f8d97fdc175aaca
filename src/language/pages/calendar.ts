import type { OpenedByStep } from '../../core/cycle/opened-by-step.ts'
import { formatDate } from '../format.ts'

/** A step that plans usually have; `after` are places in the list. */
export interface UsualStep {
  readonly title: string
  readonly words: string
  readonly opens?: OpenedByStep
  readonly after?: readonly number[]
}

const opened: Readonly<Record<OpenedByStep, string>> = {
  selfAssessment: 'Tự đánh giá',
  firstAppraisal: 'Thẩm định lần 1',
  explanation: 'Giải trình',
  secondAppraisal: 'Thẩm định lần 2',
  council: 'Họp Hội đồng',
}

/** "hết ngày 05/12/2026", or "17:00 ngày 05/12/2026" where an hour is named. */
const untilWords = (until: string): string =>
  until.length > 10 ? `${until.slice(11, 16)} ngày ${formatDate(until.slice(0, 10))}` : `hết ngày ${formatDate(until)}`

const dayCount = (days: number): string => (days === 0 ? 'Hôm nay là hạn cuối' : days > 0 ? `Còn ${days} ngày` : `Quá hạn ${-days} ngày`)

/** Words of the calendar of a cycle, of reminders and of notices. */
export const calendarTexts = {
  title: 'Lịch kỳ đánh giá',
  toCalendar: 'Lịch',
  toBoard: 'Đôn đốc',
  toHolidays: 'Ngày nghỉ',
  timeline: 'Tiến độ thời gian các bước',
  timelineToday: (date: string) => `Hôm nay, ${formatDate(date)}`,
  table: {
    caption: 'Các bước của kỳ đánh giá',
    number: 'STT',
    step: 'Bước',
    window: 'Thời gian',
    responsible: 'Chủ trì',
    coordinating: 'Phối hợp',
    state: 'Trạng thái',
    after: (numbers: string) => `Sau bước ${numbers}`,
    opens: (what: OpenedByStep) => `Mở và khóa theo bước này: ${opened[what].toLowerCase()}`,
  },
  states: { coming: 'Chưa đến', running: 'Đang thực hiện', past: 'Đã qua' },
  window: (from: string | undefined, until: string) =>
    from === undefined
      ? `đến hết ngày ${formatDate(until)}`
      : from === until
        ? `ngày ${formatDate(until)}`
        : `từ ${formatDate(from)} đến hết ${formatDate(until)}`,
  /** Hours of a step that does not take its days whole; minutes as `2026-12-05T08:00`, midnight at the end of a day as `T24:00`. */
  hours: (begin: string | undefined, end: string) => {
    const day = formatDate(end.slice(0, 10))
    const last = end.endsWith('T24:00') ? `khóa khi hết ngày ${day}` : `khóa lúc ${end.slice(11)} ngày ${day}`
    return begin === undefined ? `K${last.slice(1)}` : `Mở lúc ${begin.slice(11)} ngày ${formatDate(begin.slice(0, 10))}, ${last}`
  },
  unreadWindow: 'Chưa đọc được thời gian. Ví dụ: “trước ngày 05/12/2026”, “Tháng 11, 12/2026”, “đến cuối tháng 01/2027”, “quý I/2027”.',
  cutOff: (date: string) => `Số liệu và tài liệu tính đến hết ngày ${formatDate(date)}.`,
  doubts: 'Điểm cần xem lại',
  empty: 'Kỳ đánh giá chưa có lịch',
  emptyHint: 'Lịch gồm các bước, thời gian, đơn vị chủ trì và phối hợp. Có thể bắt đầu từ các bước thường có hoặc lịch của kỳ trước.',
  begin: 'Lập lịch',
  edit: 'Sửa lịch',
  save: 'Lưu lịch',
  print: 'In',
  file: 'Đưa vào lịch cá nhân (.ics)',
  fileHint: 'Địa chỉ riêng của bạn. Dán vào ứng dụng lịch để tự cập nhật; không chia sẻ cho người khác.',
  renewFile: 'Đổi địa chỉ',
  renewHint: 'Đổi khi địa chỉ đã lộ: địa chỉ cũ không còn dùng được, ứng dụng lịch cần dán địa chỉ mới.',
  renewed: 'Đã đổi địa chỉ. Địa chỉ cũ không còn dùng được.',
  noFile: 'Không có lịch ở địa chỉ này.',
  fromYear: (year: number) => `Các bước dưới đây lấy từ lịch năm ${year}, thời gian chuyển sang năm nay. Hãy xem lại rồi lưu.`,
  usual: 'Các bước dưới đây là các bước thường có. Hãy điền thời gian và đơn vị rồi lưu.',
  form: {
    title: 'Sửa lịch',
    stepTitle: (number: number) => `Bước ${number}`,
    name: 'Tên bước',
    words: 'Thời gian',
    responsible: 'Đơn vị chủ trì',
    coordinating: 'Đơn vị phối hợp, cách nhau bằng dấu phẩy',
    after: 'Sau bước',
    opens: 'Bước này mở và khóa',
    opensNothing: 'Không mở, không khóa',
    opensHint: 'Mở và khóa đúng giờ đã ghi; không ghi giờ thì mở từ 00:00 ngày đầu, khóa lúc 24:00 ngày cuối.',
    fromTime: 'Giờ bắt đầu',
    untilTime: 'Giờ khóa',
    hoursHint: 'Để trống là cả ngày',
    opened,
    remindBefore: 'Nhắc trước hạn (ngày)',
    remindAfter: 'Nhắc sau hạn (ngày)',
    cutOff: 'Số liệu, tài liệu tính đến hết ngày',
    add: 'Thêm bước',
    remove: 'Bỏ bước này',
    removeStep: (number: number) => `Bỏ bước ${number}`,
    up: (number: number) => `Chuyển bước ${number} lên trên`,
    wrongOffsets: 'Ghi các số ngày từ 0 đến 60, cách nhau bằng dấu phẩy.',
    nameMissing: 'Hãy ghi tên bước.',
  },
  /** What usually happens in a cycle; windows for the year of the assessment. */
  usualSteps: (year: number): readonly UsualStep[] => [
    { title: 'Ban hành kế hoạch xác định chỉ số', words: `trước ngày 30/10/${year}` },
    {
      title: 'Các đơn vị tự đánh giá, chấm điểm',
      words: `từ ngày 15/11/${year} đến ngày 10/12/${year}`,
      opens: 'selfAssessment',
      after: [0],
    },
    { title: 'Khảo sát, điều tra xã hội học', words: `Tháng 11, 12/${year}`, after: [0] },
    { title: 'Thẩm định lần 1', words: `từ ngày 11/12/${year} đến ngày 31/12/${year}`, opens: 'firstAppraisal', after: [1] },
    {
      title: 'Đơn vị giải trình, bổ sung tài liệu',
      words: `từ ngày 02/01/${year + 1} đến ngày 10/01/${year + 1}`,
      opens: 'explanation',
      after: [3],
    },
    { title: 'Hội đồng thẩm định họp, thống nhất kết quả', words: `đến cuối tháng 01/${year + 1}`, after: [4, 2] },
    { title: 'Phê duyệt và công bố kết quả', words: `quý I/${year + 1}`, after: [5] },
  ],
  board: {
    title: 'Đôn đốc các đơn vị',
    caption: 'Tình hình tự đánh giá của các đơn vị',
    code: 'Mã',
    unit: 'Đơn vị',
    stage: 'Giai đoạn',
    progress: 'Đã nhập',
    reminded: 'Nhắc lần cuối',
    late: 'Quá hạn',
    nobody: 'Chưa có tài khoản',
    filters: {
      label: 'Lọc đơn vị',
      all: 'Tất cả',
      notStarted: 'Chưa bắt đầu',
      notSubmitted: 'Chưa nộp',
      late: 'Quá hạn',
    },
    remind: (count: string) => `Nhắc ${count} đơn vị đang hiện`,
    dialog: 'Nhắc các đơn vị',
    message: 'Nội dung nhắc',
    usualMessage: (cycle: string) => `Đề nghị đơn vị khẩn trương hoàn thành và nộp bản tự đánh giá: ${cycle}.`,
    preview: (people: string, withMail: string) => `Thông báo sẽ đến ${people} người, trong đó ${withMail} người nhận thêm thư điện tử.`,
    unreached: (count: string) => `${count} đơn vị chưa có người nhận:`,
    send: 'Gửi nhắc việc',
    sent: (people: string) => `Đã gửi nhắc việc đến ${people} người.`,
    noMail: 'Hệ thống chưa cấu hình thư điện tử; thông báo chỉ hiện trong phần mềm.',
    mail: (sent: string, waiting: string, failed: string) => `Thư điện tử: ${sent} đã gửi, ${waiting} đang chờ, ${failed} không gửi được.`,
    failures: 'Thư chưa gửi được',
    failure: (person: string, attempts: string, reason: string, isGivenUp: boolean) =>
      `${person}: đã thử ${attempts} lần, ${isGivenUp ? 'thôi không gửi nữa' : 'sẽ thử lại'}. Máy chủ thư trả lời: ${reason}`,
  },
  notices: {
    title: 'Thông báo',
    bell: (unread: number) => (unread === 0 ? 'Thông báo' : `Thông báo, ${unread} chưa đọc`),
    none: 'Chưa có thông báo nào',
    noneHint: 'Nhắc việc và thông báo về kỳ đánh giá sẽ hiện ở đây.',
    readAll: 'Đánh dấu đã đọc tất cả',
    unread: 'Chưa đọc',
    open: 'Mở',
    more: 'Xem thông báo cũ hơn',
  },
  reminder: {
    title: (step: string, days: number) => `${dayCount(days)}: ${step}`,
    selfAssessment: (unit: string, cycle: string, answered: string, leaves: string, until: string) =>
      `${unit} đã nhập ${answered}/${leaves} tiêu chí trong bản tự đánh giá của kỳ “${cycle}”. Hạn nộp: ${untilWords(until)}.`,
    explanation: (unit: string, cycle: string, until: string) =>
      `${unit} còn quyền giải trình về điểm thẩm định của kỳ “${cycle}” đến ${untilWords(until)}. Tiêu chí không có ý kiến được coi là thống nhất.`,
    appraisal: (step: string, cycle: string, units: string, until: string) =>
      `Bước “${step}” của kỳ “${cycle}” còn ${units} đơn vị chưa xong. Hạn: ${untilWords(until)}.`,
    ownTitle: { selfAssessment: 'Tự đánh giá, hạn riêng của đơn vị', explanation: 'Giải trình' },
    step: (step: string, cycle: string, until: string) => `Bước “${step}” của kỳ “${cycle}” có hạn đến ${untilWords(until)}.`,
    bulkTitle: (cycle: string) => `Nhắc tự đánh giá: ${cycle}`,
  },
  mail: {
    foot: 'Thư này do hệ thống Chỉ số cải cách hành chính gửi tự động.',
    noAddress: 'Người nhận không còn địa chỉ thư điện tử.',
  },
} as const
