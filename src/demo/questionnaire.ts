/** The questionnaire of the demo: satisfaction of citizens and officials with an agency, in the manner of SIPAS; its words are our own. */
const levels = ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng']

const scale = (id: string, text: string, more: object = {}) => ({ id, kind: 'scale', text, labels: levels, dontKnow: true, ...more })

export const demoQuestionnaire = {
  format: 'parindex/questionnaire@1',
  title: 'Phiếu hỏi về mức độ hài lòng với cơ quan hành chính',
  introduction: 'Phiếu minh họa gồm mười hai câu, trả lời trong khoảng bốn phút.',
  groups: [
    { id: 'dan', text: 'Người dân, doanh nghiệp', weight: '60' },
    { id: 'canbo', text: 'Cán bộ, công chức', weight: '40' },
  ],
  sections: [
    {
      id: 'chinhsach',
      title: 'Chính sách và thông tin',
      questions: [
        scale('cs1', 'Thông tin về thủ tục, chính sách dễ tìm, dễ hiểu', { required: true }),
        scale('cs2', 'Chính sách được giải thích kịp thời khi có thay đổi'),
        scale('cs3', 'Ý kiến góp ý được tiếp thu, phản hồi'),
      ],
    },
    {
      id: 'dichvu',
      title: 'Cung ứng dịch vụ',
      questions: [
        scale('dv1', 'Nơi tiếp nhận sạch sẽ, đủ chỗ ngồi, có người hướng dẫn'),
        scale('dv2', 'Thái độ của người tiếp nhận, giải quyết hồ sơ', { required: true }),
        scale('dv3', 'Thời gian giải quyết hồ sơ'),
        { id: 'dv4', kind: 'yesNo', text: 'Có phải đi lại nhiều hơn hai lần cho một việc không?' },
        {
          id: 'dv5',
          kind: 'single',
          text: 'Lý do chính phải đi lại nhiều lần',
          showIf: { question: 'dv4', is: [1] },
          options: [
            { code: 1, text: 'Hồ sơ thiếu giấy tờ' },
            { code: 2, text: 'Hướng dẫn chưa rõ' },
            { code: 3, text: 'Chưa đến lượt, chưa có kết quả' },
          ],
        },
        {
          id: 'dv6',
          kind: 'multiple',
          text: 'Biết thông tin của cơ quan qua những kênh nào?',
          options: [
            { code: 1, text: 'Cổng thông tin điện tử' },
            { code: 2, text: 'Mạng xã hội' },
            { code: 3, text: 'Niêm yết tại trụ sở' },
            { code: 4, text: 'Người quen' },
          ],
        },
      ],
    },
    {
      id: 'noibo',
      title: 'Dành cho cán bộ, công chức',
      groups: ['canbo'],
      questions: [scale('nb1', 'Sự phối hợp giữa các phòng, đơn vị'), { id: 'nb2', kind: 'number', text: 'Số năm công tác', to: 45 }],
    },
    { id: 'khac', title: 'Ý kiến khác', questions: [{ id: 'yk', kind: 'text', text: 'Điều cơ quan nên làm tốt hơn', longest: 1000 }] },
  ],
  minimumAnswers: 5,
  // Leaves of the set of the departments, each by another way from answers to points.
  leaves: [
    { leaf: '1.7.1', area: '1', maxPoints: '0.5', questions: ['cs2'] },
    { leaf: '5.5.1', area: '5', maxPoints: '1', questions: ['dv2'], conversion: 'meanOverTop' },
    {
      leaf: '8.1.1',
      area: '8',
      maxPoints: '1',
      parts: [
        ['cs1', 'cs2', 'cs3'],
        ['dv1', 'dv2', 'dv3'],
      ],
    },
    { leaf: '8.1.2', area: '8', maxPoints: '1', questions: ['dv3'], conversion: 'meanFromBottom', weighted: true },
  ],
}
