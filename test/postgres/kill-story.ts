import { setTimeout as pause } from 'node:timers/promises'
import { end, hold, type Holder, query, serverPid, urlsOf } from './hold.ts'

export interface KillCount {
  readonly kills: number
  readonly acknowledged: number
  readonly lost: number
}

export type Victims = 'process' | 'server' | 'both'
export const victims: readonly Victims[] = ['process', 'server', 'both']

const kill = async (which: Victims, holder: Holder, dataDir: string): Promise<void> => {
  const pid = await serverPid(dataDir)
  if (which !== 'process' && pid !== undefined) process.kill(pid, 'SIGKILL')
  // Killed alone, the server comes back under the process, which writes on for a while.
  if (which === 'server') await pause(400)
  await end(holder.process, 'SIGKILL')
}

/** Rows that a process was told are safe, gathered until it is killed in the midst of writing. */
const writeAndKill = async (dataDir: string, round: number, acknowledged: Set<string>): Promise<void> => {
  const holder = await hold(dataDir, { writes: true })
  urlsOf(holder)
  const closed = new Promise((done) => holder.lines.once('close', done))
  holder.lines.on('line', (line) => acknowledged.add(line))
  const before = acknowledged.size
  while (acknowledged.size < before + 20) await pause(10)
  await pause((round * 137) % 400)
  await kill(victims[round % victims.length] ?? 'both', holder, dataDir)
  await closed
}

/** Kills process, server or both again and again while rows are written, and counts acknowledged rows that are not there at the end. */
export const tellKillStory = async (dataDir: string, kills: number): Promise<KillCount> => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < kills; round += 1) await writeAndKill(dataDir, round, acknowledged)
  const holder = await hold(dataDir)
  const rows = await query<{ id: string }>(urlsOf(holder).ownerUrl, 'select id from kept')
  await end(holder.process, 'SIGTERM')
  const kept = new Set(rows.map((each) => each.id))
  return { kills, acknowledged: acknowledged.size, lost: [...acknowledged].filter((id) => !kept.has(id)).length }
}
