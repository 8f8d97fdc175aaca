import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { callerOf } from '../../../test/call.ts'
import { sessionRoutes } from './contract.ts'

const client = { clientId: 'parindex', clientSecret: 'bi-mat-cua-ung-dung-thu-nghiem' }
const baseUrl = new URL('http://localhost:3999/')

let application: TestApplication
let server: Server
let issuer: string

/** A real provider whose accounts sign in by their name; the password is not its point here. */
const startProvider = async (): Promise<void> => {
  server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [new URL('/api/single-sign-on/return', baseUrl).href],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: sub.replace(/^id-/, '') }) }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['khoa'] },
  })
  server.on('request', provider.callback())
}

beforeAll(async () => {
  await startProvider()
  application = await startTestApplication({
    singleSignOn: { ...client, issuer: new URL(issuer), claim: 'preferred_username', label: 'Đăng nhập tỉnh', baseUrl },
  })
})
afterAll(() => {
  server.close()
})

/** A browser as far as redirects, cookies and the provider's two forms need one. */
const signInAtProvider = async (address: string, account: string): Promise<string> => {
  const jar = new Map<string, string>()
  let next = address
  let form: string | undefined
  for (let step = 0; step < 12; step += 1) {
    if (next.startsWith(baseUrl.href)) return next
    const reply = await fetch(next, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map((pair) => pair.join('=')).join('; '),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { method: 'POST', body: form }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = reply.headers.get('location')
    if (location) {
      ;[next, form] = [new URL(location, next).href, undefined]
      continue
    }
    const page = await reply.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (!prompt || !action) throw new Error(page)
    ;[next, form] = [new URL(action, next).href, prompt === 'login' ? `prompt=login&login=${account}&password=x` : 'prompt=consent']
  }
  throw new Error('the provider leads nowhere')
}

const leave = async () => {
  const left = await application.app.inject('/api/single-sign-on?ve=/tu-danh-gia')
  const state = left.cookies[0]
  return { address: String(left.headers.location), cookie: `${state?.name}=${state?.value}` }
}
const comeBack = (address: string, cookie: string) => {
  const { pathname, search } = new URL(address)
  return application.app.inject({ url: pathname + search, headers: { cookie } })
}
const signInAs = async (account: string) => {
  const { address, cookie } = await leave()
  return comeBack(await signInAtProvider(address, account), cookie)
}

describe('single sign-on with a real provider', () => {
  it('is offered on the sign-in page', async () => {
    expect((await application.call(sessionRoutes.welcome)).value.singleSignOn).toBe('Đăng nhập tỉnh')
  })

  it('signs in whoever has an account here, and leads back to where one wanted to go', async () => {
    const back = await signInAs('id-leader')
    expect(back.body).toContain('url=/tu-danh-gia')
    const session = back.cookies.find(({ name }) => name === 'parindex_session')
    const person = callerOf(application.app, `${session?.name}=${session?.value}`)
    expect((await person(sessionRoutes.ownSession)).value.grants).toEqual([{ role: 'leader' }])
    expect((await person(sessionRoutes.sessions)).value.sessions[0]?.by).toBe('singleSignOn')
  })

  it('knows the account again when the name here has changed', async () => {
    await application.owner.updateTable('person').set({ sign_in_name: 'lanh-dao' }).where('sign_in_name', '=', 'leader').execute()
    expect((await signInAs('id-leader')).cookies.some(({ name }) => name === 'parindex_session')).toBe(true)
  })

  it('gives a person’s name to one account alone', async () => {
    await signInAs('id-inspector')
    expect((await signInAs('inspector')).body).toContain('loi=noAccount')
  })

  it('adds nobody, and lets nobody in who was switched off', async () => {
    expect((await signInAs('id-ke-la')).body).toContain('loi=noAccount')
    await application.owner.updateTable('person').set({ active: false }).where('sign_in_name', '=', 'methodowner').execute()
    expect((await signInAs('id-methodowner')).body).toContain('loi=noAccount')
  })

  it('takes an answer once, from the browser that left, and none that is made up', async () => {
    const { address, cookie } = await leave()
    const answer = await signInAtProvider(address, 'id-appraiser')
    expect((await comeBack(answer, '')).body).toContain('loi=expired')
    expect((await comeBack(answer, cookie)).cookies.some(({ name }) => name === 'parindex_session')).toBe(true)
    expect((await comeBack(answer, cookie)).body).toContain('loi=expired')
    const other = await leave()
    const forged = `${baseUrl.href}api/single-sign-on/return?code=gia&state=gia`
    expect((await comeBack(forged, other.cookie)).body).toContain('loi=refused')
  })

  it('leads nowhere but back to this site', async () => {
    const left = await application.app.inject('/api/single-sign-on?ve=https://noi-khac.example/')
    const state = left.cookies[0]
    const answer = await signInAtProvider(String(left.headers.location), 'id-appraiser')
    expect((await comeBack(answer, `${state?.name}=${state?.value}`)).body).toContain('url=/"')
  })
})
