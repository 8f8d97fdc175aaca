import type { FastifyInstance } from 'fastify'
import { errorAt } from './core/problem.ts'
import { accept, refuse, type Result } from './core/result.ts'

/** How many ports are tried after the usual one. */
const furtherPorts = 20

const tryPort = async (app: FastifyInstance, host: string, port: number): Promise<boolean> => {
  try {
    await app.listen({ host, port })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false
    throw error
  }
}

const usedPort = (app: FastifyInstance): number => {
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

interface Wish {
  readonly host: string
  readonly port: number
  readonly portIsChosen: boolean
}

/** Listens where it was told to, or on the next free port where nobody chose one. Returns the port. */
export const listen = async (app: FastifyInstance, { host, port, portIsChosen }: Wish): Promise<Result<number>> => {
  const last = portIsChosen ? port : port + furtherPorts
  for (let candidate = port; candidate <= last; candidate += 1) {
    if (await tryPort(app, host, candidate)) return accept(usedPort(app))
  }
  return refuse(errorAt('portTaken', 'PORT', { port }))
}
