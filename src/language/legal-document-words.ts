import type { DocumentStanding } from '../core/legal-basis/document-standing.ts'
import type { GroundSubject, LegalDocumentKind } from '../core/legal-basis/legal-document.ts'

/** What kinds of plans and legal documents are called at the head of their first citation. */
export const legalDocumentKindWords: Readonly<Record<LegalDocumentKind, string>> = {
  law: 'Luật',
  decree: 'Nghị định',
  circular: 'Thông tư',
  resolution: 'Nghị quyết',
  decision: 'Quyết định',
  directive: 'Chỉ thị',
  conclusion: 'Kết luận',
  regulation: 'Quy định',
  scheme: 'Đề án',
  programme: 'Chương trình',
  plan: 'Kế hoạch',
  notice: 'Thông báo',
  officialLetter: 'Công văn',
  submission: 'Tờ trình',
  other: 'Văn bản',
}

export const standingWords: Readonly<Record<DocumentStanding, string>> = {
  draft: 'Dự thảo',
  notYet: 'Chưa có hiệu lực',
  inForce: 'Còn hiệu lực',
  ended: 'Hết hiệu lực',
  replaced: 'Đã được thay thế',
}

export const groundSubjectWords: Readonly<Record<GroundSubject, string>> = {
  cycle: 'Kỳ đánh giá',
  guidance: 'Hướng dẫn',
  accountability: 'Trách nhiệm người đứng đầu',
  discipline: 'Kỷ luật, kỷ cương',
  framework: 'Bộ tiêu chí',
  assignment: 'Phân công',
}
