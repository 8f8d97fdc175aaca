import { beforeAll, describe, expect, it } from 'vitest'
import { startNode, signInOn } from '../../../test/application.ts'
import { createTestDatabase } from '../../../test/database.ts'
import { callerOf } from '../../../test/call.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { sessionRoutes } from '../session/contract.ts'
import { foundAuthority } from './found-authority.ts'

const founding = { authority: 'UBND tỉnh Thật', person: 'Người quản trị', signInName: ' Quan-Tri ', timeZone: 'Asia/Ho_Chi_Minh' }

let urls: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  urls = await createTestDatabase()
})

describe('an installation where nobody is yet', () => {
  it('gets its authority and first administrator, who signs in with a one-time password and must choose another', async () => {
    const owner = openDatabase({ connectionString: urls.ownerUrl, max: 2 })
    const founded = await foundAuthority(owner, founding)
    const again = await foundAuthority(owner, founding)
    await owner.destroy()
    if (!founded.ok) throw new Error(JSON.stringify(founded.problems))
    expect(again.ok).toBe(false)
    const { app } = await startNode({ applicationUrl: urls.applicationUrl, filesDir: '/tmp/parindex-found' })
    const body = { signInName: founded.value.signInName, password: founded.value.password }
    const session = await callerOf(app)(sessionRoutes.signIn, { body })
    expect(session.value).toMatchObject({
      mustChangePassword: true,
      authority: { name: 'UBND tỉnh Thật' },
      grants: [{ role: 'administrator' }],
    })
    await expect(signInOn(app, 'quan-tri')).rejects.toThrow()
  })

  it('names everything that is missing at once', async () => {
    const owner = openDatabase({ connectionString: urls.ownerUrl, max: 1 })
    const refused = await foundAuthority(owner, { ...founding, authority: ' ', person: '' })
    await owner.destroy()
    expect(!refused.ok && refused.problems.map(({ at }) => at)).toEqual(['authority', 'person'])
  })
})
