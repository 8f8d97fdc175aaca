/** Sentences that people of the demo province wrote; data, not texts of the product. */
export const reasons = [
  'Văn bản ban hành sau thời hạn quy định.',
  'Tài liệu kiểm chứng chưa thể hiện kết quả thực hiện.',
  'Báo cáo quý III gửi chậm 04 ngày.',
  'Mới hoàn thành một phần nhiệm vụ trong kế hoạch năm.',
  'Chưa có văn bản xử lý vấn đề phát hiện qua kiểm tra.',
  'Số liệu kê khai cao hơn số liệu trên hệ thống một cửa điện tử.',
  'Chưa cung cấp bản ký số của kế hoạch.',
] as const

export const measuredReason = 'Theo báo cáo kết quả điều tra, khảo sát của năm (số liệu mẫu).'

export const indexSource = 'Quyết định công bố chỉ số (số liệu mẫu)'

export const disputes = [
  'Báo cáo đã gửi trong hạn qua trục liên thông; đề nghị xem lại theo văn bản kèm theo.',
  'Kế hoạch có bản ký số trên hệ thống quản lý văn bản; đề nghị đối chiếu.',
  'Số liệu trên hệ thống chưa cập nhật ba hồ sơ cuối năm; đề nghị tính lại.',
  'Nhiệm vụ đã hoàn thành, sản phẩm nêu tại báo cáo năm.',
] as const

export const secondReasons = [
  'Đã đối chiếu văn bản kèm theo giải trình.',
  'Giải trình làm rõ được một phần nội dung.',
  'Tài liệu kèm theo phù hợp với thời hạn quy định.',
] as const

export const councilReasons = [
  'Hội đồng thống nhất theo hồ sơ và ý kiến tại phiên họp.',
  'Hội đồng thống nhất giữ theo đề nghị của Tổ giúp việc.',
] as const

export const explanations = [
  'Đã thực hiện theo kế hoạch năm, có báo cáo kèm theo.',
  'Đã ban hành và triển khai đúng thời hạn.',
  'Kết quả theo báo cáo năm của đơn vị.',
  'Số liệu lấy từ hệ thống thông tin giải quyết thủ tục hành chính.',
  'Có văn bản và hình ảnh kèm theo.',
] as const

export const notApplicableBases = [
  'Trong năm không phát sinh nội dung này tại đơn vị.',
  'Đơn vị không có đơn vị sự nghiệp trực thuộc.',
  'Không có hồ sơ quá hạn nên không phát sinh việc xin lỗi.',
] as const

export const notAcceptedReason = 'Theo hồ sơ, nội dung này có phát sinh trong năm nên không được tính là không áp dụng.'

export const initiatives = [
  'Sáng kiến mẫu 01: rút ngắn thời gian trả kết quả, Quyết định số 01/QĐ-MẪU',
  'Sáng kiến mẫu 02: hướng dẫn nộp hồ sơ qua video, Quyết định số 02/QĐ-MẪU',
  'Sáng kiến mẫu 03: ngày không viết, không hẹn, Quyết định số 03/QĐ-MẪU',
] as const

export const documentTitles = [
  'Kế hoạch cải cách hành chính năm',
  'Báo cáo kết quả công tác cải cách hành chính năm',
  'Báo cáo kết quả kiểm tra công vụ',
  'Kế hoạch rà soát, đánh giá thủ tục hành chính',
  'Quyết định công bố quy trình nội bộ giải quyết thủ tục hành chính',
  'Báo cáo kết quả thực hiện kế hoạch ứng dụng công nghệ thông tin',
] as const
