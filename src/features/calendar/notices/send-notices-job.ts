import { sql } from 'kysely'
import { z } from 'zod'
import { accept, type Result } from '../../../core/result.ts'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { bindJob, type Job } from '../../../platform/jobs/job-kind.ts'
import { mailSender, type MailSettings, type SendMail } from '../../../platform/mail/mail.ts'

const sendNotices = { kind: 'sendNotices', payload: z.unknown(), everySeconds: 15 }
/** One turn; the next comes soon. */
const mostAtOnce = 200
/** A server that is down for an evening loses nothing: 1, 4, 9, 16 … minutes between tries. */
const mostAttempts = 8

interface MailRow {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly link: string | null
  readonly email: string | null
  readonly mail_attempts: number
}

const textOf = ({ body, link }: MailRow, baseUrl: string | undefined): string => {
  const address = link !== null && baseUrl !== undefined ? new URL(link, baseUrl).href : undefined
  return [body, ...(address ? [address] : []), calendarTexts.mail.foot].join('\n\n')
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** What is written of a try: sent, to be tried again later, or given up. */
const outcomeOf = async (send: SendMail, row: MailRow, baseUrl: string | undefined) => {
  const attempts = row.mail_attempts + 1
  try {
    if (row.email === null) throw new Error(calendarTexts.mail.noAddress)
    await send({ to: row.email, subject: row.title, text: textOf(row, baseUrl) })
    return { mail: 'sent' as const, mail_attempts: attempts, mail_sent_at: sql<Date>`now()`, mail_failure: null }
  } catch (error) {
    const isOver = attempts >= mostAttempts || row.email === null
    return {
      mail: isOver ? ('failed' as const) : ('waiting' as const),
      mail_attempts: attempts,
      mail_failure: reasonOf(error),
      mail_due_at: sql<Date>`now() + make_interval(mins => ${attempts * attempts})`,
    }
  }
}

/** The row is held while its mail leaves: two nodes never send the same. Where the process dies in between it may come twice, never not at all. */
const sendOne = async ({ transaction }: ActContext, id: string, send: SendMail, baseUrl: string | undefined): Promise<Result<boolean>> => {
  const { rows } = await sql<MailRow>`
    select n.id, n.title, n.body, n.link, p.email, n.mail_attempts from notice n join person p on p.id = n.person_id
    where n.id = ${id} and n.mail = 'waiting' for update of n skip locked`.execute(transaction)
  const [row] = rows
  if (!row) return accept(false)
  const outcome = await outcomeOf(send, row, baseUrl)
  await transaction.updateTable('notice').set(outcome).where('id', '=', id).execute()
  return accept(outcome.mail === 'sent')
}

/** Sends what people are told by e-mail, again and again; what fails is tried later and its reason is kept. */
export const sendNoticesJob = (settings: MailSettings): Job => {
  const send = mailSender(settings)
  return bindJob(sendNotices, async (_, work) => {
    const due = await work.act(async ({ transaction }) =>
      accept(
        await transaction
          .selectFrom('notice')
          .select('id')
          .where('mail', '=', 'waiting')
          .where('mail_due_at', '<=', sql<Date>`now()`)
          .orderBy('mail_due_at')
          .limit(mostAtOnce)
          .execute(),
      ),
    )
    if (!due.ok) return due
    let sent = 0
    for (const { id } of due.value) {
      const done = await work.act((context) => sendOne(context, id, send, settings.baseUrl))
      if (!done.ok) return done
      if (done.value) sent += 1
    }
    return accept({ sent, of: due.value.length })
  })
}
