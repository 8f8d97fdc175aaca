import type { PlanFile } from '../core/improvement/plan-file.ts'

/** Lists that the demo's department keeps beside its plan; everything in them is invented. */
export const planRegisters = ([office, first, second, inspection]: readonly [string, string, string, string]): Partial<PlanFile> => ({
  activities: [
    {
      id: 'h1',
      kind: 'inspection',
      title: 'Kiểm tra kỷ luật, kỷ cương hành chính',
      division: inspection,
      until: '2026-06-30',
      doneOn: '2026-06-24',
      result: 'Báo cáo kết quả kiểm tra',
      findings: [
        { text: 'Sổ theo dõi hồ sơ ghi thiếu', handling: 'Đã bổ sung', handledOn: '2026-07-03' },
        { text: 'Niêm yết thủ tục chưa cập nhật' },
      ],
    },
    {
      id: 'h2',
      kind: 'communication',
      title: 'Tuyên truyền cải cách hành chính',
      division: office,
      until: '2026-10-31',
      doneOn: '2026-10-20',
      place: 'Cổng thông tin điện tử của Sở',
      result: '12 tin, bài; cán bộ nắm rõ chỉ tiêu của Sở',
      findings: [],
    },
    { id: 'h3', kind: 'initiative', title: 'Nhắc hạn hồ sơ qua tin nhắn', division: first, doneOn: '2026-08-14', findings: [] },
    {
      id: 'h4',
      kind: 'assignment',
      title: 'Rà soát văn bản theo chương trình công tác',
      division: second,
      until: '2026-12-15',
      findings: [],
    },
  ],
  quotas: [{ kind: 'initiative', wanted: 1 }],
  steps: [
    { id: 't1-1', task: 't1', text: 'Soạn đề cương báo cáo', until: '2026-05-20', doneOn: '2026-05-18' },
    { id: 't1-2', task: 't1', text: 'Lấy ý kiến các phòng', until: '2026-06-10' },
  ],
  budget: [
    { id: 'p1', item: 'Tập huấn nghiệp vụ', amount: '45000000', allowed: '40000000', opinion: 'Tổ chức tại trụ sở' },
    { id: 'p2', item: 'In tài liệu tuyên truyền', amount: '12000000' },
  ],
  rewards: [{ id: 'd1', kind: 'reward', who: first, ground: 'Kết quả năm 2025', form: 'Giấy khen', decidedOn: '2026-02-20' }],
})
