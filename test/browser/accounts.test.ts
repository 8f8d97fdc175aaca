import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { testPassword } from '../authority.ts'
import { type BrowserTest, startBrowserTest } from './browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await startBrowserTest()
})

const giveName = async (page: Page, signInName: string, password: string): Promise<void> => {
  await page.getByLabel('Tên đăng nhập').fill(signInName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}
const homePage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Trang chủ' })

describe('a second factor', () => {
  it('is set up with an app, asked for at the next sign-in, and a recovery code opens once', async () => {
    const page = await test.open('/tai-khoan', { signInName: 'leader' })
    const panel = page.locator('form').filter({ has: page.getByRole('button', { name: 'Bật xác thực hai bước' }) })
    await panel.getByLabel('Mật khẩu hiện tại').fill(testPassword)
    await panel.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
    await page.getByRole('img', { name: 'Mã QR để ứng dụng xác thực quét' }).waitFor()
    const secret = (await page.locator('code').first().textContent()) ?? ''
    const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) })
    await page.getByLabel('Mã xác thực').fill(app.generate())
    await page.getByRole('button', { name: 'Bật', exact: true }).click()
    await page.getByRole('heading', { name: 'Mã dự phòng' }).waitFor()
    const recovery = await page
      .locator('ul li')
      .filter({ hasText: /^[a-z0-9]+(-[a-z0-9]+)+$/i })
      .allTextContents()
    expect(recovery.length).toBeGreaterThanOrEqual(8)
    await page.getByRole('button', { name: 'Đã cất các mã, đóng' }).click()
    await page.getByText(`Đang bật. Còn ${recovery.length} mã dự phòng chưa dùng.`).waitFor()

    const other = await test.open('/dang-nhap')
    await giveName(other, 'leader', testPassword)
    await other.getByLabel('Mã xác thực').fill('000000')
    await other.keyboard.press('Enter')
    await other.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
    await other.getByLabel('Mã xác thực').fill(app.generate({ timestamp: Date.now() + 30_000 }))
    await other.keyboard.press('Enter')
    await homePage(other).waitFor()

    await page.reload()
    await page.getByRole('button', { name: 'Đăng xuất các nơi khác' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Đăng xuất các nơi khác' }).count()).toBe(0)
    await other.goto('/ket-qua')
    await other.waitForURL('**/dang-nhap**')
    await giveName(other, 'leader', testPassword)
    await other.getByLabel('Mã xác thực').fill(recovery[0] ?? '')
    await other.keyboard.press('Enter')
    await other.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
    await Promise.all([page.context().close(), other.context().close()])
  })
})

describe('accounts of many units', () => {
  const list =
    'Mã đơn vị;Họ và tên;Tên đăng nhập;Vai trò;Thư điện tử\nxa-1;Nguyễn Văn An;;;\nxa-2;Trần Thị Bình;binh.xa2;Người đứng đầu đơn vị;\n'

  it('are imported from a list, get printed slips, and choose a password at the first sign-in', async () => {
    const page = await test.open('/quan-tri?muc=nguoi-dung', { signInName: 'administrator' })
    await page.getByRole('button', { name: 'Nhập tài khoản từ tệp' }).click()
    await page.locator('input[type=file]').setInputFiles({ name: 'tai-khoan.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('cell', { name: 'an.nguyenvan.xa1' }).waitFor()
    await page.getByRole('button', { name: 'Nhập 2 tài khoản' }).click()
    await page.getByText('Đã nhập 2 tài khoản.').waitFor()
    await page.getByRole('link', { name: 'In phiếu đăng nhập lần đầu' }).click()
    await page.getByText('Có 2 tài khoản.').waitFor()
    await page.getByRole('button', { name: 'Tạo 2 phiếu' }).click()
    const slips = page.getByRole('list', { name: 'Phiếu đăng nhập lần đầu' }).getByRole('listitem')
    await slips.first().waitFor()
    expect(await slips.count()).toBe(2)
    const slip = slips.filter({ hasText: 'Nguyễn Văn An' })
    await slip.getByRole('img', { name: 'Mã QR của địa chỉ đăng nhập' }).waitFor()
    const [address, signInName, password] = await slip.locator('dd').allTextContents()
    await page.reload()
    await page.getByText('Không có tài khoản nào đang chờ phiếu.').waitFor()

    const first = await test.open(new URL(address ?? '').pathname)
    await giveName(first, signInName ?? '', password ?? '')
    await first.getByText('Đây là mật khẩu được cấp lần đầu.').waitFor()
    await first.getByLabel('Mật khẩu hiện tại').fill(password ?? '')
    await first.getByLabel(/^Mật khẩu mới/).fill('mot-cau-de-nho')
    await first.getByLabel('Nhập lại mật khẩu mới').fill('mot-cau-de-nho')
    await first.keyboard.press('Enter')
    await homePage(first).waitFor()
    await Promise.all([page.context().close(), first.context().close()])
  })
})

describe('slips on paper', () => {
  it('stand six to a page of A4', async () => {
    const { id } = test.authority
    const people = Array.from({ length: 12 }, (_, number) => ({
      id: crypto.randomUUID(),
      authority_id: id,
      name: `Người thử ${number}`,
      sign_in_name: `nguoi.thu.${number}`,
      must_change_password: true,
    }))
    await test.owner.insertInto('person').values(people).execute()
    const page = await test.open('/quan-tri/phieu-dang-nhap', { signInName: 'administrator' })
    await page.getByRole('button', { name: /^Tạo 12 phiếu/ }).click()
    await page.getByRole('list', { name: 'Phiếu đăng nhập lần đầu' }).waitFor()
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    await page.context().close()
  })
})
