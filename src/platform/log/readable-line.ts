import { z } from 'zod'

const entry = z.looseObject({
  level: z.string(),
  time: z.string(),
  msg: z.string().default(''),
  reqId: z.string().optional(),
  res: z.object({ status: z.number(), method: z.string().optional(), path: z.string().optional() }).optional(),
  responseTime: z.number().optional(),
  err: z.looseObject({ message: z.string(), stack: z.string().default('') }).optional(),
})

const marks: Readonly<Record<string, string>> = { warn: '! ', error: '!!', fatal: '!!' }

/** One line of the log as a person reads it: time, what, how long; an error with its place. Lines that only open a request are left out. */
export const readableLine = (line: string): string => {
  const parsed = entry.safeParse(JSON.parse(line))
  if (!parsed.success) return line
  const { level, time, msg, reqId, res, responseTime, err } = parsed.data
  if (msg === 'incoming request') return ''
  const clock = new Date(time).toTimeString().slice(0, 8)
  const what = res === undefined ? msg : `${res.method ?? ''} ${res.path ?? ''} ${res.status} ${Math.round(responseTime ?? 0)} ms`
  const failure = err === undefined ? '' : `: ${err.message} [${reqId ?? ''}]\n${err.stack}`
  return `${clock} ${marks[level] ?? '  '} ${what}${failure}\n`
}
