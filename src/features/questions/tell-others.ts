import { sql } from 'kysely'
import type { Telling } from '../../contract/telling.ts'
import type { QuestionCircle, QuestionSide } from '../../core/self-assessment/question.ts'
import { questionTexts } from '../../language/pages/questions.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { LeafPlace } from './load-questions.ts'

/** Tells people, here and by e-mail. */
export type Tell = (context: ActContext, tellings: readonly Telling[]) => Promise<unknown>

interface Message extends LeafPlace {
  readonly circle: QuestionCircle
  readonly side: QuestionSide
  readonly text: string
  readonly isFirst: boolean
}

interface Hearer {
  readonly person_id: string
  readonly unit_name: string
  readonly code: string
}

const head = ({ nodeId }: LeafPlace) => sql`
  from cycle_unit cu join unit u on u.id = cu.unit_id
  join framework_node n on n.authority_id = cu.authority_id and n.framework_id = cu.framework_id and n.node_id = ${nodeId}
  cross join lateral`
const place = ({ cycleId, unitId }: LeafPlace) => sql`where cu.cycle_id = ${cycleId} and cu.unit_id = ${unitId}`

/** Whoever works for the unit as a whole, and in the divisions that were given the leaf. */
const ofUnit = (message: Message) => sql<Hearer>`
  select distinct g.person_id, u.name as unit_name, n.code ${head(message)} (
    select person_id from role_grant g where g.valid @> today() and (
      (g.unit_id = cu.unit_id and g.role in ('unitOfficer', 'headOfUnit'))
      or g.unit_id in (select l.division_id from division_leaf l
        where l.authority_id = cu.authority_id and l.cycle_id = cu.cycle_id and l.unit_id = cu.unit_id and l.node_id = ${message.nodeId}))) g
  ${place(message)}`

/** Whoever the unit or the area of the leaf was given to for appraisal; the leads of areas and the office that owns the method where nobody was yet. */
const ofAppraisal = (message: Message) => sql<Hearer>`
  with recursive above as (
    select n.framework_id, n.node_id, n.parent_id from framework_node n join cycle_unit cu on cu.framework_id = n.framework_id
      where cu.cycle_id = ${message.cycleId} and cu.unit_id = ${message.unitId} and n.node_id = ${message.nodeId}
    union all
    select p.framework_id, p.node_id, p.parent_id from framework_node p join above a on a.framework_id = p.framework_id and a.parent_id = p.node_id
  ), given as (
    select a.person_id from appraisal_assignment a join cycle_unit cu on cu.authority_id = a.authority_id and cu.cycle_id = a.cycle_id and cu.unit_group = a.unit_group
    where cu.cycle_id = ${message.cycleId} and cu.unit_id = ${message.unitId} and (a.unit_id is null or a.unit_id = cu.unit_id)
      and (a.node_id = '' or a.node_id in (select node_id from above))
  )
  select distinct g.person_id, u.name as unit_name, n.code ${head(message)} (
    select person_id from given
    union all
    select g.person_id from role_grant g where g.valid @> today() and g.role in ('areaLead', 'methodOwner') and not exists (select from given)) g
  ${place(message)}`

/** A question, and an answer, is told to the other side; within a unit to the others who work at the leaf. Nobody is told of their own words. */
export const tellOthers = async (context: ActContext, tell: Tell, message: Message): Promise<void> => {
  const toUnit = message.circle === 'unit' || message.side === 'appraisal'
  const { rows } = await (toUnit ? ofUnit(message) : ofAppraisal(message)).execute(context.transaction)
  const words = message.isFirst ? questionTexts.notice.asked : questionTexts.notice.said
  await tell(
    context,
    rows
      .filter(({ person_id }) => person_id !== context.actor.personId)
      .map(({ person_id, unit_name, code }) => ({
        personId: person_id,
        title: words(code, unit_name),
        body: message.text.slice(0, 300),
        link: '/hoi-dap',
        cycleId: message.cycleId,
        unitId: message.unitId,
      })),
  )
}
