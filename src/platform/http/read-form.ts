import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { RouteContract } from '../../contract/route.ts'
import { errorAt, type Problem } from '../../core/problem.ts'

/** A file whose bytes are still on their way; the stream must be read to its end. */
export interface ArrivingFile {
  readonly fileName: string
  readonly stream: Readable
  /** Reads on behind the file, once it was read to its end: a second file is told. */
  readonly readRest: () => Promise<readonly Problem[]>
}

export interface Form {
  readonly arriving?: ArrivingFile
  readonly fields: Readonly<Record<string, string>>
}

/** Longer names are cut; file systems take no longer ones either. */
const longestFileName = 255

/** A name that can be shown and sent back: without controls, marks of direction and half letters. Empty where none came, whatever the type says. */
export const fileNameOf = (sent: string | undefined): string =>
  [...(sent ?? '').normalize('NFC').replace(/\p{C}/gu, '')].slice(0, longestFileName).join('')

/** The head of a file, with the first letter behind its quoted name: the closing quote, or a line break. */
const fileHead = /content-disposition:[^\r\n]*;\s*filename\*?=(?:"[^"\r\n]*(["\r\n]))?/i
const longestHead = 1000

interface Watch {
  readonly stop: () => void
  /** The head of a file was seen, and whether its name breaks the line. */
  readonly seen: () => { readonly breaks: boolean } | undefined
}

/** The reader of forms passes over a file whose name breaks the line, or cuts the name there, and says nothing; so the bytes are looked at until a file comes. */
const watchForFile = (stream: Readable): Watch => {
  let seen: { readonly breaks: boolean } | undefined
  let before = ''
  const look = (chunk: Buffer): void => {
    if (seen) return
    const text = before + chunk.toString('latin1')
    const head = fileHead.exec(text)
    if (head) seen = { breaks: head[1] === '\r' || head[1] === '\n' }
    before = text.slice(-longestHead)
  }
  stream.on('data', look)
  return { seen: () => seen, stop: () => stream.off('data', look) }
}

type Parts = ReturnType<FastifyRequest['parts']>

const isSecondFile = (error: unknown): boolean => (error as { readonly code?: string }).code === 'FST_FILES_LIMIT'

const readRest = async (parts: Parts): Promise<readonly Problem[]> => {
  try {
    for (let next = await parts.next(); !next.done; next = await parts.next());
    return []
  } catch (error) {
    if (isSecondFile(error)) return [errorAt('oneFileOnly', 'file', {})]
    throw error
  }
}

/** Reads the text fields up to the first file, whose content comes later. */
const readParts = async (parts: Parts): Promise<Form> => {
  const fields: Record<string, string> = {}
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'file')
      return { fields, arriving: { fileName: fileNameOf(part.filename), stream: part.file, readRest: () => readRest(parts) } }
    if (typeof part.value === 'string') fields[part.fieldname] = part.value
  }
  return { fields }
}

/** What the reader of forms throws without a status of its own is a form that it cannot read: no boundary, no end. */
const asUnreadable = (error: Error & { statusCode?: number }): never => {
  throw Object.assign(error, { statusCode: error.statusCode ?? 400 })
}

const missing = (nameBreaks: boolean): Problem =>
  nameBreaks ? errorAt('badFileName', 'file', {}) : errorAt('missingField', 'file', { field: 'file' })

/** The form of a route with an upload: its fields, and the file that begins to come. */
export const readForm = async ({ upload }: RouteContract, request: FastifyRequest, problems: Problem[]): Promise<Form> => {
  if (!upload) return { fields: {} }
  if (!request.isMultipart()) {
    if (!upload.optional) problems.push(missing(false))
    return { fields: {} }
  }
  const watch = watchForFile(request.raw)
  const form = await readParts(request.parts({ limits: { fileSize: upload.maxBytes, files: 1 } })).catch(asUnreadable)
  watch.stop()
  const head = watch.seen()
  const nameBreaks = head !== undefined && (head.breaks || !form.arriving)
  if (nameBreaks || (!form.arriving && !upload.optional)) problems.push(missing(nameBreaks))
  return form
}
