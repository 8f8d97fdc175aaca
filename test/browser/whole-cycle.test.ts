import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appraisalRoutes } from '../../src/features/appraisal/contract.ts'
import { selfAssessmentRoutes } from '../../src/features/self-assessment/contract.ts'
import { departmentsGroup, testPassword } from '../authority.ts'
import { type BrowserTest, startBrowserTest } from './browser.ts'
import { button, click, effort, fill, heading, inDialog, menu, paste, press, type } from './by-hand.ts'

/** A small decision with one slip of the pen, and a figure that was copied wrongly: area II prints 4, its criteria add up to 3,5; III/2 says 1,4. */
const decision = `STT;Tiêu chí;Điểm chuẩn;Đơn vị chủ trì;Đơn vị phối hợp;Ghi chú
I;CHỈ ĐẠO ĐIỀU HÀNH;3;;;
1;Ban hành kế hoạch thử đúng hạn;1;Văn phòng;Các phòng;
2;Mức độ hoàn thành kế hoạch thử;2;Văn phòng;Các phòng;
II;THỦ TỤC THỬ;4;;;
1;Công khai thủ tục thử;2,5;Phòng Thử;Văn phòng;
2;Xin lỗi khi trễ hạn thử (nếu có);1;Phòng Thử;Văn phòng;
III;SỐ HÓA THỬ;3;;;
1;Tỷ lệ hồ sơ thử trực tuyến;1,5;Phòng Thử;Văn phòng;
2;Chữ ký số thử;1,4;Phòng Thử;Văn phòng;
;TỔNG ĐIỂM;10;;;
`
const title = 'Bộ tiêu chí thử 2026'

let test: BrowserTest
const signIn = async (signInName: string): Promise<Page> => {
  const page = await test.open('/')
  page.setDefaultTimeout(8_000)
  await page.waitForURL('**/dang-nhap')
  await type(page, signInName)
  await press(page, 'Tab')
  await type(page, testPassword)
  await press(page, 'Enter')
  effort.steps += 1
  await heading(page, 'Trang chủ')
  return page
}

beforeAll(async () => {
  test = await startBrowserTest()
})
afterAll(() => console.log(`whole cycle in the browser: ${effort.steps} clicks and choices, ${effort.keys} keystrokes`))

const leaves = ['I/1', 'I/2', 'II/1', 'II/2', 'III/1', 'III/2']
let cycleId: string
let publicAddress: string

/** The rest of the departments does the same as the first; through the interface, so that the story stays short. */
const submitOthers = async (): Promise<void> => {
  const points = { 'so-2': ['1', '1', '2', '1', '0.5', '0.5'], 'so-3': ['0', '2', '2.5', '1', '1.5', '1.5'] } as const
  for (const unit of test.authority.departments.slice(1)) {
    const officer = await test.signInAs(`unitofficer.${unit.code}`)
    const params = { cycleId, unitId: unit.id }
    const claims = leaves.map((nodeId, leaf) => {
      const claimed = points[unit.code as keyof typeof points][leaf] ?? '0'
      return { nodeId, version: 0, status: 'scored' as const, points: claimed, explanation: 'Đã làm' }
    })
    await officer(selfAssessmentRoutes.change, { params, body: { claims } })
    const { version } = (await officer(selfAssessmentRoutes.sheet, { params })).value
    await officer(selfAssessmentRoutes.submit, { params, ifMatch: version, idempotencyKey: `nop-${unit.code}`, body: {} })
  }
}
const finishOthers = async (): Promise<void> => {
  const appraiser = await test.signInAs('appraiser')
  for (const unit of test.authority.departments.slice(1)) {
    const params = { cycleId, unitId: unit.id }
    const accepted = await appraiser(appraisalRoutes.acceptClaims, { params, body: {} })
    await appraiser(appraisalRoutes.finish, { params, ifMatch: accepted.value.version, idempotencyKey: `xong-${unit.code}` })
  }
}

