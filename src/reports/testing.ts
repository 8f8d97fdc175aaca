import type { Report } from './report.ts'

/** A plan with everything that a paper can have; invented. */
export const samplePlan: Report = {
  letterhead: { parent: 'UBND tỉnh Minh Họa', agency: 'Ban Dân tộc', place: 'Minh Họa', date: { year: 2022, month: 3 } },
  heading: {
    kind: 'named',
    type: 'plan',
    number: { agencyMark: 'BDT' },
    summary: 'Thực hiện Đề án “Xác định Chỉ số cải cách hành chính” tại cơ quan Ban Dân tộc',
  },
  bases: ['Căn cứ Quyết định số 00/QĐ-UBND ngày 28/7/2021 của UBND tỉnh.', 'Căn cứ Kế hoạch số 01/KH-UBND'],
  body: [
    { kind: 'paragraph', text: 'Ban Dân tộc ban hành Kế hoạch như sau:' },
    { kind: 'heading', title: 'Mục đích, yêu cầu' },
    { kind: 'item', title: 'Mục đích' },
    { kind: 'bullet', depth: 1, text: 'Triển khai thực hiện hiệu quả Đề án tại cơ quan.' },
    { kind: 'item', title: 'Yêu cầu' },
    { kind: 'point', text: 'Chủ động phối hợp.' },
    { kind: 'point', text: 'Nâng cao trách nhiệm.' },
    { kind: 'heading', title: 'Giao nhiệm vụ' },
    {
      kind: 'table',
      table: {
        columns: [
          { heading: 'STT', width: 8, align: 'center' },
          { heading: 'Tiêu chí', width: 40, align: 'left' },
          { heading: 'Điểm chuẩn', width: 12, align: 'center' },
          { heading: 'Chủ trì', width: 15, align: 'left' },
          { heading: 'Phối hợp', width: 20, align: 'left' },
        ],
        groups: [{ heading: 'Đơn vị', from: 3, span: 2 }],
        rows: Array.from({ length: 60 }, (_, at) => ({
          ...(at % 8 === 0 && { hand: 'bold' as const }),
          cells: [
            { text: `1.${at}` },
            { text: 'Tỷ lệ cơ quan được kiểm tra trong năm & xử lý <100%' },
            { figure: '0.75' },
            { text: 'Văn phòng' },
            { lines: ['Thanh tra', 'Phòng Tuyên truyền'] },
          ],
        })),
      },
    },
    { kind: 'paragraph', text: 'Trên đây là Kế hoạch của Ban Dân tộc, yêu cầu các phòng thực hiện.' },
  ],
  closing: {
    kind: 'signed',
    signature: { authority: { by: 'deputy', head: 'Trưởng ban', title: 'Phó Trưởng ban' }, name: 'Nguyễn Văn Minh Họa' },
    recipients: { to: ['UBND tỉnh', 'Sở Nội vụ'], archive: ['VT', 'TC'] },
  },
  annexes: [
    { title: 'Phân công nhiệm vụ các phòng', orientation: 'landscape', body: [{ kind: 'paragraph', text: 'Bảng phân công.' }] },
    { title: 'Tiến độ', orientation: 'portrait', body: [{ kind: 'paragraph', text: 'Bảng tiến độ.' }] },
  ],
  isDraft: true,
}
