/** Figures and words of seed plans 2 and 3, as their papers print them. */

/** Area, points, maximum, rank of 20 (I.2 of the paper), and what it aims at (II.2.2 a2–g2). */
export const fieldsOf2022 = [
  ['Cải cách thủ tục hành chính', '11.5', '12.5', 13, '12.5'],
  ['Xây dựng và nâng cao chất lượng đội ngũ công chức, viên chức', '10', '10', 1, '10'],
  ['Công tác chỉ đạo điều hành', '9.5', '10.5', 7, '10.5'],
  ['Xây dựng và thực hiện văn bản quy phạm pháp luật', '6', '6.5', 19, '6.5'],
  ['Cải cách tài chính công', '8', '8', 1, '8'],
  ['Cải cách tổ chức bộ máy', '8', '8', 1, '8'],
  ['Hiện đại hóa hành chính', '8.5', '11', 19, '11.5'],
] as const

export const deductedIn2022 = [
  ['1.2.2', 'Báo cáo về kiểm soát TTHC và việc thực hiện cơ chế một cửa, một cửa liên thông', '3'],
  ['1.5.1', 'Có từ 03 sáng kiến hoặc giải pháp mới trong cải cách hành chính', '3'],
  ['2.1.1.1', 'Ban hành kế hoạch theo dõi tình hình thi hành pháp luật', '4'],
  ['3.1.2', 'Mức độ hoàn thành kế hoạch rà soát, đánh giá TTHC', '1'],
  ['3.1.3', 'Xử lý các vấn đề phát hiện qua rà soát TTHC', '1'],
  ['7.2.1', 'Số TTHC cung cấp trực tuyến mức độ 3, 4 có phát sinh hồ sơ', '7'],
  ['7.2.2', 'Tỷ lệ hồ sơ TTHC được giải quyết trực tuyến mức độ 3 và 4', '7'],
] as const

/** II.2.1 of the paper: nine deducted criteria with their facts and what each is for. */
export const lossesOf2021 = [
  ['notDone', '02/25 nhiệm vụ chưa hoàn thành'],
  ['late', 'Báo cáo quý II số 354/BC-BDT ngày 10/6/2021, quý III số 605/BC-BDT ngày 16/9/2021'],
  ['nothingArose', 'Không phát hiện văn bản phải xử lý'],
  ['wrongForm', 'Kế hoạch số 243/KH-BDT ngày 20/4/2021; Báo cáo số 749/BC-BDT chưa đúng Thông tư 02/2017/TT-VPCP'],
  ['quality', 'Kiến nghị phân cấp 03/09 TTHC'],
  ['productMissing', 'Chưa xây dựng Quy trình nội bộ'],
  ['wrongForm', 'Công khai 02 TTHC chưa theo Thông tư số 02/2017/TT-VPCP'],
  ['evidenceNotSupplied', 'Quyết định thành lập Đoàn thanh tra, Kết luận thanh tra'],
  ['evidenceNotSupplied', 'Chưa cung cấp đầy đủ kết quả thanh tra, kiểm tra'],
] as const

/** II.2.2 of the paper: six tasks of the Office, two of Policy, four of the Inspectorate. */
export const tasksOf2022 = [
  ['Văn phòng Ban', 'Tham mưu công tác chỉ đạo điều hành và công tác tuyên truyền CCHC'],
  ['Văn phòng Ban', 'Tham mưu Kế hoạch và báo cáo thực hiện rà soát, đánh giá TTHC'],
  ['Văn phòng Ban', 'Xây dựng Quy trình nội bộ giải quyết thủ tục hành chính'],
  ['Văn phòng Ban', 'Tổ chức công khai 02 TTHC tại trụ sở cơ quan và trên Cổng thông tin điện tử'],
  ['Văn phòng Ban', 'Xây dựng Kế hoạch chuyển đổi vị trí công tác và thực hiện chuyển đổi vị trí công tác'],
  ['Văn phòng Ban', 'Xây dựng kế hoạch kiểm tra, rà soát văn bản quy phạm pháp luật'],
  ['Phòng Chính sách Dân tộc', 'Lập kế hoạch kiểm tra định kỳ, đột xuất các nhiệm vụ quản lý nhà nước đã phân công'],
  ['Phòng Chính sách Dân tộc', 'Phối hợp với Văn phòng Ban xây dựng Quy trình nội bộ'],
  ['Thanh tra Ban', 'Xử lý các vấn đề phát hiện qua thanh tra, kiểm tra'],
  ['Thanh tra Ban', 'Thực hiện tốt công tác tiếp dân, giải quyết khiếu nại, tố cáo'],
  ['Thanh tra Ban', 'Tuyên truyền, phổ biến pháp luật'],
  ['Thanh tra Ban', 'Báo cáo kết quả kiểm tra, thanh tra'],
] as const

/** The paper gives the place alone, 13 of 20: percents of the other nineteen are invented, twelve of them above 82,91. */
const others = Array.from({ length: 19 }, (_, at) => (at < 12 ? (92 - at * 0.8).toFixed(2) : String(94 - at)))
/** What the survey measured is what the total has beyond the seven fields: 82,91 of 100 against 61,5 of 66,5. */
const survey = { id: 'xhh', code: '', name: 'Điều tra xã hội học', points: '21.41', maxPoints: '33.5' }

/** The result of 2022 as it is entered from the paper. */
export const resultOf2022 = {
  title: 'Chỉ số CCHC năm 2022',
  document: 'Quyết định số 1832/QĐ-UBND ngày 30/12/2022',
  rank: 13,
  of: 20,
  previousPoints: '78.73',
  field: others,
  areas: [
    ...fieldsOf2022.map(([name, points, maxPoints, rank], at) => ({
      id: String(at + 1),
      code: String(at + 1),
      name,
      points,
      maxPoints,
      rank,
      of: 20,
    })),
    survey,
  ],
  rows: deductedIn2022.map(([code, name, area]) => ({ id: code, code, name, area, maxPoints: '0.5', points: '0' })),
}

/** The result of 2021: the paper names what was deducted, not how much. */
export const resultOf2021 = {
  title: 'Chỉ số CCHC năm 2021',
  areas: [{ id: '1', code: '1', name: 'Các chỉ số bị trừ điểm' }],
  rows: lossesOf2021.map(([, facts], at) => ({
    id: `c${at + 1}`,
    code: `c${at + 1}`,
    name: facts,
    area: '1',
    maxPoints: '1',
    points: '0',
  })),
}
