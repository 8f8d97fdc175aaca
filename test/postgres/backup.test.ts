import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/platform/database/database.ts'
import { createTestAuthority } from '../authority.ts'
import { createSmallCycle } from '../small-cycle.ts'
import { end } from './hold.ts'
import { type Acknowledged, countKept, savesOf, saveUntilGone, serve, signIn } from './saving-story.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { speaker } from './upload-story.ts'

const secret = 'bi-mat-cua-phep-thu-nghiem-0123456789'
const program = join(import.meta.dirname, '../../bin/parindex')

/** The command line as an administrator types it, beside the running server. */
const parindex = async (...words: readonly string[]): Promise<{ readonly status: number; readonly value: Record<string, unknown> }> => {
  // The test runner sets an address of its own.
  const environment = { ...process.env, SESSION_SECRET: secret, BASE_URL: '' }
  const run = promisify(execFile)(process.execPath, [program, ...words, '--json'], { env: environment, maxBuffer: 1e8 })
  return run.then(
    ({ stdout }) => ({ status: 0, value: JSON.parse(stdout) }),
    (error: { code: number; stdout: string }) => ({ status: error.code, value: JSON.parse(error.stdout) }),
  )
}
const reasons = ({ value }: { readonly value: Record<string, unknown> }): readonly string[] =>
  (value['problems'] as readonly { readonly reason: string }[]).map(({ reason }) => reason)

const content = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'
const uploadEvidence = async (address: string, unitId: string): Promise<void> => {
  const person = await speaker(address, unitId)
  const { id } = await person.begin(content.length)
  await person.part(id, 0, Buffer.from(content))
  expect((await person.add(id)).status).toBeLessThan(300)
}

it('backs up while scores are saved, and restores all that was said to be saved before, with files and a whole log', async () => {
  const folder = await temporaryFolder()
  const [dataDir, backup, restored] = [join(folder, 'data'), join(folder, 'backup'), join(folder, 'restored')]
  const serving = await serve(dataDir)
  const owner = openDatabase({ connectionString: serving.ownerUrl, max: 1 })
  const { cycleId, units } = await createSmallCycle(owner, await createTestAuthority(owner))
  const unitId = units[0]?.id ?? ''
  await owner.destroy()
  const cookie = await signIn(serving.address)
  await uploadEvidence(serving.address, unitId)
  const acknowledged: Acknowledged = new Map()
  const sheet = `${serving.address}/api/cycles/${cycleId}/units/${unitId}/self-assessment`
  const saving = ['1.1', '1.3', '2.2'].map((nodeId) => saveUntilGone(sheet, cookie, nodeId, acknowledged).catch(() => undefined))
  while (savesOf(acknowledged) < 12) await pause(10)
  const before = new Map(acknowledged)

  expect(await parindex('backup', backup, '--data', dataDir)).toMatchObject({ status: 0, value: { files: 1 } })
  expect(savesOf(acknowledged)).toBeGreaterThan(savesOf(before))
  expect(reasons(await parindex('backup', backup, '--data', dataDir))).toEqual(['folderNotEmpty'])
  await end(serving.process, 'SIGTERM')
  await Promise.all(saving)

  const done = await parindex('restore', backup, '--data', restored)
  expect(done).toMatchObject({ status: 0, value: { files: 1, logs: [{ problems: [] }] } })
  expect(reasons(await parindex('restore', backup, '--data', restored))).toEqual(['folderNotEmpty'])

  const again = await serve(restored)
  expect(await countKept(again.ownerUrl, before)).toMatchObject({ lost: 0, totalIsOffBy: 0, unlogged: 0 })
  const officer = await signIn(again.address)
  const register = await fetch(`${again.address}/api/units/${unitId}/evidence`, { headers: { cookie: officer } })
  const [document] = ((await register.json()) as { evidence: { id: string }[] }).evidence
  const file = await fetch(`${again.address}/api/units/${unitId}/evidence/${document?.id}/file`, { headers: { cookie: officer } })
  expect(await file.text()).toBe(content)
  // Life goes on: numbers given by the database continue where they were.
  const url = sheet.replace(serving.address, again.address)
  const { claims } = (await (await fetch(url, { headers: { cookie: officer } })).json()) as {
    claims: { nodeId: string; version: number }[]
  }
  const version = claims.find(({ nodeId }) => nodeId === '1.1')?.version
  const body = JSON.stringify({ claims: [{ nodeId: '1.1', version, status: 'scored', points: '2' }] })
  const headers = { cookie: officer, 'content-type': 'application/json' }
  expect((await fetch(`${url}/scores`, { method: 'PATCH', headers, body })).status).toBe(200)
  await end(again.process, 'SIGTERM')
  expect(await parindex('audit', 'verify', '--data', restored)).toMatchObject({ status: 0, value: { holds: true } })
})

it('does not put back what is damaged or incomplete, and touches nothing then', async () => {
  const folder = await temporaryFolder()
  const [dataDir, backup] = [join(folder, 'data'), join(folder, 'backup')]
  const serving = await serve(dataDir)
  const owner = openDatabase({ connectionString: serving.ownerUrl, max: 1 })
  await createSmallCycle(owner, await createTestAuthority(owner))
  await owner.destroy()
  await end(serving.process, 'SIGTERM')
  expect((await parindex('backup', backup, '--data', dataDir)).status).toBe(0)
  const table = join(backup, 'tables/score.copy.gz')
  const bytes = await readFile(table)
  await writeFile(
    table,
    bytes.map((byte, place) => (place === 12 ? byte ^ 1 : byte)),
  )
  const broken = await parindex('restore', backup, '--data', join(folder, 'restored'))
  expect([broken.status, reasons(broken)]).toEqual([1, ['damaged']])
  await expect(readFile(join(folder, 'restored/secret.key'))).rejects.toThrow('ENOENT')
  await mkdir(join(folder, 'empty'))
  expect(reasons(await parindex('restore', join(folder, 'empty'), '--data', join(folder, 'restored')))).toEqual(['notABackup'])
})
