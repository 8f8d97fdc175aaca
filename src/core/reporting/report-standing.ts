/** When a report was due and when its copies came. Moments are of the authority's clock, `2026-03-15T16:30`; the due day ends at midnight. */
export interface Sending {
  readonly dueOn: string
  /** The file for working with. */
  readonly softCopyAt?: string | undefined
  /** The signed copy: without it nothing was sent. */
  readonly signedCopyAt?: string | undefined
}

/** `open` while there is time, `overdue` after the due day without a signed copy; sent `onTime`, or `late`. */
export const reportStandings = ['open', 'overdue', 'onTime', 'late'] as const
export type ReportStanding = (typeof reportStandings)[number]

const dayOf = (moment: string): string => moment.slice(0, 10)

/**
 * How a report stands on a day. It is sent once its signed copy came; the later of both copies decides whether that was in time.
 * Source: seed plan 4, annex 1.2 and II.2.1 (reports counted by the time of sending, soft and signed).
 */
export const standingOfReport = ({ dueOn, softCopyAt, signedCopyAt }: Sending, today: string): ReportStanding => {
  if (signedCopyAt === undefined) return today > dueOn ? 'overdue' : 'open'
  const last = softCopyAt !== undefined && softCopyAt > signedCopyAt ? softCopyAt : signedCopyAt
  return dayOf(last) > dueOn ? 'late' : 'onTime'
}

export type StandingCounts = Readonly<Record<ReportStanding, number>>

/** How many reports stand how; their sum is how many were asked for. */
export const countStandings = (standings: readonly ReportStanding[]): StandingCounts => {
  const counts: Record<ReportStanding, number> = { open: 0, overdue: 0, onTime: 0, late: 0 }
  for (const standing of standings) counts[standing]++
  return counts
}
