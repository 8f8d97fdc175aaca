import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, moment } from '../../../contract/shapes.ts'

export const noticeShape = z.object({
  id,
  title: z.string(),
  body: z.string(),
  /** A page of this application. */
  link: z.string().optional(),
  at: moment,
  isRead: z.boolean(),
})
export type Notice = z.infer<typeof noticeShape>

export const noticeRoutes = {
  notices: route({
    method: 'GET',
    path: '/api/notices',
    act: 'readOwnNotices',
    about: 'authority',
    summary: 'What the person was told, newest first; `after` is `next` of the page before',
    query: z.object({ after: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
    reply: z.object({ notices: z.array(noticeShape), unread: z.number().int(), next: id.optional() }),
  }),
  readNotices: route({
    method: 'POST',
    path: '/api/notices/read',
    act: 'readOwnNotices',
    about: 'authority',
    summary: 'Mark notices as read; all of them where none is named',
    body: z.object({ ids: z.array(id).max(200).optional() }),
    reply: 'nothing',
  }),
}
