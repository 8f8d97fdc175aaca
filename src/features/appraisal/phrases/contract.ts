import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { lossKinds } from '../../../core/vocabulary.ts'

const phrase = z.object({
  kind: z.enum(lossKinds),
  words: z
    .string()
    .max(1000)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1)),
})
export type Phrase = z.output<typeof phrase>

export const phraseList = z.object({ version: z.number().int(), phrases: z.array(phrase), canChange: z.boolean() })
export type PhraseList = z.infer<typeof phraseList>

export const phraseRoutes = {
  phrases: route({
    method: 'GET',
    path: '/api/reason-phrases',
    act: 'readCycleProgress',
    about: 'authority',
    summary: 'Phrases that appraisers give as reasons, by the kind of loss they tell',
    reply: phraseList,
  }),
  writePhrases: route({
    method: 'PUT',
    path: '/api/reason-phrases',
    act: 'changeReasonPhrases',
    about: 'authority',
    summary: 'Write the list of phrases; reasons that were given with one stay as they are',
    body: z.object({ phrases: z.array(phrase).max(300) }),
    versioned: true,
    reply: phraseList,
  }),
}
