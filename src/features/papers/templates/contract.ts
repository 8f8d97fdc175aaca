import { z } from 'zod'
import { countingNumber, moment, numberInAddress } from '../../../contract/shapes.ts'
import { route } from '../../../contract/route.ts'
import { paperKind } from '../contract.ts'

export const maxTemplateBytes = 10 * 1024 * 1024

const templateVersion = z.object({ version: z.number().int(), fileName: z.string(), addedAt: moment, addedBy: z.string().optional() })

/** How papers of a kind are worded. */
const templateLine = z.object({
  kind: paperKind,
  /** The version in force; absent: the wording of the program. */
  inForce: z.number().int().optional(),
  /** Newest first. */
  versions: z.array(templateVersion),
  /** There are older ones than those listed. */
  hasMore: z.boolean(),
  /** Of what is in force: a change names it; 0 where nothing was ever chosen. */
  version: z.number().int(),
})
export type TemplateLine = z.infer<typeof templateLine>

/** Version 0 is the wording of the program; absent, what is in force. */
const ofVersion = z.object({ kind: paperKind, version: numberInAddress(0).optional() })

export const templateRoutes = {
  list: route({
    method: 'GET',
    path: '/api/paper-templates',
    act: 'readPapers',
    about: 'authority',
    summary: 'How each kind of paper is worded: the version in force and all versions',
    reply: z.object({ templates: z.array(templateLine) }),
  }),
  file: route({
    method: 'GET',
    path: '/api/paper-templates/file',
    act: 'readPapers',
    about: 'authority',
    summary: 'A template as a Word file to edit: wording with fields, blocks, a guide with every field that there is',
    query: ofVersion,
    reply: 'file',
  }),
  preview: route({
    method: 'GET',
    path: '/api/paper-templates/preview',
    act: 'readPapers',
    about: 'authority',
    summary: 'A paper in the wording of a template as PDF, with the names of fields instead of values',
    query: ofVersion,
    reply: 'file',
  }),
  add: route({
    method: 'POST',
    path: '/api/paper-templates/versions',
    act: 'changePapers',
    about: 'authority',
    summary: 'A template that was edited in Word; everything that a paper cannot keep is named, with its paragraph. It is not in force yet',
    body: z.object({ kind: paperKind }),
    upload: { maxBytes: maxTemplateBytes },
    reply: z.object({ version: z.number().int() }),
  }),
  use: route({
    method: 'PUT',
    path: '/api/paper-templates/use',
    act: 'changePapers',
    about: 'authority',
    summary: 'Word papers of this kind by a version from now on, or as the program does; issued papers stay',
    body: z.object({ kind: paperKind, templateVersion: countingNumber.optional() }),
    versioned: true,
    reply: z.object({ version: z.number().int() }),
  }),
}
