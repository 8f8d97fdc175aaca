import type { Language } from './language.ts'

/** What the program says at a terminal while it starts and stops. */
interface StartWords {
  readonly buildingDemo: string
  readonly otherPort: (wanted: number, used: number) => string
  readonly ready: (address: string) => string
  readonly demoAccounts: string
  readonly demoWarning: string
  readonly nobodyYet: string
  readonly howToStop: string
  readonly stopping: string
  readonly databaseLost: string
  readonly usage: string
}

const vi: StartWords = {
  buildingDemo: 'Đang dựng tỉnh minh họa cho thư mục dữ liệu còn trống…',
  otherPort: (wanted, used) => `Cổng ${wanted} đang được chương trình khác dùng, nên dùng cổng ${used}.`,
  ready: (address) => `Hệ thống đã sẵn sàng: ${address}`,
  demoAccounts: 'Tài khoản thử (tên đăng nhập · mật khẩu · vai trò):',
  demoWarning:
    'Đây là dữ liệu minh họa, mọi tên đều được đặt ra. Để dùng thật, hãy lập cơ quan trong một DATA_DIR mới bằng lệnh `npm run parindex -- users first --help`, rồi chạy với DEMO=off.',
  nobodyYet:
    'Hệ thống chưa có cơ quan nào. Lập cơ quan và người quản trị đầu tiên: npm run parindex -- users first --authority "TÊN CƠ QUAN" --person "HỌ TÊN"',
  howToStop: 'Nhấn Ctrl-C để dừng.',
  stopping: 'Đang dừng…',
  databaseLost: 'Mất kết nối với cơ sở dữ liệu, đang mở lại.',
  usage: 'Cách dùng: npm start -- [--port CỔNG] [--data THƯ_MỤC] [--empty]',
}

const en: StartWords = {
  buildingDemo: 'Filling the empty data folder with the demo province…',
  otherPort: (wanted, used) => `Port ${wanted} is used by another program, so port ${used} is taken.`,
  ready: (address) => `Ready: ${address}`,
  demoAccounts: 'Demo accounts (sign-in name · password · role):',
  demoWarning:
    'These are demo data; every name is invented. For real use, found an authority in a new DATA_DIR with `npm run parindex -- users first --help`, then run with DEMO=off.',
  nobodyYet:
    'There is no authority yet. Make it and its first administrator: npm run parindex -- users first --authority "NAME" --person "NAME"',
  howToStop: 'Press Ctrl-C to stop.',
  stopping: 'Stopping…',
  databaseLost: 'The connection to the database was lost; opening it again.',
  usage: 'Usage: npm start -- [--port PORT] [--data FOLDER] [--empty]',
}

export const startWords: Readonly<Record<Language, StartWords>> = { vi, en }
