import { z } from 'zod'
import { id, moment } from '../../../contract/shapes.ts'
import { route } from '../../../contract/route.ts'

const ofPaper = z.object({ paperId: id })
const posting = z.object({ postedAt: moment.optional() })

/** Where everybody reads a posted paper. */
export const postedPaperPath = (paperId: string): string => `/cong-khai/van-ban/${paperId}`

export const postingRoutes = {
  show: route({
    method: 'GET',
    path: '/api/papers/:paperId/posting',
    act: 'readPapers',
    about: 'authority',
    summary: 'Since when an issued paper of the authority stands on the public pages; nothing where it does not',
    params: ofPaper,
    reply: posting,
  }),
  set: route({
    method: 'PUT',
    path: '/api/papers/:paperId/posting',
    act: 'changePapers',
    about: 'authority',
    summary: 'Post an issued paper on the public pages as PDF, or take it down again',
    params: ofPaper,
    body: z.object({ isPosted: z.boolean() }),
    versioned: true,
    reply: posting,
  }),
}
