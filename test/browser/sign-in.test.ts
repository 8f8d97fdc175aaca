import { beforeAll, describe, expect, it } from 'vitest'
import { sessionTexts } from '../../src/language/pages/session.ts'
import { peopleRoutes } from '../../src/features/organisation/people-contract.ts'
import { testPassword } from '../authority.ts'
import { type BrowserTest, startBrowserTest } from './browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await startBrowserTest()
})

const everyone = [
  'administrator',
  'methodowner',
  'unitofficer.so-1',
  'headofunit.xa-1',
  'appraiser',
  'arealead',
  'councilchair',
  'councilsecretary',
  'councilmember',
  'leader',
]

describe('signing in', () => {
  it.each(everyone)('%s gets to the home page by keyboard alone', async (signInName) => {
    const page = await test.open('/')
    await page.waitForURL('**/dang-nhap')
    await page.keyboard.type(signInName)
    await page.keyboard.press('Tab')
    await page.keyboard.type(testPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Trang chủ' }).waitFor()
    await page.context().close()
  })

  it('leads back to where one wanted to go', async () => {
    const page = await test.open('/quan-tri?muc=nguoi-dung')
    await page.getByLabel('Tên đăng nhập').fill('administrator')
    await page.getByLabel('Mật khẩu', { exact: true }).fill(testPassword)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('tab', { name: 'Người dùng', selected: true }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/quan-tri')
    await page.context().close()
  })

  it('says in one sentence that name or password is wrong, and when the account is locked', async () => {
    const page = await test.open('/dang-nhap')
    const say = page.getByRole('alert')
    await page.getByLabel('Tên đăng nhập').fill('inspector')
    for (let time = 0; time < 5; time += 1) {
      await page.getByLabel('Mật khẩu', { exact: true }).fill(`sai-${time}`)
      await Promise.all([page.waitForResponse('**/api/sign-in'), page.keyboard.press('Enter')])
      await say.filter({ hasText: 'Tên đăng nhập hoặc mật khẩu chưa đúng' }).waitFor()
    }
    await page.getByLabel('Mật khẩu', { exact: true }).fill(testPassword)
    await page.keyboard.press('Enter')
    await say.filter({ hasText: /tạm khóa đến \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/ }).waitFor()
    await page.context().close()
  })

  it('makes whoever was given a password choose an own one first', async () => {
    const administrator = await test.signInAs('administrator')
    const { password } = (
      await administrator(peopleRoutes.addPerson, { body: { name: 'Trần Văn Mới', signInName: 'tran.van.moi', role: 'leader' } })
    ).value
    const page = await test.open('/dang-nhap')
    await page.getByLabel('Tên đăng nhập').fill('tran.van.moi')
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByText(sessionTexts.account.mustChange).waitFor()
    await page.getByLabel('Mật khẩu hiện tại').fill(password)
    await page.getByLabel(/^Mật khẩu mới/).fill('mot-cau-de-nho')
    await page.getByLabel('Nhập lại mật khẩu mới').fill('mot-cau-de-nho')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Trang chủ' }).waitFor()
    await page.context().close()
  })
})

describe('a session that ends in the middle of work', () => {
  it('is mended over the page, and what was typed is still there', async () => {
    const page = await test.open('/quan-tri', { signInName: 'administrator' })
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thêm đơn vị' })
    await dialog.getByLabel('Mã đơn vị').fill('ABC')
    await dialog.getByLabel('Tên đơn vị').fill('Trung tâm Thử nghiệm')
    await page.context().clearCookies()
    await dialog.getByRole('button', { name: 'Thêm đơn vị' }).click()
    const again = page.getByRole('dialog', { name: sessionTexts.again.title })
    await again.getByLabel('Tên đăng nhập').fill('administrator')
    await again.getByLabel(/^Mật khẩu/).fill(testPassword)
    await page.keyboard.press('Enter')
    await page.getByText('Đã thêm Trung tâm Thử nghiệm.').waitFor()
    await page.context().close()
  })
})
