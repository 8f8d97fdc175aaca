import type { Language } from './language.ts'

interface CommandLineWords {
  readonly help: string
  readonly line: string
  readonly error: string
  readonly warning: string
  readonly problems: (count: number) => string
  readonly noProblems: string
  readonly criteria: (areas: number, criteria: number, subCriteria: number, leaves: number, points: string) => string
  readonly rows: (count: number) => string
  readonly total: string
  readonly bundleHolds: (units: number, hash: string) => string
  readonly bundleWritten: (file: string) => string
  /** Headings of printed tables. */
  readonly unit: string
  readonly points: string
  readonly maximum: string
  readonly percent: string
  readonly rank: string
  readonly class: string
  readonly missing: string
  readonly name: string
  readonly code: string
  readonly leadUnit: string
}

const vi: CommandLineWords = {
  help: `parindex: nền tảng mở cho Chỉ số cải cách hành chính

Cách dùng: parindex LỆNH [tùy chọn]

  start [--port CỔNG] [--data THƯ_MỤC] [--empty]    mở hệ thống trên máy này
  read TỆP [--kind criteria|roadmap|scoreSheet|ranking]
                                                    đọc bảng trong tệp .txt, .docx, .xlsx, .csv, .pdf, .json
  check BỘ_TIÊU_CHÍ.json                            nêu mọi điểm cần xem lại của một bộ tiêu chí
  compute --framework F.json --scores S.csv [--round VÒNG]
          [--ranking competition|dense|ordinal] [--not-applicable excluded|full|zero|redistributed]
          [--previous KẾT_QUẢ.json] [--trace] [--bundle TỆP]
                                                    tính điểm và xếp hạng
  verify GÓI                                        tính lại kết quả đã công bố và đối chiếu từng con số

Chưa có trong phiên bản này: rules, score, tabulate, robustness, report, backup, restore, audit, users.

Mọi lệnh: --json in một giá trị JSON; --lang vi|en chọn ngôn ngữ; --help in trang này.
Mã kết thúc: 0 xong; 1 dữ liệu có điểm cần xem lại; 2 dùng sai cách; 70 lỗi chương trình.`,
  line: 'dòng',
  error: 'Lỗi',
  warning: 'Lưu ý',
  problems: (count) => `Có ${count} điểm cần xem lại:`,
  noProblems: 'Không có điểm nào cần xem lại.',
  criteria: (areas, criteria, subCriteria, leaves, points) =>
    `${areas} lĩnh vực, ${criteria} tiêu chí, ${subCriteria} tiêu chí thành phần; ${leaves} tiêu chí chấm điểm, tổng ${points} điểm.`,
  rows: (count) => `${count} dòng.`,
  total: 'Tổng',
  bundleHolds: (units, hash) => `Gói công bố khớp: kết quả của ${units} đơn vị tính lại đúng từng con số, mã kiểm tra ${hash}.`,
  bundleWritten: (file) => `Đã ghi gói công bố vào ${file}.`,
  unit: 'Đơn vị',
  points: 'Điểm',
  maximum: 'Điểm tối đa',
  percent: 'Tỷ lệ',
  rank: 'Hạng',
  class: 'Xếp loại',
  missing: 'Chưa có số liệu',
  name: 'Tên',
  code: 'STT',
  leadUnit: 'Đơn vị chủ trì',
}

const en: CommandLineWords = {
  help: `parindex: open platform for public-administration reform indices

Usage: parindex COMMAND [options]

  start [--port PORT] [--data FOLDER] [--empty]     open the system on this machine
  read FILE [--kind criteria|roadmap|scoreSheet|ranking]
                                                    read the table in a .txt, .docx, .xlsx, .csv, .pdf or .json file
  check FRAMEWORK.json                              name every problem of a criteria framework
  compute --framework F.json --scores S.csv [--round ROUND]
          [--ranking competition|dense|ordinal] [--not-applicable excluded|full|zero|redistributed]
          [--previous RESULTS.json] [--trace] [--bundle FILE]
                                                    compute points and ranks
  verify BUNDLE                                     compute a published result again and compare every number

Not in this version yet: rules, score, tabulate, robustness, report, backup, restore, audit, users.

Every command: --json prints one JSON value; --lang vi|en chooses the language; --help prints this page.
Exit status: 0 done; 1 the input has problems; 2 wrong usage; 70 a bug.`,
  line: 'line',
  error: 'Error',
  warning: 'Note',
  problems: (count) => (count === 1 ? 'One problem:' : `${count} problems:`),
  noProblems: 'No problems.',
  criteria: (areas, criteria, subCriteria, leaves, points) =>
    `${areas} areas, ${criteria} criteria, ${subCriteria} sub-criteria; ${leaves} scored criteria, ${points} points in total.`,
  rows: (count) => `${count} rows.`,
  total: 'Total',
  bundleHolds: (units, hash) => `The bundle holds: the results of ${units} units came out the same in every number, hash ${hash}.`,
  bundleWritten: (file) => `The bundle was written to ${file}.`,
  unit: 'Unit',
  points: 'Points',
  maximum: 'Maximum',
  percent: 'Percent',
  rank: 'Rank',
  class: 'Class',
  missing: 'Missing',
  name: 'Name',
  code: 'Code',
  leadUnit: 'Lead unit',
}

export const commandLineWords: Readonly<Record<Language, CommandLineWords>> = { vi, en }
