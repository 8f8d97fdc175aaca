import type { FastifyReply } from 'fastify'
import type { RouteContract } from '../../contract/route.ts'
import { trueName } from '../files/true-name.ts'
import type { FileReply } from './request.ts'

const disposition = ({ fileName, mediaType, inline }: FileReply): string => {
  const name = trueName(fileName, mediaType)
  return `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

const hasVersion = (value: unknown): value is { readonly version: number } =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number'

/** Answers with a file in which nothing runs, whatever it holds. */
export const sendFile = (reply: FastifyReply, file: FileReply): FastifyReply =>
  reply
    .header('content-disposition', disposition(file))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    .type(file.mediaType)
    .send(file.content)

/** Answers with JSON, a file or nothing, as the contract says; a versioned value carries its version as ETag too. */
export const sendValue = (reply: FastifyReply, contract: RouteContract, value: unknown): FastifyReply => {
  // Whoever uses the computer after, or a proxy between, keeps nothing.
  reply.header('cache-control', 'no-store')
  if (contract.reply === 'nothing') return reply.code(204).send()
  if (contract.reply === 'file') return sendFile(reply, value as FileReply)
  if (hasVersion(value)) reply.header('etag', `"${value.version}"`)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(value))
}
