import type { LossKind } from '../core/vocabulary.ts'
import type { BudgetLine } from '../core/cycle/budget.ts'

/** Papers to units, questions at criteria and what else lies on desks in a running year; all of it invented. */
export const guidancePapers = [
  {
    kind: 'guidance',
    title: 'Hướng dẫn tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm 2026',
    document_number: '2614/SNV-CCHC (mẫu)',
    issued_on: '2026-10-20',
    words:
      'Đơn vị chấm theo từng tiêu chí, kèm tài liệu kiểm chứng; tiêu chí không phát sinh thì nêu căn cứ. Nộp trên hệ thống trước hạn của kỳ.',
    daysAgo: 24,
    unit_kinds: [] as string[],
  },
  {
    kind: 'notice',
    title: 'Thông báo lịch giải đáp vướng mắc khi tự đánh giá',
    document_number: '88/TB-SNV (mẫu)',
    issued_on: '2026-11-02',
    words: 'Tổ giúp việc trả lời tại mục Hỏi đáp của từng tiêu chí trong giờ làm việc, chậm nhất sau 02 ngày làm việc.',
    daysAgo: 11,
    unit_kinds: [] as string[],
  },
  {
    kind: 'notice',
    title: 'Lưu ý đối với xã, phường về số liệu một cửa',
    document_number: '91/TB-SNV (mẫu)',
    issued_on: '2026-11-09',
    words: 'Lấy số liệu trên hệ thống thông tin giải quyết thủ tục hành chính đến hết ngày chốt; không cộng hồ sơ kỳ trước đã tính.',
    daysAgo: 5,
    unit_kinds: ['commune'],
  },
  {
    kind: 'study',
    title: 'Tài liệu nghiên cứu: lỗi thường gặp khi cung cấp tài liệu kiểm chứng',
    document_number: null,
    issued_on: '2026-09-15',
    words: 'Tổng hợp từ kết quả thẩm định năm trước của tỉnh mẫu: văn bản không có ngày, bản chưa ký, số liệu không khớp phụ lục.',
    daysAgo: 40,
    unit_kinds: [] as string[],
  },
] as const

/** Who begins and what is said in turn; a thread whose last word is the beginner's waits for an answer. */
export const threads = [
  {
    unit: 'STP',
    begins: 'unit',
    said: [
      'Kế hoạch của Sở ban hành ngày 30/12 năm trước thì có tính là đúng hạn không?',
      'Có. Kế hoạch ban hành trước năm kế hoạch được tính là đúng hạn; đơn vị gửi bản có chữ ký số.',
    ],
  },
  {
    unit: 'STP',
    begins: 'appraisal',
    said: ['Đề nghị Sở bổ sung phụ lục của báo cáo quý III, bản đã gửi không có phụ lục.'],
  },
  {
    unit: 'X001',
    begins: 'unit',
    said: ['Hồ sơ liên thông do cơ quan thuế trả chậm có tính vào hồ sơ quá hạn của xã không?'],
  },
  {
    unit: 'X002',
    begins: 'unit',
    said: [
      'Xã chưa có viên chức thì tiêu chí về đơn vị sự nghiệp ghi thế nào?',
      'Chọn không phát sinh và nêu căn cứ là quyết định giao biên chế.',
    ],
  },
] as const

export const reasonPhrases: readonly (readonly [LossKind, string])[] = [
  ['late', 'Văn bản ban hành sau thời hạn quy định.'],
  ['late', 'Báo cáo gửi chậm so với thời hạn của kỳ báo cáo.'],
  ['evidenceNotSupplied', 'Chưa cung cấp tài liệu kiểm chứng cho nội dung tự chấm.'],
  ['wrongForm', 'Tài liệu chưa có chữ ký số theo quy định.'],
  ['notDone', 'Chưa thực hiện nhiệm vụ trong kế hoạch năm.'],
  ['productMissing', 'Chưa có sản phẩm theo yêu cầu của nhiệm vụ.'],
  ['quality', 'Kết quả thực hiện chưa đầy đủ nội dung yêu cầu.'],
  ['nothingArose', 'Nội dung không phát sinh trong năm, không tính vào điểm chuẩn.'],
]

export const budgetLines: readonly BudgetLine[] = [
  { id: 'b1', item: 'Điều tra xã hội học, khảo sát hài lòng', basis: '6.000 phiếu, 20.000 đồng một phiếu', amount: '120000000' },
  { id: 'b2', item: 'Họp Hội đồng thẩm định và Tổ giúp việc', basis: '08 buổi', amount: '24000000' },
  { id: 'b3', item: 'Kiểm tra thực tế tại đơn vị', basis: '15 lượt', amount: '18000000' },
  { id: 'b4', item: 'Hội nghị công bố Chỉ số', basis: '01 hội nghị, 180 đại biểu', amount: '36000000' },
]

/** Conferences at which the two published years were made known. */
export const conferences = [
  {
    year: 2024,
    held_on: '2025-03-05',
    notice: 'Thông báo số 41/TB-UBND ngày 10/3/2025 (mẫu)',
    conclusions: 'Các đơn vị dưới 75 % gửi kế hoạch khắc phục trong tháng 4/2025; Sở Nội vụ tổng hợp các vướng mắc của bộ tiêu chí.',
    tasks: [
      ['Gửi kế hoạch khắc phục các tiêu chí bị trừ điểm', 'Các đơn vị dưới 75 %', '2025-04-30', 'done'],
      ['Tổng hợp vướng mắc, đề xuất sửa bộ tiêu chí', 'Sở Nội vụ (mẫu)', '2025-08-31', 'done'],
    ],
  },
  {
    year: 2025,
    held_on: '2026-03-12',
    notice: 'Thông báo số 52/TB-UBND ngày 17/3/2026 (mẫu)',
    conclusions:
      'Tập trung nâng tỷ lệ hồ sơ trực tuyến toàn trình và trả kết quả đúng hạn; người đứng đầu đơn vị xếp cuối báo cáo nguyên nhân, giải pháp.',
    tasks: [
      ['Báo cáo nguyên nhân, giải pháp nâng thứ hạng', 'Đơn vị xếp cuối mỗi nhóm', '2026-04-15', 'done'],
      ['Tập huấn cách chuẩn bị tài liệu kiểm chứng', 'Sở Nội vụ (mẫu)', '2026-09-30', 'done'],
      ['Rà soát quy trình nội bộ thủ tục hay quá hạn', 'Văn phòng UBND tỉnh (mẫu)', '2026-12-15', 'inProgress'],
    ],
  },
] as const

export const visits = [
  {
    unit: 'STP',
    announced: true,
    number: '15/QĐ-KT (mẫu)',
    daysAgo: 6,
    record: 'Đoàn đối chiếu sổ theo dõi văn bản, hồ sơ một cửa và bản gốc của kế hoạch năm.',
    result: 'Hai nội dung khớp hồ sơ; một nội dung khác với số liệu kê khai.',
  },
  {
    unit: 'X001',
    announced: false,
    number: null,
    daysAgo: 3,
    record: 'Kiểm tra Bộ phận Một cửa, không báo trước.',
    result: 'Niêm yết đủ thủ tục; khớp hồ sơ.',
  },
  { unit: 'X003', announced: true, number: '18/QĐ-KT (mẫu)', daysAgo: -9, record: null, result: null },
] as const

/** Communes of before the merger, with the dossiers of their last half year. */
export const predecessors = [
  { code: 'X001A', name: 'UBND xã Mẫu Thượng (trước sáp nhập)', files: '412' },
  { code: 'X001B', name: 'UBND xã Mẫu Hạ (trước sáp nhập)', files: '365' },
] as const
