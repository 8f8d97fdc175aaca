/** What stands between « and » in a Word template, and the words around it. */
export const templateMarks = {
  section: 'Phần',
  part: 'Khối',
  each: 'Lặp lại',
  eachEnd: 'Hết lặp lại',
  when: 'Nếu có',
  whenEnd: 'Hết nếu có',
} as const

/** Sections in the order of a paper; what stands under the guide is not read. */
export const templateSections = {
  summary: 'Trích yếu',
  bases: 'Căn cứ',
  body: 'Nội dung',
  portraitAnnex: 'Phụ lục trang đứng',
  landscapeAnnex: 'Phụ lục trang ngang',
  guide: 'Hướng dẫn',
} as const
export type TemplateSection = keyof typeof templateSections

/** Blocks beside those of the kind: bases and annexes that the data give. */
export const templateBlocks = { bases: 'Các căn cứ đã chọn', annexes: 'Các phụ lục do chương trình lập' } as const

/** Fields that are neither of the form of the paper nor of its facts. */
export const templateFields = {
  summary: 'Trích yếu',
  parent: 'Cơ quan chủ quản',
  agency: 'Tên cơ quan',
  agencyMark: 'Ký hiệu cơ quan',
  place: 'Địa danh',
  issuedBy: 'Thẩm quyền ban hành',
  to: 'Nơi nhận chính',
  signerTitle: 'Chức danh người ký',
  signer: 'Người ký',
  year: 'Năm đánh giá',
  actionYear: 'Năm thực hiện kế hoạch',
  planUnit: 'Đơn vị lập kế hoạch',
  frameworkTitle: 'Tên Bộ tiêu chí',
  decisionNumber: 'Số Quyết định ban hành Bộ tiêu chí',
  decisionDate: 'Ngày Quyết định ban hành Bộ tiêu chí',
  decisionIssuer: 'Cơ quan ban hành Bộ tiêu chí',
  group: 'Khối đơn vị',
  unit: 'Tên đơn vị',
  claimed: 'Điểm tự đánh giá',
  given: 'Điểm thẩm định',
  maxPoints: 'Điểm tối đa',
  percent: 'Chỉ số',
  rank: 'Thứ hạng',
  rankedUnits: 'Số đơn vị được xếp hạng',
  class: 'Xếp loại',
  groups: 'Các khối đơn vị',
  groupCounts: 'Số đơn vị của từng khối',
} as const

/** Stands over the preview of a template. */
export const templatePreviewNote =
  'Bản xem trước: chữ trong dấu « » là trường sẽ được điền; mỗi danh sách, mỗi bảng có một dòng làm mẫu, các con số trong đó và số lượng 01 chỉ là mẫu.'

/** How many entries a list has. */
export const listCount = (list: string): string => `Số lượng: ${list}`

export const templateLists = {
  rows: {
    title: 'Tiêu chí',
    code: 'Số TT',
    name: 'Tên tiêu chí',
    maxPoints: 'Điểm tối đa của tiêu chí',
    claimed: 'Điểm tự chấm',
    given: 'Điểm đạt',
    reason: 'Lý do',
  },
  ranking: { title: 'Đơn vị xếp hạng', group: 'Khối', unit: 'Đơn vị', points: 'Điểm', percent: 'Chỉ số (%)', rank: 'Hạng', class: 'Loại' },
} as const

/** What the template tells whoever opens it in Word. */
export const templateGuide = {
  title: (kind: string) => `Bản mẫu: ${kind}`,
  fixed:
    'Quốc hiệu, tên cơ quan, số và ký hiệu, ngày tháng, phần ký và nơi nhận theo thể thức Nghị định 30/2020/NĐ-CP được lấy từ ô đã điền khi soạn văn bản, không có trong bản mẫu này.',
  rules: [
    'Chữ trong dấu « » là trường: khi soạn văn bản, chương trình thay bằng nội dung thật. Không sửa chữ bên trong; có thể chuyển chỗ, xóa đi hoặc dùng nhiều lần.',
    'Dòng «Phần: …» chia bản mẫu thành các phần; giữ nguyên các dòng này.',
    'Dòng «Khối: …» là đoạn hoặc bảng do chương trình lập từ số liệu. Chuyển dòng lên, xuống để đổi thứ tự; xóa dòng thì văn bản không có khối đó.',
    'Đoạn nằm giữa dòng «Lặp lại: …» và dòng «Hết lặp lại» được viết một lần cho mỗi mục trong danh sách. Trong bảng, ghi «Lặp lại: …» ở dòng đầu của ô đầu tiên thì cả hàng được lặp.',
    'Đoạn nằm giữa dòng «Nếu có: …» và dòng «Hết nếu có» chỉ được viết khi trường hoặc danh sách đó có nội dung.',
    'Số thứ tự (Phần I, I., 1., 1.1., a), Điều 1., gạch đầu dòng) cho biết loại đoạn; chương trình tự đánh lại số. Tên đề mục in đậm, nội dung sau tên in thường.',
    'Giữ được: chữ đậm, chữ nghiêng, đoạn căn giữa hoặc căn phải, bảng có một hàng tiêu đề, ngắt trang, phụ lục trang đứng, trang ngang. Phông chữ Times New Roman, màu đen; cỡ chữ, lề, giãn dòng theo thể thức, không đổi được.',
  ],
  fields: 'Các trường dùng được',
  parts: 'Các khối dùng được',
  lists: 'Các danh sách dùng được và trường của từng mục',
  listLine: (list: string, fields: readonly string[]) => `${list}: ${fields.join(', ')}`,
} as const

/** What a template cannot keep, by what it is called. */
export const strangeWords = {
  textBox: 'hộp văn bản',
  picture: 'hình ảnh',
  embedded: 'đối tượng nhúng',
  note: 'chú thích cuối trang',
  comment: 'nhận xét',
  trackedChange: 'thay đổi chưa chấp nhận',
  wordField: 'trường tự động của Word',
  equation: 'công thức',
  hiddenText: 'chữ ẩn',
  underline: 'chữ gạch chân',
  strike: 'chữ gạch ngang',
  colour: 'chữ màu',
  highlight: 'tô nền chữ',
  font: 'phông chữ khác Times New Roman',
  fontSize: 'cỡ chữ ngoài 11–14',
  raised: 'chữ chỉ số trên, dưới',
  symbol: 'ký hiệu của phông riêng',
  lineBreak: 'xuống dòng trong đoạn',
  capitals: 'kiểu chữ in hoa tự động',
  columns: 'chia cột trang',
  headerText: 'chữ ở đầu trang, chân trang',
  mergedCell: 'ô gộp',
  nestedTable: 'bảng trong bảng',
  lonelyTitle: 'đề mục không có tên',
} as const
export type StrangeThing = keyof typeof strangeWords
