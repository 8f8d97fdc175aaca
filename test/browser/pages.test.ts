import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { testPassword } from '../authority.ts'
import { barriersOf, type BrowserTest, office, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await startBrowserTest({
    demoAccounts: [{ signInName: 'leader', password: testPassword, role: 'leader', name: 'Lê Văn Theo Dõi' }],
  })
})

interface Shown {
  readonly name: string
  readonly path: string
  readonly signInName?: string
  /** Brings the page into the state that is looked at. */
  readonly prepare?: (page: Page) => Promise<void>
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog').waitFor()
}

const pages: readonly Shown[] = [
  { name: 'sign-in with demo accounts', path: '/dang-nhap', prepare: (page) => page.getByText('Tài khoản minh họa').waitFor() },
  { name: 'home of an officer', path: '/', signInName: 'unitofficer.so-1', prepare: heading('Trang chủ') },
  { name: 'home of the method owner', path: '/', signInName: 'methodowner', prepare: heading('Trang chủ') },
  { name: 'account', path: '/tai-khoan', signInName: 'leader', prepare: heading('Tài khoản') },
  {
    name: 'units',
    path: '/quan-tri',
    signInName: 'administrator',
    prepare: (page) => page.getByText('Danh sách đơn vị').first().waitFor(),
  },
  { name: 'adding a unit', path: '/quan-tri', signInName: 'administrator', prepare: press('Thêm đơn vị') },
  { name: 'pasting units', path: '/quan-tri', signInName: 'methodowner', prepare: press('Dán từ Excel') },
  {
    name: 'people',
    path: '/quan-tri?muc=nguoi-dung',
    signInName: 'administrator',
    prepare: (page) => page.getByText('Danh sách người dùng').first().waitFor(),
  },
  { name: 'adding a person', path: '/quan-tri?muc=nguoi-dung', signInName: 'administrator', prepare: press('Thêm người dùng') },
  { name: 'widgets and sentences', path: '/kieu-mau', signInName: 'leader', prepare: heading('Kiểu mẫu') },
  {
    name: 'interface',
    path: '/tai-lieu-api',
    signInName: 'administrator',
    prepare: (page) => page.getByText('/api/units').first().waitFor(),
  },
  { name: 'an address that is none', path: '/khong-co-trang-nay', signInName: 'leader', prepare: heading('Không có trang này') },
]

it.each(pages)('$name: nothing that axe holds against it, and no scrolling sideways on an office screen or a phone', async (shown) => {
  const page = await test.open(shown.path, { viewport: office, ...(shown.signInName && { signInName: shown.signInName }) })
  await shown.prepare?.(page)
  expect(await barriersOf(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize(phone)
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await barriersOf(page)).toEqual([])
  await page.context().close()
})
