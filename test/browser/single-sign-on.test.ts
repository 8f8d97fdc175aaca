import { beforeAll, describe, expect, it } from 'vitest'
import { barriersOf, type BrowserTest, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await startBrowserTest({
    singleSignOn: {
      // Nothing answers there.
      issuer: new URL('http://127.0.0.1:9/'),
      clientId: 'parindex',
      clientSecret: 'bi-mat',
      claim: 'preferred_username',
      label: 'hệ thống đăng nhập chung của tỉnh',
      baseUrl: new URL('http://127.0.0.1:1'),
    },
  })
})

describe('the common sign-in service', () => {
  it('is offered beside the password, and where it is away the page says so', async () => {
    const page = await test.open('/dang-nhap', { viewport: phone })
    const button = page.getByRole('link', { name: 'Đăng nhập bằng hệ thống đăng nhập chung của tỉnh' })
    await button.click()
    await page.waitForURL('**/dang-nhap?loi=providerAway')
    await page.getByText('Chưa kết nối được hệ thống đăng nhập chung. Hãy thử lại sau hoặc dùng mật khẩu.').waitFor()
    await button.waitFor()
    expect(await barriersOf(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
