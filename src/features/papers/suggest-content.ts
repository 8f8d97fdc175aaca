import { sql } from 'kysely'
import { deadlineOnPaper } from '../../language/deadline-words.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { authorityLetterhead, proposedWords, unitLetterhead } from '../../language/reports/letterhead-words.ts'
import { submissionWords } from '../../language/reports/submission-words.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadMeetingFacts } from './meeting-facts.ts'
import type { PaperPlace } from './place.ts'
import { loadVotedFacts } from './voted-facts.ts'

type Fields = Record<string, unknown>

/** What one paper has from the last of its place: who writes, from where, who signs. Its own number, day, bases and recipients it gets anew. */
const lastingFields = ['parent', 'agency', 'agencyMark', 'divisionMark', 'place', 'authority', 'signer', 'issuedBy', 'archive']
const lasting = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => lastingFields.includes(name)))

/** The letterhead out of names alone, for the first paper of a place. */
const proposedDetails = async ({ transaction, actor }: ActContext, { unitId }: PaperPlace): Promise<Fields> => {
  const { name } = await transaction.selectFrom('authority').select('name').where('id', '=', actor.authorityId).executeTakeFirstOrThrow()
  if (unitId === undefined) return { ...authorityLetterhead(name) }
  const unit = await transaction.selectFrom('unit').select(['name', 'code']).where('id', '=', unitId).executeTakeFirst()
  const { rows } = await sql<{ name: string }>`
    select p.name from role_grant g join person p on p.id = g.person_id
    where g.unit_id = ${unitId} and g.role = 'headOfUnit' and p.active limit 1`.execute(transaction)
  return {
    ...unitLetterhead(name, unit?.name ?? ''),
    ...(unit && /^\p{Lu}{2,8}$/u.test(unit.code) && { agencyMark: unit.code }),
    ...(rows[0] && { signer: rows[0].name }),
  }
}

const toWhom = (kind: PaperKind, authority: string): Fields => {
  if (kind === 'guidance' || kind === 'reminder') return { to: [proposedWords.everybody], recipients: [proposedWords.asAbove] }
  const { agency, issuedBy } = authorityLetterhead(authority)
  if (kind === 'selfAssessmentReport') return { to: [agency], recipients: [proposedWords.asAbove] }
  if (kind === 'periodicReport') return { to: [agency, proposedWords.homeAffairs], recipients: [proposedWords.asAbove] }
  if (kind === 'appraisalReport' || kind === 'submission' || kind === 'surveyReport')
    return { to: [issuedBy], recipients: [proposedWords.asAbove] }
  return {}
}

