import type { InstallationProblemFacts } from '../../core/problem-facts/installation.ts'
import { problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const installationProblemsVi: SentencesOf<keyof InstallationProblemFacts> = {
  unknownSetting: ({ name, meant }) =>
    `Không có thiết lập ${name}${meant === undefined ? '' : `; có phải là ${meant}`}. Danh sách thiết lập ở README.`,
  settingNotOffered: ({ name }) => `Thiết lập ${name} chưa có tác dụng ở phiên bản này. Hãy bỏ thiết lập đó.`,
  databaseNotStarted: ({ reason, folder, detail }) =>
    `Chưa mở được cơ sở dữ liệu ở ${folder}: ${problemWords.vi.database[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  databaseAway: () => 'Hệ thống đang mở lại cơ sở dữ liệu. Việc vừa làm chưa được lưu; hãy thử lại sau vài giây.',
  databaseUnreachable: ({ setting, detail }) =>
    `Không kết nối được cơ sở dữ liệu theo ${setting} (${detail}). Hãy kiểm tra địa chỉ, tài khoản và mạng.`,
  migrationRefused: ({ reason, migration, detail }) =>
    `Không cập nhật được cấu trúc dữ liệu, tệp ${migration}: ${problemWords.vi.migration[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  portTaken: ({ port }) => `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port hoặc PORT.`,
}
