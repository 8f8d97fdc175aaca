import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate } from '../../contract/shapes.ts'
import { cellFields, headFields, rowDirections } from '../../core/framework/draft/edit.ts'
import { derivations } from '../../core/framework/versions/derive-draft.ts'
import { choiceShape, comparisonView, frameworkSummary, frameworkView, ruleFileShape } from './framework-shapes.ts'

export const maxDecisionBytes = 32 * 1024 * 1024

const params = z.object({ frameworkId: id })
const typed = z.string().max(20_000)
const place = z.string().max(500)

const typedBand = z.object({
  name: z.string().trim().min(1).max(100),
  from: typed,
  fromInclusive: z.boolean(),
  to: typed,
  toInclusive: z.boolean(),
})

/** One thing a person does to a draft: `FrameworkEdit` of `src/core/framework/draft/edit.ts`. */
export const editShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settleTotal'), at: place, choice: choiceShape }),
  z.object({ kind: z.literal('correctCell'), at: place, field: z.enum(cellFields), value: typed }),
  z.object({ kind: z.literal('correctHead'), field: z.enum(headFields), value: typed }),
  z.object({ kind: z.literal('setClasses'), classes: z.array(typedBand).max(50) }),
  z.object({
    kind: z.literal('addRow'),
    place: z.enum(['before', 'after', 'under']),
    at: place,
    code: typed,
    name: typed,
    maxPoints: typed,
  }),
  z.object({ kind: z.literal('removeRow'), at: place }),
  z.object({ kind: z.literal('moveRow'), at: place, direction: z.enum(rowDirections) }),
  z.object({ kind: z.literal('dismiss'), at: place, problem: typed, reason: z.string().trim().min(1).max(1000) }),
  z.object({ kind: z.literal('setRule'), at: place, rule: ruleFileShape.nullable() }),
  z.object({ kind: z.literal('answerProposal'), at: place, answer: z.enum(['refused', 'offered']) }),
  z.object({ kind: z.literal('setCodeMap'), basedOn: z.string().max(64), codeMap: z.record(place, z.array(place).max(50)) }),
])

const one = '/api/frameworks/:frameworkId' as const

export const frameworkRoutes = {
  list: route({
    method: 'GET',
    path: '/api/frameworks',
    act: 'readFrameworks',
    about: 'authority',
    summary: 'Frameworks, newest year first; drafts only for those who may read them',
    reply: z.object({ frameworks: z.array(frameworkSummary), unitGroups: z.array(z.string()), canChange: z.boolean() }),
  }),
  read: route({
    method: 'GET',
    path: one,
    act: 'readFrameworks',
    about: 'authority',
    summary: 'A framework as rows, with every problem beside its row',
    params,
    reply: frameworkView,
  }),
  upload: route({
    method: 'POST',
    path: '/api/frameworks',
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Read a decision (.docx, .xlsx, .csv, .pdf, .txt, .json) into a draft; what is doubtful comes along as problems',
    upload: { maxBytes: maxDecisionBytes },
    body: z.object({
      unitGroup: z.string().trim().max(100).optional(),
      year: z.coerce.number().int().min(2000).max(2100).optional(),
      /** Which of several tables, counted from 1 as the problem `severalTables` names them; without it the largest. */
      table: z.coerce.number().int().min(1).max(99).optional(),
    }),
    reply: frameworkView,
  }),
  edit: route({
    method: 'PATCH',
    path: one,
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Apply edits to a draft as one step, all or none',
    params,
    versioned: true,
    body: z.object({ edits: z.array(editShape).min(1).max(500) }),
    reply: frameworkView,
  }),
  undo: route({
    method: 'POST',
    path: `${one}/undo`,
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Take the last step back',
    params,
    versioned: true,
    reply: frameworkView,
  }),
  remove: route({
    method: 'DELETE',
    path: one,
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Delete a draft',
    params,
    versioned: true,
    reply: 'nothing',
  }),
  derive: route({
    method: 'POST',
    path: `${one}/derive`,
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Make a draft out of a framework in force: an amendment, a copy for the next year, or a local one around it as its frame',
    params,
    body: z.object({ derivation: z.enum(derivations), unitGroup: z.string().trim().max(100).optional() }),
    reply: frameworkView,
  }),
  compare: route({
    method: 'GET',
    path: `${one}/compare`,
    act: 'readFrameworks',
    about: 'authority',
    summary: 'A framework beside an older one (the one it is based on where none is named): added, dropped, renamed, moved, other points',
    params,
    query: z.object({ with: id.optional() }),
    reply: comparisonView,
  }),
  putInForce: route({
    method: 'POST',
    path: `${one}/put-in-force`,
    act: 'putFrameworkInForce',
    about: 'authority',
    summary: 'Put a draft in force: refused with everything that is still open; unchangeable after',
    params,
    versioned: true,
    body: z.object({ inForceFrom: isoDate }),
    reply: frameworkView,
  }),
  file: route({
    method: 'GET',
    path: `${one}/file`,
    act: 'readFrameworks',
    about: 'authority',
    summary: 'The framework as parindex/framework@1',
    params,
    reply: 'file',
  }),
  source: route({
    method: 'GET',
    path: `${one}/source`,
    act: 'readFrameworks',
    about: 'authority',
    summary: 'The file that was uploaded, byte for byte',
    params,
    reply: 'file',
  }),
}
