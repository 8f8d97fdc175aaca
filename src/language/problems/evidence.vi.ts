import type { EvidenceProblemFacts, NotSignedReason } from '../../core/problem-facts/evidence.ts'
import { formatDate } from '../format.ts'
import { labelsVi } from '../labels.vi.ts'
import type { SentencesOf } from '../problem-sentences.ts'

const notSigned: Readonly<Record<NotSignedReason, string>> = {
  notPdf: 'tệp không phải PDF',
  noSignature: 'tệp không có chữ ký số',
  unreadable: 'không đọc được chữ ký số trong tệp',
  rangeOpen: 'chữ ký không bao trùm toàn bộ tệp, có nội dung thêm vào sau khi ký',
  changed: 'nội dung tệp đã thay đổi sau khi ký',
  forged: 'chữ ký không khớp với chứng thư số kèm theo',
  expired: 'chứng thư số không còn hoặc chưa có hiệu lực vào lúc ký',
}

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
  signedCopyDue: ({ proof }) =>
    proof === 'scan'
      ? 'Kỳ này yêu cầu kèm bản quét phiếu đã ký, đóng dấu. Hãy thêm bản ký ở mục “Bản ký của phiếu” rồi nộp.'
      : 'Kỳ này yêu cầu kèm tệp PDF đã ký số. Hãy thêm bản ký ở mục “Bản ký của phiếu” rồi nộp.',
  signedCopyOfAnother: () =>
    'Phiếu đã thay đổi sau khi có bản ký. Hãy ký lại phiếu hiện tại và thêm bản ký mới ở mục “Bản ký của phiếu” rồi nộp.',
  notSigned: ({ reason }) => `Chưa nhận được bản ký số: ${notSigned[reason]}.`,
}
