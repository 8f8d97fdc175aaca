import { createHash, randomBytes } from 'node:crypto'
import { openDatabase } from '../../src/platform/database/database.ts'
import { createTestAuthority } from '../authority.ts'
import { end } from './hold.ts'
import { serve, signIn } from './saving-story.ts'

const partBytes = 64 * 1024

interface Upload {
  readonly id: string
  readonly received: number
}

/** A person who speaks to the server at `address`, as long as it is there. */
export const speaker = async (address: string, unitId: string) => {
  const cookie = await signIn(address)
  const unit = `${address}/api/units/${unitId}`
  const asJson = { cookie, 'content-type': 'application/json' }
  return {
    begin: async (size: number): Promise<Upload> => {
      const body = JSON.stringify({ fileName: 'anh.png', size, fingerprint: 'anh', secrecy: 'open' })
      return (await (await fetch(`${unit}/uploads`, { method: 'POST', headers: asJson, body })).json()) as Upload
    },
    part: async (uploadId: string, offset: number, bytes: Buffer): Promise<number> => {
      const form = new FormData()
      form.set('offset', String(offset))
      form.set('file', new File([new Uint8Array(bytes)], 'phan'))
      const reply = await fetch(`${unit}/uploads/${uploadId}`, { method: 'PUT', headers: { cookie }, body: form })
      if (reply.status !== 200) throw new Error(await reply.text())
      return ((await reply.json()) as Upload).received
    },
    add: (uploadId: string) =>
      fetch(`${unit}/evidence`, { method: 'POST', headers: asJson, body: JSON.stringify({ secrecy: 'open', title: 'Ảnh', uploadId }) }),
    register: async () => (await (await fetch(`${unit}/evidence`, { headers: { cookie } })).json()) as { total: number },
    file: async (evidenceId: string) =>
      Buffer.from(await (await fetch(`${unit}/evidence/${evidenceId}/file`, { headers: { cookie } })).arrayBuffer()),
  }
}

export interface UploadCount {
  readonly kills: number
  /** Bytes that were acknowledged and had to be sent again. */
  readonly lost: number
  /** Documents that were shown, or taken, before the whole file was there. */
  readonly half: number
  readonly isWhole: boolean
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Kills the application again and again while a file comes in; then lets it come to its end. */
export const tellUploadStory = async (dataDir: string, kills: number): Promise<UploadCount> => {
  const first = await serve(dataDir)
  const owner = openDatabase({ connectionString: first.ownerUrl, max: 1 })
  const { departments } = await createTestAuthority(owner)
  await owner.destroy()
  await end(first.process, 'SIGTERM')
  const bytes = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(partBytes * 6 * (kills + 1))])
  let [acknowledged, lost, half] = [0, 0, 0]
  for (let round = 0; ; round += 1) {
    const serving = await serve(dataDir)
    const person = await speaker(serving.address, departments[0].id)
    const { id, received } = await person.begin(bytes.length)
    lost += Math.max(0, acknowledged - received)
    acknowledged = received
    const send = async (): Promise<void> => {
      acknowledged = await person.part(id, acknowledged, bytes.subarray(acknowledged, acknowledged + partBytes))
    }
    if (round === kills) {
      while (acknowledged < bytes.length) await send()
      const { evidence } = (await (await person.add(id)).json()) as { evidence: { id: string } }
      const isWhole = hashOf(await person.file(evidence.id)) === hashOf(bytes)
      await end(serving.process, 'SIGTERM')
      return { kills, lost, half, isWhole }
    }
    for (let sent = 0; sent < 4; sent += 1) await send()
    half += (await person.register()).total + ((await person.add(id)).status === 200 ? 1 : 0)
    // Killed with a part on its way.
    const last = send().catch(() => undefined)
    await end(serving.process, 'SIGKILL')
    await last
  }
}