const claimOf = (page: Page, name: string): Locator => page.getByRole('row', { name }).getByRole('gridcell').nth(2)
describe('from a decision to a public ranking, as people do it in the browser', () => {
  it('the method owner reads a decision, settles what is doubtful, corrects a cell, and puts it in force', async () => {
    const page = await signIn('methodowner')
    await click(menu(page, 'Bộ tiêu chí'))
    const chooser = page.waitForEvent('filechooser')
    await click(button(page, 'Chọn tệp'))
    await (await chooser).setFiles({ name: 'quyet-dinh.csv', mimeType: 'text/csv', buffer: Buffer.from(decision) })
    await page.waitForURL('**/bo-tieu-chi/*')
    await fill(page, 'Tên bộ tiêu chí', title)
    await fill(page, 'Năm đánh giá', '2026')
    await fill(page, 'Nhóm đơn vị được đánh giá', departmentsGroup)
    await press(page, 'Enter')
    const row = page.getByRole('row', { name: /^2 Chữ ký số thử/ })
    await row.locator('[data-column=maxPoints]').dblclick()
    effort.steps += 1
    await press(page, 'Control+a')
    await type(page, '1,5')
    await press(page, 'Enter')
    await page
      .getByText(/Tiêu chí III ghi 3 điểm/)
      .first()
      .waitFor({ state: 'hidden' })
    const problem = page.getByRole('row', { name: /^II THỦ TỤC THỬ/ }).locator('xpath=following-sibling::tr[1]')
    await problem
      .getByText(/4 điểm.*3,5/)
      .first()
      .waitFor()
    await click(problem.getByRole('button', { name: 'Theo tổng thành phần: 3,5' }))
    await click(button(page, 'Theo tổng thành phần: 9,5').last())
    await button(page, /^Theo /)
      .first()
      .waitFor({ state: 'hidden' })
    await click(button(page, 'Đưa vào áp dụng'))
    await click(inDialog(page, 'Đưa vào áp dụng'))
    await page.getByText(/^Bộ tiêu chí áp dụng từ ngày/).waitFor()
  })
  it('then opens a cycle for the departments', async () => {
    const page = await signIn('methodowner')
    await click(menu(page, 'Kỳ đánh giá'))
    await click(button(page, 'Tạo kỳ đánh giá'))
    await page.getByRole('heading', { name: 'Kỳ đánh giá mới' }).waitFor()
    await click(page.getByRole('textbox', { name: 'Ngày', exact: true }))
    await type(page, '31/12/2099')
    await click(button(page, 'Tạo kỳ đánh giá'))
    await heading(page, /năm 2026$/)
    cycleId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.getByText('hết ngày 31/12/2099').waitFor()
    await click(button(page, 'Mở kỳ đánh giá'))
    await click(inDialog(page, 'Mở kỳ đánh giá'))
    await page.getByRole('button', { name: 'Chưa nộp (3)' }).waitFor()
  })

  it('a unit scores itself by keyboard and from a spreadsheet, loses nothing when it reloads, and submits', async () => {
    const page = await signIn('unitofficer.so-1')
    await click(page.getByRole('link', { name: 'Bắt đầu tự đánh giá' }))
    await heading(page, 'Tự đánh giá: Sở Thử nghiệm số 1')
    await click(claimOf(page, 'Ban hành kế hoạch thử đúng hạn'))
    for (const points of ['1', '2']) {
      await type(page, points)
      await press(page, 'Tab')
      await type(page, 'Đã làm')
      await press(page, 'Enter', 'ArrowLeft')
    }
    await paste(page, '2,5\r\n0\r\n2,5\r\n1,25\r\n')
    await click(page.getByRole('dialog').getByLabel(/^Lần lượt các tiêu chí chấm điểm/))
    await page
      .getByRole('dialog')
      .getByText(/2,5 điểm vượt quá điểm tối đa 1,5/)
      .waitFor()
    await click(inDialog(page, 'Dán 3 ô'))
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.reload()
    await expect.poll(() => claimOf(page, 'Chữ ký số thử').innerText()).toBe('1,25')
    expect(await claimOf(page, 'Tỷ lệ hồ sơ thử trực tuyến').innerText()).toBe('2,5')
    await click(button(page, '1 ô cần sửa'))
    await type(page, '1,5')
    await press(page, 'Enter')
    await click(claimOf(page, 'Xin lỗi khi trễ hạn thử'))
    await press(page, 'k')
    await page.locator('[role=dialog] textarea:focus').waitFor()
    await type(page, 'Không có hồ sơ trễ hạn')
    await click(inDialog(page, 'Ghi không phát sinh'))
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor()
    await page.getByRole('region', { name: 'Tổng điểm' }).getByText('8,25').waitFor()
    await click(button(page, 'Nộp bản tự đánh giá'))
    await click(inDialog(page, 'Nộp bản tự đánh giá'))
    await page.getByText(/^Đã nộp, người nộp/).waitFor()
    await submitOthers()
  })

  it('an appraiser sees claimed and given side by side, is asked for a reason where less is given, and finishes', async () => {
    const page = await signIn('appraiser')
    await click(page.getByRole('link', { name: 'Đến danh sách thẩm định' }))
    await click(page.getByRole('link', { name: 'Sở Thử nghiệm số 1' }))
    await heading(page, 'Thẩm định: Sở Thử nghiệm số 1')
    await click(page.getByRole('textbox', { name: /^Điểm thẩm định 1 Ban hành/ }))
    await press(page, '=')
    await type(page, '1,5')
    await page
      .getByRole('row', { name: /Mức độ hoàn thành kế hoạch thử/ })
      .getByText(/lý do/i)
      .first()
      .waitFor()
    await press(page, 'Enter')
    await type(page, 'Mới hoàn thành 75% kế hoạch')
    await press(page, 'Enter', '=', '=')
    await press(page, 'Enter', 'Enter', 'Enter')
    await click(page.getByRole('textbox', { name: /^Điểm thẩm định 2 Xin lỗi/ }))
    await press(page, '=')
    await page.getByText('Đã thẩm định hết các tiêu chí').waitFor()
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor()
    await click(button(page, 'Hoàn thành thẩm định'))
    await click(inDialog(page, 'Hoàn thành thẩm định'))
    await page.getByText(/Thẩm định đã hoàn thành thì có thể mở lại/).waitFor()
    await finishOthers()
  })

  it('the method owner closes the appraisal, the chair publishes', async () => {
    const page = await signIn('methodowner')
    await click(menu(page, 'Thẩm định'))
    await click(page.getByRole('link', { name: /năm 2026$/ }))
    await click(button(page, 'Kết thúc thẩm định'))
    await click(inDialog(page, 'Kết thúc thẩm định'))
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    const chair = await signIn('councilchair')
    await click(chair.getByRole('link', { name: 'Xem và công bố' }))
    await click(button(chair, 'Công bố kết quả'))
    await click(inDialog(chair, 'Công bố kết quả'))
    await chair.getByRole('dialog').waitFor({ state: 'hidden' })
    publicAddress = (await chair.getByRole('link', { name: 'Trang công khai' }).getAttribute('href')) ?? ''
  })

  it('the unit finds its place, its sheet with the radar of its areas, and the reason behind a figure', async () => {
    const page = await signIn('unitofficer.so-1')
    await click(menu(page, 'Kết quả'))
    await click(page.getByRole('link', { name: /^Chỉ số cải cách hành chính năm 2026/ }))
    const own = page.getByRole('row', { name: /Sở Thử nghiệm số 1/ })
    expect(await own.innerText()).toMatch(/^1\s.*\s7,75\s+8,5\s+91,18%/)
    await click(own.getByRole('link', { name: 'Sở Thử nghiệm số 1' }))
    await heading(page, 'Phiếu điểm: Sở Thử nghiệm số 1')
    await page.getByText('Hạng 1 trong 3 đơn vị').waitFor()
    await page.getByRole('img', { name: 'Theo lĩnh vực' }).locator('canvas').waitFor()
    await click(page.getByRole('link', { name: 'Xem lý do thẩm định của đơn vị tôi' }))
    await click(button(page, 'Xem cách tính 2 Mức độ hoàn thành kế hoạch thử: 1.5'))
    await page.getByRole('dialog').getByText('Lý do: Mới hoàn thành 75% kế hoạch').waitFor()
    await page.getByRole('dialog').getByText('Được 1,5 trên 2 điểm.').waitFor()
  })

  it('everybody sees the ranking without signing in and without scripts', async () => {
    const context = await test.browser.newContext({ baseURL: test.address, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(publicAddress)
    expect(await page.getByRole('row', { name: /Sở Thử nghiệm số 1/ }).innerText()).toContain('91,18%')
    await click(page.getByRole('link', { name: 'Sở Thử nghiệm số 1' }))
    await page.getByRole('heading', { level: 1, name: 'Phiếu điểm: Sở Thử nghiệm số 1' }).waitFor()
    await context.close()
  })
})
