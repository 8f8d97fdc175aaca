import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { type DestinationStream, pino } from 'pino'
import type { LogLevel } from '../settings/settings.ts'
import { readableLine } from './readable-line.ts'

/** Method and path; what stands behind `?` (searched names) and the address of the person stay out of the log. */
const requestFacts = (request: FastifyRequest): Record<string, unknown> => ({ method: request.method, path: request.url.split('?', 1)[0] })

const replyFacts = (reply: FastifyReply): Record<string, unknown> => ({
  status: reply.statusCode,
  ...(reply.request === undefined ? {} : requestFacts(reply.request)),
})

const kept = ['code', 'table', 'column', 'constraint', 'routine'] as const

/** An error without the values that PostgreSQL repeats in its message (`invalid input syntax: "Nguyễn …"`) and its details. */
const errorFacts = (error: Error): Record<string, unknown> => {
  const own = error as Error & Readonly<Record<string, unknown>>
  const fromDatabase = typeof own['severity'] === 'string' && typeof own['routine'] === 'string'
  const facts = Object.fromEntries(kept.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]])))
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return {
    type: error.name,
    message: fromDatabase ? error.message.replaceAll(/: ".*/gs, '') : error.message,
    ...facts,
    stack: frames.join('\n'),
  }
}

export interface LogOptions {
  readonly level: LogLevel
  /** Lines for a person at a terminal instead of JSON for a machine. */
  readonly isReadable: boolean
  readonly write: (line: string) => void
}

/** The log of the whole process: one JSON object per line, requests by their id, nothing about persons. */
export const createLog = ({ level, isReadable, write }: LogOptions): FastifyBaseLogger => {
  const destination: DestinationStream = { write: isReadable ? (line) => write(readableLine(line)) : write }
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { req: requestFacts, res: replyFacts, err: errorFacts },
    },
    destination,
  )
}
