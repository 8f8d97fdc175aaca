import { z } from 'zod'
import { id, moment } from '../../contract/shapes.ts'
import { route } from '../../contract/route.ts'

const batch = z.object({
  id,
  kind: z.enum(['scoreSheet', 'resultNotice']),
  format: z.enum(['docx', 'pdf']),
  cycle: z.object({ id, title: z.string() }),
  group: z.string().optional(),
  /** Papers made so far. */
  made: z.number().int(),
  /** `stopped`: no work is under way and the archive is not there; it can go on. */
  state: z.enum(['running', 'stopped', 'done']),
  /** Present for whoever started the work last: what its progress is asked by. */
  jobId: id.optional(),
  createdAt: moment,
})
export type Batch = z.infer<typeof batch>

const ofBatch = z.object({ batchId: id })

export const batchRoutes = {
  list: route({
    method: 'GET',
    path: '/api/paper-batches',
    act: 'readPapers',
    about: 'authority',
    summary: 'The newest batches: one paper for each unit of a cycle, in one archive',
    reply: z.object({ batches: z.array(batch) }),
  }),
  start: route({
    method: 'POST',
    path: '/api/paper-batches',
    act: 'changePapers',
    about: 'authority',
    summary: 'Make the same paper as this draft (a score sheet or a result notice) for every unit of its cycle, or of one group',
    body: z.object({ paperId: id, format: z.enum(['docx', 'pdf']), group: z.string().max(200).optional() }),
    reply: z.object({ batchId: id, jobId: id }),
  }),
  resume: route({
    method: 'POST',
    path: '/api/paper-batches/:batchId/resume',
    act: 'changePapers',
    about: 'authority',
    summary: 'Go on after a stop; papers that are made stay',
    params: ofBatch,
    reply: z.object({ batchId: id, jobId: id }),
  }),
  archive: route({
    method: 'GET',
    path: '/api/paper-batches/:batchId/archive',
    act: 'readPapers',
    about: 'authority',
    summary: 'The papers of a batch as one ZIP archive',
    params: ofBatch,
    reply: 'file',
  }),
}
