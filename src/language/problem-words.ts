import type { DatabaseFailure, FileNotStoredReason, MigrationRefusal, UnreadableReason, UsageReason } from '../core/problem.ts'
import type { Language } from './language.ts'

/** Single words and phrases that sentences about problems are filled with. */
export interface ProblemWords {
  readonly usage: Readonly<Record<UsageReason, (word: string, expected?: string) => string>>
  readonly unreadable: Readonly<Record<UnreadableReason, string>>
  readonly database: Readonly<Record<DatabaseFailure, string>>
  readonly migration: Readonly<Record<MigrationRefusal, string>>
  readonly notStored: Readonly<Record<FileNotStoredReason, string>>
  readonly directions: Readonly<Record<'up' | 'down' | 'in' | 'out', string>>
  /** Kinds of tables a document is searched for. */
  readonly tables: Readonly<Record<string, string>>
  /** Words for facts that are open lists; a word that is not here is shown as it stands. */
  readonly open: Readonly<Record<string, string>>
}

const vi: ProblemWords = {
  usage: {
    unknownCommand: (word) => `Không có lệnh “${word}”. Chạy parindex --help để xem các lệnh.`,
    notYet: (word) => `Lệnh “${word}” chưa có trong phiên bản này.`,
    unknownOption: (word) => `Không có tùy chọn “${word}” cho lệnh này. Chạy parindex --help để xem cách dùng.`,
    missingArgument: (word) => `Lệnh còn thiếu ${word}. Chạy parindex --help để xem cách dùng.`,
    extraArgument: (word) => `Thừa “${word}”. Chạy parindex --help để xem cách dùng.`,
    invalidOption: (word, expected) => `Tùy chọn ${word} không nhận giá trị này${expected === undefined ? '' : `, hãy dùng: ${expected}`}.`,
    noSuchFile: (word) => `Không mở được tệp “${word}”. Hãy kiểm tra đường dẫn và quyền đọc.`,
    notWritten: (word) => `Không ghi được tệp “${word}”. Hãy kiểm tra thư mục và quyền ghi.`,
  },
  unreadable: {
    empty: 'Tệp không có nội dung. Hãy chọn lại tệp hoặc xuất lại từ bản gốc',
    broken: 'Tệp bị hỏng hoặc không đầy đủ. Hãy mở bằng phần mềm gốc, lưu lại rồi thử lại',
    encrypted: 'Tệp được bảo vệ bằng mật khẩu. Hãy gỡ mật khẩu rồi thử lại',
    unknownFormat: 'Không nhận ra định dạng của tệp. Hãy dùng .docx, .xlsx, .csv, .pdf, .txt hoặc .json',
    oldFormat: 'Tệp ở định dạng Office cũ (.doc, .xls). Hãy mở bằng Word hoặc Excel, lưu thành .docx hoặc .xlsx rồi thử lại',
    noText: 'Tệp không có chữ để đọc, có thể là bản quét. Hãy dùng bản có chữ, hoặc nhận dạng chữ (OCR) trước',
    hostile: 'Tệp có cấu trúc bất thường, không an toàn để đọc. Hãy xuất lại tệp từ bản gốc',
    timeout: 'Tệp quá phức tạp, đọc chưa xong trong thời gian cho phép. Hãy chỉ giữ lại phần có bảng tiêu chí',
  },
  database: {
    notInstalled: 'chưa cài đủ PostgreSQL đi kèm. Hãy chạy lại npm install',
    diskFull: 'ổ đĩa đã đầy. Hãy giải phóng dung lượng',
    readOnly: 'thư mục chỉ cho đọc. Hãy chọn thư mục khác bằng DATA_DIR',
    noPermission: 'không có quyền ghi vào thư mục. Hãy cấp quyền hoặc chọn thư mục khác bằng DATA_DIR',
    otherVersion: 'thư mục do phiên bản PostgreSQL khác tạo ra. Hãy dùng đúng phiên bản cũ để sao lưu rồi phục hồi',
    noMemory: 'máy không đủ bộ nhớ',
    damaged: 'dữ liệu trong thư mục bị hỏng. Hãy phục hồi từ bản sao lưu',
    rootRefused: 'PostgreSQL không chạy được bằng tài khoản root trên máy này. Hãy dùng tài khoản thường',
    unknown: 'PostgreSQL không khởi động được',
  },
  migration: {
    changed: 'nội dung đã khác với lúc áp dụng. Hãy trả lại tệp gốc',
    missing: 'đã áp dụng nhưng không còn tệp. Hãy dùng đúng phiên bản chương trình',
    unordered: 'đứng trước một tệp đã áp dụng. Hãy đánh lại số tệp mới',
    badName: 'tên tệp không đúng dạng 0001_ten.sql',
    failed: 'chạy không thành công, cơ sở dữ liệu giữ nguyên như trước',
    databaseTooOld: 'cần PostgreSQL mới hơn',
  },
  notStored: {
    diskFull: 'ổ đĩa của máy chủ đã đầy. Hãy báo quản trị hệ thống',
    readOnly: 'thư mục lưu tệp chỉ cho đọc. Hãy báo quản trị hệ thống',
    noPermission: 'máy chủ không có quyền ghi vào thư mục lưu tệp. Hãy báo quản trị hệ thống',
    interrupted: 'việc gửi tệp bị ngắt giữa chừng. Hãy gửi lại',
  },
  directions: { up: 'lên', down: 'xuống', in: 'vào trong', out: 'ra ngoài' },
  tables: { criteria: 'bảng tiêu chí', roadmap: 'bảng lộ trình điểm', scoreSheet: 'phiếu chấm điểm', ranking: 'bảng xếp hạng' },
  open: {
    bytes: 'dung lượng',
    rows: 'số dòng',
    cells: 'số ô',
    characters: 'số ký tự',
    pages: 'số trang',
    inflated: 'dung lượng sau giải nén',
    memory: 'bộ nhớ để đọc',
    time: 'thời gian đọc',
    areas: 'lĩnh vực',
    criteria: 'tiêu chí',
    subCriteria: 'tiêu chí thành phần',
    leaves: 'tiêu chí chấm điểm',
    tasks: 'nhiệm vụ',
    units: 'đơn vị',
    points: 'điểm, viết như 0,75',
    date: 'ngày tháng',
    port: 'số cổng từ 0 đến 65535',
    httpUrl: 'địa chỉ bắt đầu bằng http:// hoặc https://',
    postgresUrl: 'địa chỉ bắt đầu bằng postgresql://',
    longSecret: 'chuỗi bí mật từ 32 ký tự trở lên',
    networks: 'các địa chỉ IP hoặc dải mạng, cách nhau bằng dấu phẩy',
    timeZone: 'múi giờ như Asia/Ho_Chi_Minh',
    number: 'số',
    framework: 'bộ tiêu chí',
    cycle: 'kỳ đánh giá',
    unit: 'đơn vị',
    file: 'tệp',
    page: 'trang',
    code: 'mã',
    name: 'tên',
    kind: 'loại',
    person: 'người dùng',
    role: 'vai trò',
    signInName: 'tên đăng nhập',
    evidence: 'tài liệu',
    title: 'trích yếu',
    documentNumber: 'số, ký hiệu',
    issuedOn: 'ngày ban hành',
    issuer: 'cơ quan ban hành',
  },
}

