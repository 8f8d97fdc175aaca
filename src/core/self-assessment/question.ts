/** Who speaks at a leaf: people of the unit with its divisions, or whoever appraises and guides it. */
export const questionSides = ['unit', 'appraisal'] as const
export type QuestionSide = (typeof questionSides)[number]

/** Between whom a thread is: within the unit alone, or between the unit and its appraisers. */
export const questionCircles = ['unit', 'appraisal'] as const
export type QuestionCircle = (typeof questionCircles)[number]

export interface Said {
  readonly side: QuestionSide
  readonly personId: string
}

/**
 * Whether a thread waits for an answer: between unit and appraisers while the side that began spoke last, within a unit while the person who began did. Asking
 * further opens it again. Throws for a thread in which nobody spoke. Source: seed plan 4 (staff in charge keep contact with the appraiser before scoring closes).
 */
export const questionState = (circle: QuestionCircle, messages: readonly Said[]): 'open' | 'answered' => {
  const [first, last] = [messages[0], messages.at(-1)]
  if (!first || !last) throw new Error('a thread begins with a question')
  const waits = circle === 'unit' ? last.personId === first.personId : last.side === first.side
  return waits ? 'open' : 'answered'
}
