import { beforeAll, expect, it } from 'vitest'
import { createSmallCycle } from '../small-cycle.ts'
import { barriersOf, type BrowserTest, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await startBrowserTest()
})

it('the method owner prepares a cycle with its usual values, opens it, and sees who has not submitted', async () => {
  await createSmallCycle(test.owner, test.authority)
  const page = await test.open('/ky-danh-gia', { signInName: 'methodowner' })
  await page.getByRole('button', { name: 'Tạo kỳ đánh giá' }).click()
  await page.getByRole('heading', { name: 'Kỳ đánh giá mới' }).waitFor()
  await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('15/01/2099')
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Tạo kỳ đánh giá' }).click()
  await page.getByRole('heading', { level: 1, name: 'Xác định Chỉ số cải cách hành chính năm 2027' }).waitFor()
  await page.getByText('hết ngày 15/01/2099').waitFor()
  await page.getByRole('button', { name: 'Mở kỳ đánh giá' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mở kỳ đánh giá' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Tự đánh giá' }).and(page.locator('[aria-current=step]')).waitFor()
  await page.getByRole('button', { name: 'Chưa nộp (3)' }).click()
  await page.getByRole('searchbox').fill('thu nghiem so 2')
  await page.getByRole('button', { name: 'Chưa nộp (1)' }).waitFor()
  expect(new URL(page.url()).search).toBe('?loc=chua-nop&tim=thu+nghiem+so+2')
  await page.reload()
  await page.getByRole('rowheader', { name: 'Sở Thử nghiệm số 2' }).waitFor()
  expect(await barriersOf(page)).toEqual([])
})

it('a submitted sheet is given back only with a reason', async () => {
  const { cycleId } = await createSmallCycle(test.owner, test.authority, 'submitted')
  const page = await test.open(`/ky-danh-gia/${cycleId}?loc=da-nop`, { signInName: 'methodowner' })
  await page.getByRole('button', { name: 'Trả lại bản tự đánh giá của Sở Thử nghiệm số 1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await dialog.getByText('Hãy ghi lý do để đơn vị biết cần bổ sung gì.').waitFor()
  await dialog.getByLabel('Lý do').fill('Bổ sung báo cáo quý IV')
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await page.getByRole('button', { name: 'Đã nộp (2)' }).waitFor()
  const officer = await test.open(`/tu-danh-gia/${cycleId}/${test.authority.departments[0].id}`, { signInName: 'unitofficer.so-1' })
  await officer.getByText('Bổ sung báo cáo quý IV').waitFor()
})

it('the work list reads on a phone', async () => {
  const { cycleId } = await createSmallCycle(test.owner, test.authority)
  const page = await test.open(`/ky-danh-gia/${cycleId}`, { signInName: 'methodowner', viewport: phone })
  await page.getByRole('rowheader', { name: 'Sở Thử nghiệm số 1' }).waitFor()
  expect(await overflowOf(page)).toBe(0)
  expect(await barriersOf(page)).toEqual([])
})
