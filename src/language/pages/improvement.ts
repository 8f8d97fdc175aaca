import type { ActivityKind, DivisionMark, ReportPeriod } from '../../core/improvement/plan-registers.ts'
import type { TaskStanding } from '../../core/improvement/follow.ts'

/** Words of the pages of plans after a result. */
export const improvementWords = {
  paper: {
    place: '…',
    signerTitle: 'THỦ TRƯỞNG ĐƠN VỊ',
    coordinator: 'Văn phòng',
    recipients: ['Ủy ban nhân dân tỉnh', 'Sở Nội vụ', 'Lãnh đạo đơn vị', 'Các phòng thuộc đơn vị'],
    fileNames: {
      remedialPlan: 'Kế hoạch khắc phục',
      improvementPlan: 'Kế hoạch cải thiện, nâng cao',
      roadmapPlan: 'Kế hoạch khắc phục kèm lộ trình điểm',
    },
  },
}
