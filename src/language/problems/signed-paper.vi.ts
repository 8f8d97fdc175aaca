import type { SignedPaperFault, SignedPaperProblemFacts } from '../../core/problem-facts/signed-paper.ts'
import { formatMoment, vietnamTime } from '../format.ts'
import type { SentencesOf } from '../problem-sentences.ts'

/** Stands behind “Chữ ký của …” or “Chữ ký”. */
const of = (signer: string | undefined): string => (signer ? `Chữ ký của ${signer}` : 'Chữ ký')

const refused: Readonly<Record<SignedPaperFault, (signer: string | undefined) => string>> = {
  unsigned: () => 'Tệp PDF chưa có chữ ký số. Hãy tải bản in, ký số bằng chứng thư của cơ quan rồi tải lên lại.',
  unreadable: () => 'Không đọc được chữ ký trong tệp PDF. Hãy ký lại trên bản in tải về từ trang này.',
  truncated: () => 'Tệp PDF bị thiếu phần cuối nên không kiểm được chữ ký. Hãy tải lên lại tệp đầy đủ.',
  altered: (signer) => `${of(signer)} không khớp với nội dung tệp: tệp đã bị sửa sau khi ký. Hãy tải lên tệp gốc sau khi ký.`,
  invalid: (signer) => `${of(signer)} không đúng với chứng thư đi kèm. Hãy ký lại trên bản in tải về từ trang này.`,
  addedAfter: () => 'Tệp PDF có nội dung thêm vào sau chữ ký cuối cùng. Hãy tải lên đúng tệp mà phần mềm ký số đã lưu.',
  changed: () =>
    'Tệp PDF đã bị sửa ngoài phần chữ ký. Hãy tải bản in, ký số ngay trên tệp đó mà không in hay lưu lại bằng phần mềm khác, rồi tải lên.',
  otherPaper: () =>
    'Tệp đã ký không phải bản in của nội dung hiện tại, hoặc đã được in hay lưu lại trước khi ký. Hãy tải bản in mới và ký số ngay trên tệp đó; bản ký cách khác chỉ nộp được dưới dạng bản chụp, nếu kỳ này cho phép.',
  weak: (signer) =>
    `${of(signer)} dùng thuật toán hoặc khoá quá yếu (SHA-1, MD5 hay RSA dưới 2048 bit). Hãy ký lại bằng chứng thư và phần mềm mới hơn.`,
  nameless: () => 'Chứng thư ký không có tên người ký đọc được. Hãy ký bằng chứng thư ghi rõ tên.',
  ahead: (signer) => `${of(signer)} ghi giờ ký muộn hơn giờ hiện tại. Hãy chỉnh lại đồng hồ của máy ký rồi ký lại.`,
  tooMany: () => 'Tệp PDF có hơn 10 chữ ký nên không nhận được. Hãy tải bản in và chỉ lấy chữ ký của những người cần ký.',
  tooBig: () => 'Tệp PDF đã ký lớn hơn 12 MB nên không nhận được. Hãy tải bản in và ký số ngay trên tệp đó, không chèn thêm ảnh lớn.',
  notTrusted: (signer) =>
    `${of(signer)} dùng chứng thư không do nơi cấp mà hệ thống tin cậy. Hãy ký bằng chứng thư số chuyên dùng, hoặc đề nghị quản trị bổ sung nơi cấp.`,
}

const asked = {
  scan: 'bản chụp có chữ ký và dấu',
  signature: 'bản PDF ký số',
  either: 'bản PDF ký số hoặc bản chụp có chữ ký và dấu',
}

const act = {
  submission: 'Kỳ đánh giá này yêu cầu khi nộp phải kèm',
  publication: 'Kỳ đánh giá này yêu cầu khi công bố phải kèm',
}

export const signedPaperProblemsVi: SentencesOf<keyof SignedPaperProblemFacts> = {
  signedPaperRefused: ({ reason, signer }) => refused[reason](signer),
  certificateNotValid: ({ signer, from, until, moment }) =>
    `Chứng thư của ${signer || 'người ký'} có hiệu lực từ ${formatMoment(from, vietnamTime)} đến ${formatMoment(until, vietnamTime)}, không bao gồm thời điểm được xét ${formatMoment(moment, vietnamTime)}. Hãy ký lại bằng chứng thư còn hiệu lực.`,
  proofDue: ({ asked: what, of: subject }) =>
    `${act[subject]} ${asked[what]}. Hãy tải bản in, ký rồi tải lên trước khi ${subject === 'submission' ? 'nộp' : 'công bố'}.`,
  documentsThere: ({ count }, place) =>
    `${place} đang có ${count} tài liệu kiểm chứng nên không khai “không có tài liệu” được. Hãy gỡ tài liệu trước nếu gắn nhầm.`,
  proofOfOtherVersion: () =>
    'Nội dung đã thay đổi từ khi tải bản in, nên bản đã ký không còn đúng. Hãy tải bản in mới, ký rồi tải lên lại.',
}
