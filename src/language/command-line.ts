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
  /** Lines of `score`. */
  readonly rule: string
  readonly scored: (points: string, max: string) => string
  readonly statuses: { readonly missing: string; readonly notApplicable: string; readonly notMeasured: string; readonly refused: string }
  readonly score: string
  readonly founded: (signInName: string, password: string) => string
  readonly logHolds: (
    authority: string,
    sealed: number,
    waiting: number,
    head: { readonly number: number; readonly hash: string } | undefined,
  ) => string
  readonly backedUp: (folder: string, rows: number, files: number) => string
  readonly restored: (folder: string, rows: number, files: number) => string
  readonly meanRank: string
  readonly medianRank: string
  readonly rankInterval: string
  readonly rankBetween: (from: string, to: string) => string
}

const vi: CommandLineWords = {
  help: `parindex: nền tảng mở cho Chỉ số cải cách hành chính

Cách dùng: parindex LỆNH [tùy chọn]

  start [--port CỔNG] [--data THƯ_MỤC] [--empty]    mở hệ thống trên máy này
  read TỆP [--kind criteria|roadmap|scoreSheet|ranking] [--table N]
                                                    đọc bảng trong tệp .txt, .docx, .xlsx, .csv, .pdf, .json
  check BỘ_TIÊU_CHÍ.json                            nêu mọi điểm cần xem lại của một bộ tiêu chí
  compute --framework F.json --scores S.csv [--round VÒNG]
          [--ranking competition|dense|ordinal] [--not-applicable excluded|full|zero|redistributed]
          [--previous KẾT_QUẢ.json] [--trace] [--bundle TỆP]
                                                    tính điểm và xếp hạng
  rules                                             nêu các loại cách tính điểm, kèm ví dụ
  score --rule CÁCH_TÍNH.json --inputs SỐ_LIỆU.json tính điểm một tiêu chí và nói rõ vì sao
  verify GÓI                                        tính lại kết quả đã công bố và đối chiếu từng con số
  tabulate --questionnaire PHIẾU.json --responses TRẢ_LỜI.csv [--confidence 80|90|95|98|99] [--published]
                                                    tổng hợp phiếu khảo sát: số đếm, trung bình, tỷ lệ, sai số, điểm tiêu chí
                                                    --published: che số của nhóm quá ít người như khi công bố
  tabulate --schemas                                nêu dạng của hai tệp trên (JSON Schema)
  robustness --data D.csv --structure S.csv | --bundle GÓI.json [--group KHỐI]
          [--normalise minmax|goalposts|zscore|none] [--range A,B] [--aggregate arithmetic|geometric|harmonic]
          [--weights W.csv | --replications N [--noise 0.25] [--seed 1]]
                                                    thứ hạng có vững không khi đổi trọng số, chuẩn hóa, cách tổng hợp
                                                    --range: minmax: thang mới, mặc định 0,100
                                                             zscore: trung bình và độ lệch chuẩn mới, mặc định 0,1
                                                             goalposts: hai mốc theo đơn vị của số liệu, thêm thang nếu khác 1
  users first --authority CƠ_QUAN --person HỌ_TÊN [--sign-in-name quan-tri] [--data THƯ_MỤC]
                                                    lập cơ quan và người quản trị đầu tiên của hệ thống mới
  backup THƯ_MỤC [--data THƯ_MỤC]                   sao lưu vào một thư mục trống, hệ thống vẫn chạy
  restore THƯ_MỤC [--data THƯ_MỤC]                  phục hồi vào một thư mục dữ liệu trống, có đối chiếu
  audit verify [--head SỐ:MÃ] [--data THƯ_MỤC]      kiểm tra nhật ký có bị sửa, xóa, cắt bớt hay không
  report LOẠI --out TỆP.docx|.pdf|.xlsx             soạn văn bản; parindex report --help nêu các loại

Mọi lệnh: --json in một giá trị JSON; --lang vi|en chọn ngôn ngữ; --help in trang này.
Mã kết thúc: 0 xong; 1 dữ liệu có điểm cần xem lại; 2 dùng sai cách; 70 lỗi chương trình.`,
  founded: (signInName, password) =>
    `Đã lập cơ quan và người quản trị đầu tiên.\nTên đăng nhập: ${signInName}\nMật khẩu dùng một lần: ${password}\nĐăng nhập lần đầu sẽ phải đặt mật khẩu mới; sau đó thêm đơn vị và người ở trang Quản trị.`,
  logHolds: (authority, sealed, waiting, head) =>
    `${authority}: nhật ký nguyên vẹn, ${sealed} dòng đã niêm, ${waiting} dòng chờ niêm.${head === undefined ? '' : ` Mốc ${head.number}:${head.hash}`}`,
  backedUp: (folder, rows, files) => `Đã sao lưu vào ${folder}: ${rows} dòng dữ liệu, ${files} tệp. Hãy cất bản này ở máy khác.`,
  restored: (folder, rows, files) => `Đã phục hồi vào ${folder}: ${rows} dòng dữ liệu, ${files} tệp, đã đối chiếu từng tệp và nhật ký.`,
  line: 'dòng',
  error: 'Lỗi',
  warning: 'Lưu ý',
  problems: (count) => `Có ${count} điểm cần xem lại:`,
  noProblems: 'Không có điểm nào cần xem lại.',
  criteria: (areas, criteria, subCriteria, leaves, points) =>
    `${areas} lĩnh vực, ${criteria} tiêu chí, ${subCriteria} tiêu chí thành phần; ${leaves} tiêu chí chấm điểm, tổng ${points} điểm.`,
  rows: (count) => `${count} dòng.`,
  total: 'Tổng',
  bundleHolds: (units, hash) => `Gói công bố khớp: kết quả của ${units} đơn vị tính lại đúng từng con số, mã kiểm chứng ${hash}.`,
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
  rule: 'Cách tính điểm',
  scored: (points, max) => `Được ${points} trên ${max} điểm.`,
  statuses: {
    missing: 'Chưa tính được, còn thiếu:',
    notApplicable: 'Không áp dụng',
    notMeasured: 'Không đo được',
    refused: 'Chưa tính được, số liệu có điểm cần xem lại.',
  },
  score: 'Điểm tổng hợp',
  meanRank: 'Hạng trung bình',
  medianRank: 'Hạng trung vị',
  rankInterval: 'Hạng trong 90 % lần lặp',
  rankBetween: (from, to) => (from === to ? from : `từ ${from} đến ${to}`),
}

