import { join } from 'node:path'
import compress from '@fastify/compress'
import Fastify from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { buildPages } from '../scripts/pages.mjs'
import { sessionRoutes } from '../src/features/session/contract.ts'
import { homeRoutes } from '../src/features/home/contract.ts'
import { servePages } from '../src/platform/http/serve-pages.ts'
import { openBrowser } from '../test/browser/open-browser.ts'
import { milliseconds, printRow } from './measure.ts'

/** The promise: the entry page paints within 1.5 s on a processor slowed four times and a line of 1.6 Mbit/s. */
const slow = { slowedCpu: 4, bytesPerSecond: 1_600_000 / 8, latency: 150 } as const
const rounds = 5

const plainest = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Đăng nhập</title><h1>Đăng nhập</h1>'

const serve = async (): Promise<{ address: string; stop: () => Promise<void> }> => {
  const app = Fastify()
  await app.register(compress, { threshold: 1024 })
  app.get('/plainest', (_request, reply) => reply.type('text/html; charset=utf-8').send(plainest))
  app.get(sessionRoutes.welcome.path, () => ({ isDemo: false, demoAccounts: [] }))
  app.get(sessionRoutes.ownSession.path, () => ({
    person: { id: 'p', name: 'Bench' },
    authority: { id: 'a', name: 'Bench', timeZone: 'Asia/Ho_Chi_Minh' },
    grants: [],
    mustChangePassword: false,
    isDemo: false,
  }))
  app.get(homeRoutes.home.path, () => ({ tasks: [], changes: [] }))
  await servePages(app, join(import.meta.dirname, '../dist'))
  return { address: await app.listen({ port: 0, host: '127.0.0.1' }), stop: () => app.close() }
}

interface Opened {
  readonly painted: number
  readonly ready: number
  readonly bytes: number
}

const openSlowly = async (browser: Browser, address: string, isReady: (page: Page) => Promise<unknown>): Promise<Opened> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latency,
    downloadThroughput: slow.bytesPerSecond,
    uploadThroughput: slow.bytesPerSecond,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.slowedCpu })
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'commit' })
  await isReady(page)
  const ready = await page.evaluate(() => performance.now())
  const bytesSoFar = bytes
  const paint = 'performance.getEntriesByName("first-contentful-paint")[0]?.startTime'
  await page.waitForFunction(paint)
  const painted = Number(await page.evaluate(paint))
  await context.close()
  return { painted, ready, bytes: bytesSoFar }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const measure = async (browser: Browser, address: string, isReady: (page: Page) => Promise<unknown>): Promise<Opened> => {
  const runs: Opened[] = []
  for (let round = 0; round < rounds; round += 1) runs.push(await openSlowly(browser, address, isReady))
  const of = (part: keyof Opened): number => median(runs.map((run) => run[part]))
  return { painted: of('painted'), ready: of('ready'), bytes: of('bytes') }
}

const main = async (): Promise<void> => {
  if (!buildPages()) throw new Error('the pages could not be built')
  const { address, stop } = await serve()
  const browser = await openBrowser()
  const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name }).waitFor()
  const plain = await measure(browser, `${address}/plainest`, heading('Đăng nhập'))
  // The script has run when the page's own listeners are there: the fetched accounts are its last act.
  const entry = await measure(browser, `${address}/dang-nhap`, (page) => page.waitForResponse(`**${sessionRoutes.welcome.path}`))
  const home = await measure(browser, `${address}/`, heading('Trang chủ'))
  console.log(
    `First paint, processor slowed ${slow.slowedCpu}×, 1.6 Mbit/s, ${slow.latency} ms to the server, empty cache, median of ${rounds}`,
  )
  for (const [title, opened] of Object.entries({
    'plainest static page': plain,
    'entry page': entry,
    'home, nothing fetched before': home,
  }))
    printRow(title, {
      painted: milliseconds(opened.painted),
      ratio: `${(opened.painted / plain.painted).toFixed(2)}×`,
      usable: milliseconds(opened.ready),
      fetched: `${(opened.bytes / 1024).toFixed(0)} KB`,
    })
  await browser.close()
  await stop()
}

await main()
