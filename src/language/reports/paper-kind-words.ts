/** Every kind of paper by its name; `needs` says in words what a paper is made of. */
export const paperKindWords = {
  determinationPlan: 'Kế hoạch triển khai xác định Chỉ số cải cách hành chính',
  assignmentPlan: 'Kế hoạch giao nhiệm vụ, kèm bảng phân công tiêu chí',
  councilDecision: 'Quyết định thành lập Hội đồng thẩm định và Tổ giúp việc',
  guidance: 'Công văn hướng dẫn tự đánh giá, chấm điểm',
  reminder: 'Công văn đôn đốc',
  selfAssessmentReport: 'Báo cáo kết quả tự đánh giá, kèm phụ lục',
  scoreSheet: 'Phiếu điểm của một đơn vị, kèm lý do trừ điểm',
  appraisalMinutes: 'Biên bản họp Hội đồng thẩm định',
  appraisalReport: 'Báo cáo kết quả thẩm định',
  submission: 'Tờ trình',
  publicationDecision: 'Quyết định phê duyệt, công bố, kèm phụ lục xếp hạng',
  surveyReport: 'Báo cáo kết quả khảo sát sự hài lòng',
  resultNotice: 'Thông báo kết quả cho một đơn vị',
  remedialPlan: 'Kế hoạch khắc phục các tiêu chí bị trừ điểm',
  improvementPlan: 'Kế hoạch cải thiện, nâng cao Chỉ số theo lĩnh vực',
  roadmapPlan: 'Kế hoạch khắc phục kèm lộ trình điểm',
  periodicReport: 'Báo cáo định kỳ (tháng, quý, 6 tháng, 9 tháng, năm) hoặc đột xuất',
} as const
export type PaperKind = keyof typeof paperKindWords