/** The head and the end of a new paper: as on the newest paper of the place, before there is one as names propose; dated this month. */
export const suggestDetails = async (context: ActContext, at: PaperPlace, kind: PaperKind): Promise<Fields> => {
  const { transaction, actor } = context
  const last = await transaction
    .selectFrom('paper')
    .select('details')
    .where('owner_unit_id', 'is not distinct from', at.unitId ?? null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const {
    rows: [own],
  } = await sql<{ month: string; name: string }>`
    select to_char(now() at time zone time_zone, 'YYYY-MM') as month, name from authority where id = ${actor.authorityId}`.execute(
    transaction,
  )
  const known = last === undefined ? await proposedDetails(context, at) : lasting(last.details)
  return { archive: ['VT'], ...known, ...toWhom(kind, own?.name ?? ''), date: own?.month ?? '' }
}

interface CycleFacts {
  readonly year: number
  readonly units: number
  readonly groups: readonly string[]
  readonly lastMinute: string | null
  readonly today: string
}

const loadCycleFacts = async (
  { transaction, actor }: ActContext,
  cycleId: string,
  group: string | undefined,
): Promise<CycleFacts | undefined> =>
  (
    await sql<CycleFacts>`
      select c.year, count(cu.unit_id)::int as units, coalesce(array_agg(distinct cu.unit_group) filter (where cu.unit_group is not null), '{}') as groups,
        last_minute(c.self_assessment_closes, a.time_zone) as "lastMinute",
        to_char(now() at time zone a.time_zone, 'DD/MM/YYYY') as today
      from cycle c join authority a on a.id = c.authority_id
      left join cycle_unit cu on cu.authority_id = c.authority_id and cu.cycle_id = c.id and cu.unit_group = coalesce(${group ?? null}, cu.unit_group)
      where c.id = ${cycleId} and c.authority_id = ${actor.authorityId}
      group by c.year, c.self_assessment_closes, a.time_zone`.execute(transaction)
  ).rows[0]

const untilWords = (lastMinute: string | null): string => (lastMinute === null ? '' : deadlineOnPaper(lastMinute))

/** Units of the group, or of the cycle, that have not submitted, with what they have answered of what units answer themselves. */
const lateUnits = async ({ transaction }: ActContext, cycleId: string, group: string | undefined): Promise<readonly Fields[]> =>
  (
    await sql<{ unit: string; answered: number; leaves: number }>`
      select u.name as unit,
        coalesce((select t.answered from unit_total t where t.authority_id = cu.authority_id and t.cycle_id = cu.cycle_id
          and t.unit_id = cu.unit_id and t.round = 'claimed'), 0) as answered,
        (select count(*)::int from framework_node n where n.authority_id = cu.authority_id and n.framework_id = cu.framework_id
          and n.is_leaf and n.source = 'appraised') as leaves
      from cycle_unit cu join unit u on u.authority_id = cu.authority_id and u.id = cu.unit_id
      where cu.cycle_id = ${cycleId} and cu.unit_group = coalesce(${group ?? null}, cu.unit_group)
        and cu.stage in ('preparing', 'selfAssessing')
      order by cu.unit_group, u.name`.execute(transaction)
  ).rows

interface Member {
  readonly kind: 'council' | 'team'
  readonly role: string
  readonly name: string
}

const councilMembers = async ({ transaction }: ActContext, cycleId: string): Promise<readonly Member[]> =>
  (
    await sql<Member>`
      select m.kind, m.role, p.name from council_member m join person p on p.id = m.person_id
      where m.cycle_id = ${cycleId}
      order by m.kind, array_position(array['chair', 'lead', 'member', 'secretary'], m.role), p.name`.execute(transaction)
  ).rows

const memberFields = ({ kind, role, name }: Member): Fields => ({
  name,
  position: '',
  role: kind === 'team' && role === 'member' ? proposedWords.teamMember : (proposedWords.councilRoles[role] ?? role),
})

const minutesFacts = (members: readonly Member[], { year, units, groups }: CycleFacts): Fields => {
  const council = members.filter(({ kind }) => kind === 'council')
  const person = (role: string): Fields => {
    const found = council.find((member) => member.role === role)
    return found ? { ...memberFields(found), position: proposedWords.councilRoles[role] } : { name: '', position: '', role: '' }
  }
  return {
    year,
    units,
    group: groups.join(', '),
    members: council.length,
    present: council.length,
    chair: person('chair'),
    secretary: person('secretary'),
  }
}

/** Members and votes, and over them what the record of the meeting says. */
const minutesOf = async (context: ActContext, cycleId: string, cycle: CycleFacts): Promise<Fields> => {
  const known = minutesFacts(await councilMembers(context, cycleId), cycle)
  return { ...known, ...(await loadVotedFacts(context, cycleId)), ...(await loadMeetingFacts(context, cycleId, Number(known['members']))) }
}

/** What the data say for the facts of a new paper; the rest is left to people. */
export const suggestFacts = async (
  context: ActContext,
  { kind, cycleId, group }: { readonly kind: PaperKind; readonly cycleId?: string | undefined; readonly group?: string | undefined },
): Promise<Fields> => {
  const cycle = cycleId === undefined ? undefined : await loadCycleFacts(context, cycleId, group)
  if (cycle === undefined || cycleId === undefined) return {}
  const { year, units, groups, lastMinute, today } = cycle
  const agency = (await suggestDetails(context, {}, kind))['agency']
  switch (kind) {
    case 'guidance':
      return { units, until: untilWords(lastMinute) }
    case 'reminder':
      return { year, on: today, deadline: untilWords(lastMinute), units, late: await lateUnits(context, cycleId, group) }
    case 'assignmentPlan':
      return { coordinator: agency ?? '' }
    case 'determinationPlan':
      return {
        year,
        scope: groups.join(', '),
        steps: proposedWords.steps.map((title) => ({ title, time: '' })),
        duties: proposedWords.duties(String(agency ?? '')),
      }
    case 'councilDecision': {
      const members = (await councilMembers(context, cycleId)).map((member) => ({ ...memberFields(member), kind: member.kind }))
      const of = (wanted: Member['kind']) => members.filter((member) => member.kind === wanted).map(({ kind: _, ...member }) => member)
      return { year, standing: agency ?? '', council: of('council'), team: of('team') }
    }
    case 'submission':
      return { subject: submissionWords.subject(year), requests: [submissionWords.request(year)], enclosed: submissionWords.enclosedPapers }
    case 'appraisalMinutes':
      return minutesOf(context, cycleId, cycle)
    default:
      return {}
  }
}
