import type { z } from 'zod'
import type { Result } from '../../core/result.ts'
import type { ActContext } from '../database/transaction.ts'

/** A kind of work, said once: its name in the table and the shape of what it is given. */
export interface JobKind<Payload = unknown> {
  readonly kind: string
  readonly payload: z.ZodType<Payload>
  /** Tries in all, where a try ends by a bug or with its process; a refusal ends the job at once. */
  readonly attempts?: number
  /** For every authority, again and again, so many seconds after it was last done. Such a job is given an empty payload. */
  readonly everySeconds?: number
}

/** What a job works with. */
export interface JobWork {
  readonly jobId: string
  /**
   * Runs one act in its own transaction, as whoever asked for the job; the lease is checked in it, so that a job that was cancelled or handed to
   * another node changes nothing any more. A job may be run again from the start: its acts have to find what they did before.
   */
  readonly act: <T>(act: (context: ActContext) => Promise<Result<T>>) => Promise<Result<T>>
  /** Tells how far the work is, between two acts; whoever asked sees it. */
  readonly tell: (done: number, whole: number) => Promise<void>
  readonly filesDir: string
}

/** A kind of job with the function that does it; gives what the asker is told at the end. */
export interface Job {
  readonly kind: JobKind
  readonly run: (payload: unknown, work: JobWork) => Promise<Result<unknown>>
}

/** Binds a kind to its work. The types of both must agree; the table of jobs then forgets them. */
export const bindJob = <Payload>(kind: JobKind<Payload>, run: (payload: Payload, work: JobWork) => Promise<Result<unknown>>): Job => ({
  kind,
  run: run as Job['run'],
})
