/**
 * Measures of a paper in millimetres and points. Source: Decree 30/2020/NĐ-CP, Appendix I; where it gives a range, the value stands within it.
 */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 } as const

/** Font sizes in points, each within the range of the decree that stands beside it. */
export const size = {
  /** Quốc hiệu, 12–13. */
  nation: 12,
  /** Tiêu ngữ, 13–14. */
  motto: 13,
  /** Agencies, 12–13. */
  agency: 12,
  number: 13,
  /** Place and date, 13–14. */
  place: 13,
  /** `V/v` of a letter, 12–13. */
  letterSubject: 12,
  /** Type, summary, annex heading and body, 13–14. */
  heading: 14,
  body: 14,
  table: 12,
  recipientsTitle: 12,
  recipients: 11,
  pageNumber: 13,
} as const

/** First line of a paragraph, 1 or 1.27 cm. */
export const firstIndent = 12.7
/** At least 6 pt between paragraphs. */
export const paragraphGap = 6
/** Single to one and a half. */
export const lineSpacing = 1.1
/** Of the rule under an agency's name or a summary: between a third and a half of the line above. */
export const ruleShare = 0.4
/** The table without borders at the head: agency left, nation right. */
export const letterheadColumns = [70, 95] as const

export type Orientation = 'portrait' | 'landscape'

/** Room between the side margins. */
export const textWidth = (orientation: Orientation): number =>
  (orientation === 'portrait' ? page.width : page.height) - page.left - page.right
