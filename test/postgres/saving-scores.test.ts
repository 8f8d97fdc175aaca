import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/platform/database/database.ts'
import { createTestAuthority, testPassword } from '../authority.ts'
import { createSmallCycle } from '../small-cycle.ts'
import { end, serverPid } from './hold.ts'
import { temporaryFolder } from './temporary-folder.ts'

interface Serving {
  readonly process: ChildProcess
  readonly ownerUrl: string
  readonly address: string
}

const serve = async (dataDir: string): Promise<Serving> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'application-holder.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { process: child, ...(JSON.parse(line) as { ownerUrl: string; address: string }) }
}

/** Version and points of each leaf, as the server said that they are saved. */
type Acknowledged = Map<string, { readonly version: number; readonly points: string }>

const signIn = async (address: string): Promise<string> => {
  const reply = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'unitofficer.so-1', password: testPassword }),
  })
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Goes on saving one leaf until the server is gone; what the last request did is unknown, as it is to the officer. */
const saveUntilGone = async (url: string, cookie: string, nodeId: string, acknowledged: Acknowledged): Promise<void> => {
  const sheet = await fetch(url, { headers: { cookie } }).then(
    (reply) => reply.json() as Promise<{ claims: { nodeId: string; version: number }[] }>,
  )
  let version = sheet.claims.find((claim) => claim.nodeId === nodeId)?.version ?? 0
  for (;;) {
    const points = `${(version % 10) / 10}`
    const body = JSON.stringify({ claims: [{ nodeId, version, status: 'scored', points }] })
    const reply = await fetch(`${url}/scores`, { method: 'PATCH', headers: { cookie, 'content-type': 'application/json' }, body })
    if (reply.status !== 200) return
    version += 1
    acknowledged.set(nodeId, { version, points })
  }
}

it('loses no score that was said to be saved when server, database or both are killed, and totals agree with the scores', async () => {
  const dataDir = await temporaryFolder()
  const acknowledged: Acknowledged = new Map()
  let serving = await serve(dataDir)
  const owner = openDatabase({ connectionString: serving.ownerUrl, max: 1 })
  const { cycleId, units } = await createSmallCycle(owner, await createTestAuthority(owner))
  await owner.destroy()
  let saves = 0
  for (const victim of ['process', 'server', 'both'] as const) {
    const cookie = await signIn(serving.address)
    const url = `${serving.address}/api/cycles/${cycleId}/units/${units[0]?.id}/self-assessment`
    const saving = ['1.1', '1.3', '2.2'].map((nodeId) => saveUntilGone(url, cookie, nodeId, acknowledged).catch(() => undefined))
    await pause(700)
    const pid = await serverPid(dataDir)
    if (victim !== 'process' && pid !== undefined) process.kill(pid, 'SIGKILL')
    await end(serving.process, 'SIGKILL')
    await Promise.all(saving)
    saves += [...acknowledged.values()].reduce((sum, { version }) => sum + version, 0)
    serving = await serve(dataDir)
  }
  const after = openDatabase({ connectionString: serving.ownerUrl, max: 1 })
  const scores = await after.selectFrom('score').select(['node_id', 'version', 'points']).execute()
  const total = await after.selectFrom('unit_total').select('points').where('node_id', '=', '').executeTakeFirstOrThrow()
  const logged = await after.selectFrom('action').select('id').where('kind', '=', 'scoreChanged').execute()
  await after.destroy()
  await end(serving.process, 'SIGTERM')
  expect(saves).toBeGreaterThan(30)
  for (const [nodeId, { version, points }] of acknowledged) {
    const kept = scores.find(({ node_id }) => node_id === nodeId)
    expect(kept?.version, nodeId).toBeGreaterThanOrEqual(version)
    if (kept?.version === version) expect(Number(kept.points)).toBe(Number(points))
  }
  expect(Number(total.points)).toBeCloseTo(
    scores.reduce((sum, { points }) => sum + Number(points), 0),
    4,
  )
  expect(logged).toHaveLength(scores.reduce((sum, { version }) => sum + version, 0))
})
