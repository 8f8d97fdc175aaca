import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '../../../platform/database/transaction.ts'
import type { Invitation } from './asked-survey.ts'
import { hashFor, openDraft, sealDraft } from './token.ts'
import type { Typed } from './typed-answers.ts'

const draftShape = z.object({ begun: z.number(), typed: z.array(z.tuple([z.string(), z.array(z.string())])) })

export interface Draft {
  readonly begun: number
  readonly typed: Typed
}

/** Keeps what was typed so far, sealed; `key` is the token, with the receipt where several answer by one link. */
export const keepDraft = async (transaction: Transaction, invitation: Invitation, key: string, draft: Draft): Promise<void> => {
  const sealed = sealDraft(key, { begun: draft.begun, typed: [...draft.typed] })
  await transaction
    .insertInto('survey_draft')
    .values({ draft_hash: hashFor('draft', key), authority_id: invitation.authorityId, survey_id: invitation.surveyId, sealed })
    .onConflict((conflict) => conflict.column('draft_hash').doUpdateSet({ sealed, kept_on: sql`today()` }))
    .execute()
}

/** The draft of this key, where there is one. */
export const findDraft = async (transaction: Transaction, key: string): Promise<Draft | undefined> => {
  const row = await transaction
    .selectFrom('survey_draft')
    .select('sealed')
    .where('draft_hash', '=', hashFor('draft', key))
    .executeTakeFirst()
  const opened = row && draftShape.safeParse(openDraft(key, row.sealed))
  return opened?.success ? { begun: opened.data.begun, typed: new Map(opened.data.typed) } : undefined
}