const en: ProblemWords = {
  usage: {
    unknownCommand: (word) => `There is no command “${word}”. Run parindex --help for the commands.`,
    notYet: (word) => `The command “${word}” is not in this version yet.`,
    unknownOption: (word) => `This command has no option “${word}”. Run parindex --help for its usage.`,
    missingArgument: (word) => `The command lacks ${word}. Run parindex --help for its usage.`,
    extraArgument: (word) => `“${word}” is too much. Run parindex --help for the usage.`,
    invalidOption: (word, expected) =>
      `The option ${word} does not take this value${expected === undefined ? '' : `; it takes ${expected}`}.`,
    noSuchFile: (word) => `The file “${word}” cannot be opened. Please check its path and the right to read it.`,
    notWritten: (word) => `The file “${word}” cannot be written. Please check its folder and the right to write.`,
  },
  unreadable: {
    empty: 'The file is empty. Please choose another file or export it again from the original',
    broken: 'The file is damaged or incomplete. Please open it in its own program, save it again and retry',
    encrypted: 'The file is protected by a password. Please remove the password and retry',
    unknownFormat: 'The format of the file is not known. Please use .docx, .xlsx, .csv, .pdf, .txt or .json',
    oldFormat: 'The file is in the old Office format (.doc, .xls). Please open it in Word or Excel, save it as .docx or .xlsx and retry',
    noText: 'The file has no text to read; it may be a scan. Please use one with text, or recognise the text (OCR) first',
    hostile: 'The structure of the file is unusual and not safe to read. Please export it again from the original',
    timeout: 'The file is too complex and was not read within the time allowed. Please keep only the part with the table',
  },
  database: {
    notInstalled: 'the PostgreSQL that comes along is not fully installed. Please run npm install again',
    diskFull: 'the disk is full. Please free some space',
    readOnly: 'the folder is read-only. Please choose another with DATA_DIR',
    noPermission: 'there is no right to write to the folder. Please grant it or choose another with DATA_DIR',
    otherVersion: 'the folder was made by another version of PostgreSQL. Please back up with that version and restore',
    noMemory: 'the machine is short of memory',
    damaged: 'the data in the folder is damaged. Please restore a backup',
    rootRefused: 'PostgreSQL cannot run as root on this machine. Please use an ordinary account',
    unknown: 'PostgreSQL did not start',
  },
  migration: {
    changed: 'its content differs from what was applied. Please put the original back',
    missing: 'it was applied but its file is gone. Please use the matching version of the program',
    unordered: 'it stands before one already applied. Please renumber the new file',
    badName: 'its name is not of the form 0001_name.sql',
    failed: 'it failed; the database is as it was before',
    databaseTooOld: 'it needs a newer PostgreSQL',
  },
  notStored: {
    diskFull: 'the disk of the server is full. Please tell the administrator',
    readOnly: 'the folder of files is read-only. Please tell the administrator',
    noPermission: 'the server has no right to write to the folder of files. Please tell the administrator',
    interrupted: 'sending was interrupted. Please send it again',
  },
  directions: { up: 'up', down: 'down', in: 'in', out: 'out' },
  tables: { criteria: 'criteria table', roadmap: 'score roadmap', scoreSheet: 'score sheet', ranking: 'ranking table' },
  open: {
    bytes: 'size',
    rows: 'rows',
    cells: 'cells',
    characters: 'characters',
    pages: 'pages',
    inflated: 'size once inflated',
    memory: 'memory to read it',
    time: 'reading time',
    areas: 'areas',
    criteria: 'criteria',
    subCriteria: 'sub-criteria',
    leaves: 'scored criteria',
    tasks: 'tasks',
    units: 'units',
    points: 'points, such as 0.75',
    date: 'a date',
    port: 'a port from 0 to 65535',
    httpUrl: 'an address that begins with http:// or https://',
    postgresUrl: 'an address that begins with postgresql://',
    longSecret: 'a secret of 32 characters or more',
    networks: 'IP addresses or networks, separated by commas',
    timeZone: 'a time zone such as Asia/Ho_Chi_Minh',
    number: 'a number',
    framework: 'criteria framework',
    cycle: 'cycle',
    unit: 'unit',
    file: 'file',
    page: 'page',
    code: 'code',
    name: 'name',
    kind: 'kind',
    person: 'person',
    role: 'role',
    signInName: 'sign-in name',
    evidence: 'document',
    title: 'title',
    documentNumber: 'document number',
    issuedOn: 'date of issue',
    issuer: 'issuer',
  },
}

export const problemWords: Readonly<Record<Language, ProblemWords>> = { vi, en }

/** The word for an open fact (`leaves` → `tiêu chí chấm điểm`), or the fact itself. */
export const openWord = (fact: string, language: Language): string => problemWords[language].open[fact] ?? fact