const en: CommandLineWords = {
  help: `parindex: open platform for public-administration reform indices

Usage: parindex COMMAND [options]

  start [--port PORT] [--data FOLDER] [--empty]     open the system on this machine
  read FILE [--kind criteria|roadmap|scoreSheet|ranking] [--table N]
                                                    read the table in a .txt, .docx, .xlsx, .csv, .pdf or .json file
  check FRAMEWORK.json                              name every problem of a criteria framework
  compute --framework F.json --scores S.csv [--round ROUND]
          [--ranking competition|dense|ordinal] [--not-applicable excluded|full|zero|redistributed]
          [--previous RESULTS.json] [--trace] [--bundle FILE]
                                                    compute points and ranks
  rules                                             name the kinds of scoring rules, with examples
  score --rule RULE.json --inputs INPUTS.json       score one criterion and say why
  verify BUNDLE                                     compute a published result again and compare every number
  tabulate --questionnaire Q.json --responses R.csv [--confidence 80|90|95|98|99] [--published]
                                                    tabulate a survey: counts, means, shares, margins, points of criteria
                                                    --published: withhold figures of too few people, as when published
  tabulate --schemas                                name the shape of both files (JSON Schema)
  robustness --data D.csv --structure S.csv | --bundle BUNDLE.json [--group GROUP]
          [--normalise minmax|goalposts|zscore|none] [--range A,B] [--aggregate arithmetic|geometric|harmonic]
          [--weights W.csv | --replications N [--noise 0.25] [--seed 1]]
                                                    whether ranks stand when weights, normalising or aggregating change
                                                    --range: minmax: the new scale, 0,100 if not given
                                                             zscore: the new mean and standard deviation, 0,1 if not given
                                                             goalposts: two posts in the unit of the data, and the scale if not 1
  users first --authority NAME --person NAME [--sign-in-name quan-tri] [--data FOLDER]
                                                    make the authority and first administrator of a new installation
  backup FOLDER [--data FOLDER]                     back up into an empty folder while the system runs
  restore FOLDER [--data FOLDER]                    restore into an empty data folder, everything checked
  audit verify [--head NUMBER:HASH] [--data FOLDER] whether the log was changed, emptied or cut anywhere
  report KIND --out FILE.docx|.pdf|.xlsx            an official paper; parindex report --help names the kinds

Every command: --json prints one JSON value; --lang vi|en chooses the language; --help prints this page.
Exit status: 0 done; 1 the input has problems; 2 wrong usage; 70 a bug.`,
  founded: (signInName, password) =>
    `The authority and its first administrator are made.\nSign-in name: ${signInName}\nOne-time password: ${password}\nThe first sign-in asks for a new one; then add units and people on the page Quản trị.`,
  logHolds: (authority, sealed, waiting, head) =>
    `${authority}: the log is whole, ${sealed} lines sealed, ${waiting} waiting.${head === undefined ? '' : ` Head ${head.number}:${head.hash}`}`,
  backedUp: (folder, rows, files) => `Backed up into ${folder}: ${rows} rows, ${files} files. Keep it on another machine.`,
  restored: (folder, rows, files) => `Restored into ${folder}: ${rows} rows, ${files} files; every file and the log were checked.`,
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
  rule: 'Rule',
  scored: (points, max) => `${points} of ${max} points.`,
  statuses: {
    missing: 'Cannot be scored yet, these are missing:',
    notApplicable: 'Not applicable',
    notMeasured: 'Not measured',
    refused: 'Cannot be scored, the inputs have problems.',
  },
  score: 'Score',
  meanRank: 'Mean rank',
  medianRank: 'Median rank',
  rankInterval: 'Rank in 90 % of replications',
  rankBetween: (from, to) => (from === to ? from : `${from} to ${to}`),
}

export const commandLineWords: Readonly<Record<Language, CommandLineWords>> = { vi, en }
