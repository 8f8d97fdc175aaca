import { z } from 'zod'
import { sql } from 'kysely'
import { accept } from '../../../core/result.ts'
import { clearPartials } from '../../../platform/files/partial-file.ts'
import { bindJob, type Job } from '../../../platform/jobs/job-kind.ts'

const sweepUploads = { kind: 'sweepUploads', payload: z.unknown(), everySeconds: 3600 }

const day = 24 * 60 * 60 * 1000
/** Somebody who was away for a week begins anew. */
const keptDays = 7

/** Removes uploads that nobody went on with for a week, and parts on disk that no record speaks of any more. */
export const sweepUploadsJob = (): Job =>
  bindJob(sweepUploads, async (_, work) => {
    const swept = await work.act(async ({ transaction, now }) => {
      const gone = await transaction
        .deleteFrom('file_upload')
        .where('touched_at', '<', sql<Date>`now() - make_interval(days => ${keptDays})`)
        .returning('id')
        .execute()
      return accept({ gone: gone.length, now: now.getTime() })
    })
    if (!swept.ok) return swept
    // A day later than the record: whoever goes on just now finds both.
    const cleared = await clearPartials(work.filesDir, swept.value.now - (keptDays + 1) * day)
    return accept({ uploads: swept.value.gone, parts: cleared })
  })
