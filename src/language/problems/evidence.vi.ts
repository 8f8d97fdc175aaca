import type { EvidenceProblemFacts } from '../../core/problem-facts/evidence.ts'
import { formatDate } from '../format.ts'
import { labelsVi } from '../labels.vi.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const evidenceProblemsVi: SentencesOf<keyof EvidenceProblemFacts> = {
  tooManyUploads: ({ limit }) => `Bạn đang có ${limit} tệp tải lên dở dang. Hãy tải tiếp hoặc bỏ bớt trước khi thêm tệp mới.`,
  uploadElsewhere: () => 'Phần tệp vừa gửi không nối tiếp phần đã nhận. Hãy chọn lại tệp để tải tiếp.',
  uploadUnfinished: ({ received, size }) => `Tệp mới tải lên ${Math.floor((100 * received) / size)}%. Hãy tải hết rồi lưu tài liệu.`,
  tooManyDocuments: ({ limit }) => `Một tiêu chí có nhiều nhất ${limit} tài liệu. Hãy gỡ bớt hoặc gộp các tài liệu cùng loại.`,
  secretMark: ({ secrecy }) =>
    `Trong tệp có dấu “${labelsVi.secrecyLevels[secrecy]}”, hệ thống không nhận. Nếu đúng là tài liệu mật, hãy chỉ ghi số, ký hiệu và ngày ban hành; tệp gửi theo đường tài liệu mật.`,
  keptUntil: ({ date }) => `Tài liệu được lưu giữ đến hết ngày ${formatDate(date)} nên chưa xóa được.`,
  retentionShortened: ({ date }) => `Thời hạn lưu giữ chỉ kéo dài, không rút ngắn. Hãy chọn từ ngày ${formatDate(date)} trở đi.`,
  evidenceInUse: ({ uses }) => `Tài liệu đang được dùng ở ${uses} nơi nên không xóa được.`,
  redactedCopyDue: () => 'Muốn công khai, hãy thêm bản đã che thông tin cá nhân. Chỉ bản đã che được đưa ra ngoài.',
  personalDataLeft: ({ count }) => `Bản đã che còn ${count} chỗ giống thông tin cá nhân. Hãy che nốt và thêm bản khác rồi công khai.`,
}
