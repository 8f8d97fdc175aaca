import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { buildPages } from '../../scripts/pages.mjs'
import type { AppSettings } from '../../src/app.ts'
import { sessionRoutes } from '../../src/features/session/contract.ts'
import { startTestApplication, type TestApplication } from '../application.ts'
import { testPassword } from '../authority.ts'
import { openBrowser } from './open-browser.ts'

export const office = { width: 1366, height: 768 } as const
export const phone = { width: 360, height: 740 } as const

/** The real application with its built pages on a fresh database, and a real browser in front of it. */
export interface BrowserTest extends TestApplication {
  readonly address: string
  readonly browser: Browser
  /** A page in a window of its own, signed in unless `signInName` is absent. Whatever fails inside it fails the test. */
  readonly open: (
    path: string,
    options?: { readonly signInName?: string; readonly viewport?: { width: number; height: number } },
  ) => Promise<Page>
}

/** Call it in `beforeAll`; everything is closed after the file's last test. */
export const startBrowserTest = async (settings: Partial<AppSettings> = {}): Promise<BrowserTest> => {
  if (!buildPages()) throw new Error('the pages could not be built')
  const application = await startTestApplication(settings)
  await application.app.listen({ port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${(application.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  afterAll(() => browser.close())
  return {
    ...application,
    address,
    browser,
    open: async (path, { signInName, viewport = office } = {}) => {
      const context = await browser.newContext({ baseURL: address, viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
      if (signInName) await signInContext(context, signInName)
      const page = await context.newPage()
      await page.goto(path)
      return page
    },
  }
}

const signInContext = async (context: BrowserContext, signInName: string): Promise<void> => {
  const reply = await context.request.post(sessionRoutes.signIn.path, { data: { signInName, password: testPassword } })
  if (!reply.ok()) throw new Error(`${signInName} could not sign in: ${await reply.text()}`)
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe has against the page, each with the elements that are meant; empty where nothing. */
export const barriersOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axeSource)
  const run = `axe.run(document, { runOnly: ${JSON.stringify(rules)} })`
  const { violations } = (await page.evaluate(run)) as AxeResults
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
}

/** By how many pixels the page is wider than the window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
