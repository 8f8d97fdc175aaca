import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { surveyRoutes } from '../../src/features/survey/contract.ts'
import { addPerson } from '../authority.ts'
import { createSmallCycle } from '../small-cycle.ts'
import { barriersOf, type BrowserTest, office, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
let page: Page
const title = 'Khảo sát người dân'
beforeAll(async () => {
  test = await startBrowserTest()
  await addPerson(test.owner, test.authority.id, { signInName: 'khao-sat', role: 'surveyManager' })
  const { cycleId } = await createSmallCycle(test.owner, test.authority, 'firstAppraisal')
  await test.owner.updateTable('cycle').set({ title: 'Kỳ có khảo sát' }).where('id', '=', cycleId).execute()
  page = await test.open('/dieu-tra', { signInName: 'khao-sat' })
})

/** Nothing that axe holds against what is shown, and no scrolling sideways on either window. */
const expectAccessible = async (): Promise<void> => {
  for (const viewport of [phone, office]) {
    await page.setViewportSize(viewport)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await barriersOf(page)).toEqual([])
  }
}
const go = async (place: string, heading: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Các trang của đợt khảo sát' }).getByRole('link', { name: place, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}
const choose = async (label: string, option: string | RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** With a script: what is sent while the network is away goes out once it is back. */
const answerWithoutNetwork = async (link: string): Promise<void> => {
  const context = await test.browser.newContext({ viewport: phone, locale: 'vi-VN' })
  const form = await context.newPage()
  await form.goto(link)
  await form.locator('input[name=dong_y]').check()
  await form.getByLabel('Rất hài lòng', { exact: true }).check()
  await context.setOffline(true)
  await form.getByRole('button', { name: 'Gửi phiếu' }).click()
  await form.getByRole('button', { name: 'Gửi phiếu', disabled: true }).waitFor()
  await context.setOffline(false)
  await form.getByRole('heading', { name: 'Đã nhận phiếu', exact: false }).waitFor()
  await context.close()
}

it('lets a new user make a survey and its questionnaire, and asks before unsaved work is left', async () => {
  await page.getByRole('button', { name: 'Thêm đợt khảo sát' }).click()
  await page.getByRole('textbox', { name: 'Tên đợt khảo sát' }).fill(title)
  await choose('Điểm khảo sát đưa vào kỳ đánh giá', 'Kỳ có khảo sát')
  await page.getByRole('button', { name: 'Thêm đợt khảo sát' }).click()
  await page.getByRole('heading', { level: 1, name: 'Phiếu hỏi' }).waitFor()
  await page.getByRole('button', { name: 'Thêm câu hỏi' }).click()
  await page.getByRole('menuitem', { name: 'Ý kiến tự viết' }).click()
  await page.getByRole('textbox', { name: 'Câu hỏi' }).fill('Ông/bà muốn góp ý điều gì?')
  await page.getByRole('link', { name: 'Tiến độ', exact: true }).click()
  const question = page.getByRole('dialog', { name: 'Phiếu hỏi chưa lưu' })
  await question.getByRole('button', { name: 'Ở lại trang này' }).click()
  await page.getByRole('tab', { name: 'Tính điểm' }).click()
  await choose('Tiêu chí nhận điểm', /2\.1/)
  await page.getByRole('button', { name: 'Thêm tiêu chí' }).click()
  await choose('Tính từ các câu', /q1/)
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Ngôn ngữ' }).click()
  await choose('Ngôn ngữ khác của phiếu', 'Tiếng Anh')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: /^Tiếng Anh, Câu 2: Lời hỏi/ }).fill('What would you like to suggest?')
  await page.getByText(/^Tiếng Anh: còn \d+ trong \d+ lời chưa dịch/).waitFor()
  await page.getByRole('tab', { name: 'Xem trước' }).click()
  const frame = page.frameLocator('iframe')
  await frame.getByText('Ông/bà muốn góp ý điều gì?').waitFor()
  await page.getByText('Giấy A4').click()
  await frame.getByText('Số phiếu').waitFor()
  for (const tab of ['Nhóm đối tượng', 'Tính điểm', 'Ngôn ngữ', 'Tệp', 'Câu hỏi']) {
    await page.getByRole('tab', { name: tab }).click()
    await expectAccessible()
  }
  await page.getByRole('link', { name: 'Tiến độ', exact: true }).click()
  await question.getByRole('button', { name: 'Lưu rồi rời trang' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}, 120_000)

it('asks about the units of a group, starts, and takes links along as a sheet of QR codes', async () => {
  await choose('Khối đơn vị', /./)
  await page.getByLabel(/Số phiếu cần thu mỗi đơn vị/).fill('25')
  await page.getByRole('button', { name: /^Hỏi về/ }).click()
  await go('Mẫu và danh sách', 'Mẫu và danh sách người được hỏi')
  await expectAccessible()
  await go('Tiến độ', title)
  await page.getByRole('button', { name: 'Bắt đầu thu phiếu' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bắt đầu thu phiếu' }).click()
  await page
    .getByRole('button', { name: /^Tạo đường dẫn/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số đường dẫn').fill('21')
  await dialog.getByRole('button', { name: 'Tạo đường dẫn' }).click()
  await dialog.getByText('Đã tạo 21 đường dẫn', { exact: false }).waitFor()
  expect(await dialog.locator('img').count()).toBe(21)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Tải tờ mã QR (PDF)' }).click()
  const sheet = await readFile(await (await download).path())
  expect(sheet.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await barriersOf(page)).toEqual([])
}, 120_000)

it('is answered on a telephone without a script, with a break, and with one while the network is away; each answer counts once', async () => {
  const [first = '', second = '', ...others] = await page.getByRole('dialog').locator('code').allInnerTexts()
  const context = await test.browser.newContext({ viewport: phone, javaScriptEnabled: false, locale: 'vi-VN' })
  const form = await context.newPage()
  await form.goto(first)
  await form.getByRole('button', { name: 'English' }).click()
  await form.getByText('What would you like to suggest?').waitFor()
  await form.goto(first)
  await form.getByRole('button', { name: 'Gửi phiếu' }).click()
  await form.getByRole('alert').waitFor()
  await form.getByLabel('Hài lòng', { exact: true }).check()
  await form.locator('textarea').fill('Cần thêm chỗ ngồi')
  await form.getByRole('button', { name: /^Lưu/ }).click()
  await form.goto(first)
  expect(await form.getByLabel('Hài lòng', { exact: true }).isChecked()).toBe(true)
  await form.locator('input[name=dong_y]').check()
  await form.getByRole('button', { name: 'Gửi phiếu' }).click()
  await form.getByRole('heading', { name: 'Đã nhận phiếu', exact: false }).waitFor()
  await context.close()
  await answerWithoutNetwork(second)
  for (const link of others) {
    const body = new URLSearchParams({ dong_y: '1', viec: 'gui', bat_dau: '1', phieu: `phieu-${link.slice(-12)}-0000`, q1: '5' })
    const sent = await fetch(link, { method: 'POST', body })
    expect(sent.status).toBe(200)
  }
  const intake = await test.owner.selectFrom('survey_intake').select('id').execute()
  const kept = await test.owner.selectFrom('survey_response').select('id').execute()
  expect(intake.length + kept.length).toBe(21)
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
}, 120_000)

it('has pages for papers, results and words that anybody can read', async () => {
  await go('Nhập phiếu giấy', 'Nhập phiếu giấy')
  await expectAccessible()
  await go('Tiến độ', title)
  await page.getByRole('button', { name: 'Kết thúc thu phiếu' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc thu phiếu' }).click()
  await page.getByText('Đã kết thúc').waitFor()
  await go('Kết quả', 'Kết quả khảo sát')
  await page.getByText('100%', { exact: true }).first().waitFor()
  await expectAccessible()
  for (const tab of ['Biểu đồ', 'Điểm của đơn vị', 'Tải tệp']) {
    await page.getByRole('tab', { name: tab }).click()
    if (tab === 'Điểm của đơn vị') await page.getByText('Điểm cộng theo lĩnh vực', { exact: false }).waitFor()
    await expectAccessible()
  }
  await go('Ý kiến', 'Ý kiến tự viết')
  await page.getByText('Cần thêm chỗ ngồi').first().waitFor()
  await expectAccessible()
  await page.goto('/dieu-tra/cac-nam')
  await page.getByText(title).first().waitFor()
  await expectAccessible()
}, 180_000)

it('carries its points into the appraisal of the cycle', async () => {
  const manager = await test.signInAs('khao-sat')
  const [survey] = (await manager(surveyRoutes.list, {})).value.surveys
  await page.goto(`/dieu-tra/${survey?.id}`)
  await page.getByRole('button', { name: 'Đưa điểm vào kỳ đánh giá' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 điểm sẽ được ghi').waitFor()
  await dialog.getByRole('button', { name: 'Đưa điểm vào kỳ đánh giá' }).click()
  await page.getByText('Đã ghi 1 điểm vào thẩm định.').waitFor()
  const scores = await test.owner
    .selectFrom('score')
    .select(['node_id', 'points'])
    .where('node_id', '=', '2.1')
    .where('round', '=', 'firstAppraisal')
    .execute()
  expect(scores.length).toBe(1)
}, 60_000)
