import { z } from 'zod'
import { id } from '../../contract/shapes.ts'

export const surveyChannels = ['link', 'open', 'kiosk', 'interview'] as const

/** The most links that are made at once; a sheet holds a few dozen. */
const mostLinks = 5000
export const newLinks = z.object({
  unitId: id,
  group: z.string().max(40).default(''),
  channel: z.enum(surveyChannels),
  /** So many links… */
  count: z.number().int().min(1).max(mostLinks).default(1),
  /** …each for so many answers. */
  most: z.number().int().min(1).max(1_000_000).default(1),
  sheet: z.string().trim().max(100).default(''),
  /** Where people reach this server, such as `https://parindex.example`; with it the answer brings the sheet of QR codes too. */
  origin: z
    .url({ protocol: /^https?$/ })
    .max(120)
    .refine((text) => URL.parse(text)?.origin === text)
    .optional(),
})
export type NewLinks = z.output<typeof newLinks>

export const madeLinks = z.object({
  tokens: z.array(z.string()),
  /** Cards with QR codes, 21 on a page of A4, as PDF in base64. */
  pdf: z.base64().optional(),
})
export type MadeLinks = z.output<typeof madeLinks>
