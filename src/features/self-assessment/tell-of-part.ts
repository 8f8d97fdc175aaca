import { sql } from 'kysely'
import type { Telling } from '../../contract/telling.ts'
import { partTexts } from '../../language/pages/parts.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PartAct } from '../../core/self-assessment/part.ts'
import type { SheetPlace } from './load-sheet.ts'

export interface PartPlace extends SheetPlace {
  readonly divisionId: string
}

/** Tells people, here and by e-mail. */
export type Tell = (context: ActContext, tellings: readonly Telling[]) => Promise<unknown>

interface Hearer {
  readonly person_id: string
  readonly cycle: string
  readonly division: string
}

/** People of the division, or those who work for the unit as a whole; never whoever acts. */
const hearersOf = async ({ transaction, actor }: ActContext, place: PartPlace, inUnit: string): Promise<readonly Hearer[]> => {
  const { rows } = await sql<Hearer>`
    select distinct g.person_id, c.title as cycle, d.name as division
    from role_grant g join cycle c on c.id = ${place.cycleId} join unit d on d.id = ${place.divisionId}
    where g.unit_id = ${inUnit} and g.role in ('unitOfficer', 'divisionOfficer', 'headOfUnit') and g.valid @> today()
      and g.person_id <> ${actor.personId}`.execute(transaction)
  return rows
}

/** A part that was handed in is told to the Office, one that was given back to its division, each with the way there. */
export const tellOfPart = async (
  context: ActContext,
  tell: Tell,
  place: PartPlace,
  { act, reason = '' }: { readonly act: PartAct; readonly reason?: string | undefined },
): Promise<void> => {
  if (act !== 'handIn' && act !== 'giveBack') return
  const hearers = await hearersOf(context, place, act === 'handIn' ? place.unitId : place.divisionId)
  await tell(
    context,
    hearers.map(({ person_id, cycle, division }) => ({
      personId: person_id,
      title: act === 'handIn' ? partTexts.notice.handedIn(division) : partTexts.notice.givenBack,
      body: act === 'handIn' ? cycle : `${cycle}. ${reason}`,
      link: `/tu-danh-gia/${place.cycleId}/${place.unitId}`,
      cycleId: place.cycleId,
      unitId: place.unitId,
    })),
  )
}
