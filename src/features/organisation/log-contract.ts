import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, moment, personRef, unitRef } from '../../contract/shapes.ts'

export const logEntryShape = z.object({
  id: z.number().int(),
  at: moment,
  /** Absent where the installation did it by itself. */
  person: personRef.optional(),
  kind: z.string(),
  unit: unitRef.optional(),
  cycle: z.object({ id, title: z.string() }).optional(),
  nodeId: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
  /** Its number in the chain, once it is sealed. */
  seal: z.number().int().optional(),
})
export type LogEntry = z.infer<typeof logEntryShape>

const figure = z.coerce.number().int().positive()

export const logRoutes = {
  log: route({
    method: 'GET',
    path: '/api/log',
    act: 'readLog',
    about: 'authority',
    summary:
      'The log, newest first, a hundred lines a page: of one person, one unit, one kind, some days; `before` is the last line of the page before',
    query: z.object({
      personId: id.optional(),
      unitId: id.optional(),
      kind: z.string().max(100).optional(),
      from: isoDate.optional(),
      until: isoDate.optional(),
      before: figure.optional(),
    }),
    reply: z.object({ entries: z.array(logEntryShape), next: z.number().int().optional() }),
  }),
}
