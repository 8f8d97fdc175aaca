import { formatDate } from '../../language/format.ts'
import { proposedWords } from '../../language/reports/letterhead-words.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

const momentOf = (time: string, date: string): string => proposedWords.moment(time.slice(0, 2), time.slice(3, 5), formatDate(date))

/** Time, place and who was absent, of the newest meeting that the council's secretary recorded; nothing where none was. */
export const loadMeetingFacts = async (
  { transaction }: ActContext,
  cycleId: string,
  members: number,
): Promise<Readonly<Record<string, unknown>>> => {
  const meeting = await transaction
    .selectFrom('council_meeting')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!meeting) return {}
  const absent = await transaction
    .selectFrom('council_absence as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['p.name', 'a.reason'])
    .where('a.cycle_id', '=', cycleId)
    .where('a.number', '=', meeting.number)
    .orderBy('p.name')
    .execute()
  return {
    moment: momentOf(meeting.began, meeting.held_on),
    place: meeting.place,
    ...(meeting.ended !== null && { ended: momentOf(meeting.ended, meeting.held_on) }),
    absent: absent.map(({ name, reason }) => (reason ? proposedWords.absentBecause(name, reason) : name)),
    ...(members > 0 && { present: Math.max(0, members - absent.length) }),
  }
}
