/** A small questionnaire as a file writes it, with every kind of question; the tests of this folder ask it. */
export const sampleQuestionnaire = {
  format: 'parindex/questionnaire@1',
  title: { vi: 'Phiếu hỏi mẫu', en: 'Sample questionnaire' },
  languages: ['vi', 'en'],
  groups: [
    { id: 'delegates', text: 'Đại biểu HĐND', weight: '60' },
    { id: 'officials', text: 'Công chức', weight: '40' },
  ],
  sections: [
    {
      id: 's1',
      title: 'Phần chung',
      questions: [
        { id: 'q1', kind: 'scale', text: 'Mức độ hài lòng', dontKnow: true, required: true },
        { id: 'q2', kind: 'yesNo', text: 'Có phải bổ sung hồ sơ không?' },
        {
          id: 'q3',
          kind: 'single',
          text: 'Vì sao?',
          showIf: { question: 'q2', is: [1] },
          options: [
            { code: 1, text: 'Thiếu giấy tờ' },
            { code: 2, text: 'Hướng dẫn không rõ' },
          ],
        },
        {
          id: 'q4',
          kind: 'multiple',
          text: 'Biết thông tin qua đâu?',
          most: 2,
          options: [
            { code: 1, text: 'Báo' },
            { code: 2, text: 'Mạng' },
            { code: 3, text: 'Người quen' },
          ],
        },
        {
          id: 'q5',
          kind: 'matrix',
          text: 'Đánh giá từng mặt',
          rows: [
            { id: 'a', text: 'Thái độ' },
            { id: 'b', text: 'Thời gian' },
          ],
        },
      ],
    },
    {
      id: 's2',
      title: 'Chỉ hỏi công chức',
      groups: ['officials'],
      questions: [
        { id: 'q6', kind: 'number', text: 'Số năm công tác', to: 50 },
        { id: 'q7', kind: 'text', text: 'Ý kiến khác', longest: 20 },
      ],
    },
  ],
  leaves: [
    { leaf: '8.1', area: '8', maxPoints: '2', questions: ['q1'] },
    { leaf: '8.2', area: '8', maxPoints: '1', questions: ['q1', 'q5.a'], conversion: 'meanOverTop', weighted: true },
    { leaf: '8.3', area: '8', maxPoints: '4', parts: [['q1'], ['q5.a', 'q5.b']] },
  ],
}

/** Its responses, with every way to leave something open. */
export const sampleRows: readonly (readonly string[])[] = [
  ['response_id', 'unit', 'group', 'q1', 'q2', 'q3', 'q4', 'q5.a', 'q5.b', 'q6', 'q7'],
  ['r1', 'so-1', 'delegates', '5', '0', '', '1|3', '4', '3', '', ''],
  ['r2', 'so-1', 'delegates', '4', '1', '2', '', '5', '', '', ''],
  ['r3', 'so-1', 'officials', '3', '1', '1', '2', '2', '4', '12', 'Cần nhanh hơn'],
  ['r4', 'so-1', 'officials', 'dk', '', '', '', '', '', '8', ''],
  ['r5', 'so-2', 'officials', '5', '', '', '', '5', '5', '', ''],
]
