import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/platform/database/database.ts'
import { createTestAuthority, testPassword } from '../authority.ts'
import { createSmallCycle } from '../small-cycle.ts'
import { end, serverPid } from './hold.ts'
import { type Victims, victims } from './kill-story.ts'

interface Serving {
  readonly process: ChildProcess
  readonly ownerUrl: string
  readonly address: string
}

export const serve = async (dataDir: string): Promise<Serving> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'application-holder.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as [unknown]
  if (typeof line !== 'string') throw new Error('the application did not start')
  return { process: child, ...(JSON.parse(line) as { ownerUrl: string; address: string }) }
}

/** Version and points of each leaf, as the server said that they are saved. */
export type Acknowledged = Map<string, { readonly version: number; readonly points: string }>

export const signIn = async (address: string): Promise<string> => {
  const reply = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'unitofficer.so-1', password: testPassword }),
  })
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Goes on saving one leaf until the server is gone; what the last request did is unknown, as it is to the officer. */
export const saveUntilGone = async (url: string, cookie: string, nodeId: string, acknowledged: Acknowledged): Promise<void> => {
  const sheet = await fetch(url, { headers: { cookie } })
  const { claims } = (await sheet.json()) as { claims: { nodeId: string; version: number }[] }
  let version = claims.find((claim) => claim.nodeId === nodeId)?.version ?? 0
  for (;;) {
    const points = `${(version % 10) / 10}`
    const body = JSON.stringify({ claims: [{ nodeId, version, status: 'scored', points }] })
    const reply = await fetch(`${url}/scores`, { method: 'PATCH', headers: { cookie, 'content-type': 'application/json' }, body })
    if (reply.status !== 200) return
    version += 1
    acknowledged.set(nodeId, { version, points })
  }
}

const kill = async (which: Victims, serving: Serving, dataDir: string): Promise<void> => {
  const pid = await serverPid(dataDir)
  if (which !== 'process' && pid !== undefined) process.kill(pid, 'SIGKILL')
  await end(serving.process, 'SIGKILL')
}

export const savesOf = (acknowledged: Acknowledged): number => [...acknowledged.values()].reduce((sum, { version }) => sum + version, 0)

/** Three leaves are saved at once, again and again, until application, database or both are killed in the midst of it. */
const saveAndKill = async (dataDir: string, sheet: string, round: number, acknowledged: Acknowledged): Promise<void> => {
  const serving = await serve(dataDir)
  const cookie = await signIn(serving.address)
  const url = `${serving.address}${sheet}`
  const saving = ['1.1', '1.3', '2.2'].map((nodeId) => saveUntilGone(url, cookie, nodeId, acknowledged).catch(() => undefined))
  const before = savesOf(acknowledged)
  let isRefused = false
  void Promise.all(saving).then(() => (isRefused = true))
  while (!isRefused && savesOf(acknowledged) < before + 9) await pause(10)
  await pause((round * 37) % 100)
  await kill(victims[round % victims.length] ?? 'both', serving, dataDir)
  await Promise.all(saving)
}

export interface SavingCount {
  readonly kills: number
  /** Saves that the application acknowledged. */
  readonly saves: number
  /** Acknowledged scores that are older or other than what was acknowledged. */
  readonly lost: number
  /** By how many points the kept total is away from the sum of the scores. */
  readonly totalIsOffBy: number
  /** Changes of a score without their line in the log, or lines without their change. */
  readonly unlogged: number
}

export const countKept = async (ownerUrl: string, acknowledged: Acknowledged): Promise<Omit<SavingCount, 'kills'>> => {
  const database = openDatabase({ connectionString: ownerUrl, max: 1 })
  const scores = await database.selectFrom('score').select(['node_id', 'version', 'points']).execute()
  const total = await database.selectFrom('unit_total').select('points').executeTakeFirstOrThrow()
  const logged = await database.selectFrom('action').select('id').where('kind', '=', 'scoreChanged').execute()
  await database.destroy()
  const isLost = ([nodeId, { version, points }]: [string, { version: number; points: string }]): boolean => {
    const kept = scores.find(({ node_id }) => node_id === nodeId)
    // One save more may have come through without its answer.
    return !kept || kept.version < version || (kept.version === version && Number(kept.points) !== Number(points))
  }
  const tenThousandths = (points: unknown): number => Math.round(Number(points) * 10_000)
  return {
    saves: savesOf(acknowledged),
    lost: [...acknowledged].filter(isLost).length,
    totalIsOffBy: (tenThousandths(total.points) - scores.reduce((sum, { points }) => sum + tenThousandths(points), 0)) / 10_000,
    unlogged: scores.reduce((sum, { version }) => sum + version, 0) - logged.length,
  }
}

/** Kills application, database or both again and again while scores are saved over HTTP, and counts what is not as it was said to be. */
export const tellSavingStory = async (dataDir: string, kills: number): Promise<SavingCount> => {
  const first = await serve(dataDir)
  const owner = openDatabase({ connectionString: first.ownerUrl, max: 1 })
  const { cycleId, units } = await createSmallCycle(owner, await createTestAuthority(owner))
  await owner.destroy()
  await end(first.process, 'SIGTERM')
  const sheet = `/api/cycles/${cycleId}/units/${units[0]?.id}/self-assessment`
  const acknowledged: Acknowledged = new Map()
  for (let round = 0; round < kills; round += 1) await saveAndKill(dataDir, sheet, round, acknowledged)
  const last = await serve(dataDir)
  const kept = await countKept(last.ownerUrl, acknowledged)
  await end(last.process, 'SIGTERM')
  return { kills, ...kept }
}
