import { beforeAll, expect, it } from 'vitest'
import { barriersOf, type BrowserTest, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await startBrowserTest()
})

it('a new user accepts what the print proposes, builds three rules, tries them, and takes a step back', async () => {
  const page = await test.open('/bo-tieu-chi', { signInName: 'methodowner' })
  await page.getByRole('button', { name: 'Đọc thử tệp mẫu' }).click()
  await page.getByRole('link', { name: /^Cách tính điểm \(\d+ đề xuất\)$/ }).click()
  await page.getByRole('button', { name: /^Nhận: 1\.1\.2/ }).click()
  await page.getByRole('button', { name: 'Đã có cách tính (1)' }).waitFor()
  expect(await barriersOf(page)).toEqual([])
  const status = page.getByRole('status')

  // Bands with edges: 3.3 has 10 points and nothing printed.
  await page.getByRole('button', { name: /^Đặt cách tính: 3\.3/ }).click()
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('button', { name: /^Theo khoảng giá trị/ }).click()
  const second = page.getByRole('group', { name: 'Các khoảng, dòng 2' })
  await second.getByLabel('Giá trị').first().fill('70')
  await page
    .getByText(/còn giá trị chưa được tính|trùng nhau/)
    .first()
    .waitFor()
  const third = page.getByRole('group', { name: 'Các khoảng, dòng 3' })
  await third.getByLabel('Giá trị').nth(1).fill('70')
  await second.getByLabel('Điểm', { exact: true }).fill('7,5')
  await page.getByText('từ 70% đến dưới 100%: 7,5 điểm').waitFor()
  await page.getByRole('region', { name: 'Tính thử' }).getByRole('textbox').fill('99,5')
  await status.getByText('7,5 trên 10 điểm', { exact: true }).waitFor()
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Lưu cách tính' }).click()
  await page.getByRole('button', { name: 'Đã có cách tính (2)' }).waitFor()

  // A deadline with bands of lateness, added by keyboard.
  await page.getByRole('button', { name: /^Đặt cách tính: 2\.3/ }).click()
  await page.getByRole('button', { name: /^Theo thời hạn/ }).click()
  const late = page.getByRole('group', { name: 'Các mức chậm, dòng 1' })
  await late.getByLabel('Điểm', { exact: true }).press('Enter')
  const later = page.getByRole('group', { name: 'Các mức chậm, dòng 2' })
  await later.getByLabel('Không quá (ngày)').fill('20')
  await later.getByLabel('Điểm', { exact: true }).fill('2')
  await page.getByRole('region', { name: 'Tính thử' }).getByRole('textbox').fill('25/12/2026')
  await status.getByText('2 trên 10 điểm', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Lưu cách tính' }).click()
  await page.getByRole('button', { name: 'Đã có cách tính (3)' }).waitFor()

  // A formula over figures that are asked for in words.
  await page.getByRole('button', { name: /^Đặt cách tính: 4\.2/ }).click()
  await page.getByRole('button', { name: /^Công thức/ }).click()
  await page.getByRole('textbox', { name: 'Công thức' }).fill('a / b * maxPoints')
  await page.getByLabel('Số liệu a là').fill('Số hồ sơ đã số hóa')
  await page.getByLabel('Số liệu b là').fill('Tổng số hồ sơ')
  const trial = page.getByRole('region', { name: 'Tính thử' })
  await trial.getByLabel('Số hồ sơ đã số hóa').fill('3')
  await status.getByText('Còn thiếu: Tổng số hồ sơ.').waitFor()
  await trial.getByLabel('Tổng số hồ sơ').fill('4')
  await status.getByText('7,5 trên 10 điểm', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Lưu cách tính' }).click()
  await page.getByRole('button', { name: 'Đã có cách tính (4)' }).waitFor()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('button', { name: 'Đã có cách tính (3)' }).waitFor()
})

it('the editor reads on a phone, and a cell is typed into straight away', async () => {
  const page = await test.open('/bo-tieu-chi', { signInName: 'methodowner' })
  await page.getByRole('button', { name: 'Đọc thử tệp mẫu' }).click()
  const cell = page.locator('[data-leaf="true"] [data-column="name"]').first()
  await cell.click()
  await page.keyboard.type('Kế hoạch năm')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'Kế hoạch năm' }).waitFor()
  const rules = `${new URL(page.url()).pathname}/cach-tinh`
  const small = await test.open(`${rules}?dong=3.3`, { signInName: 'methodowner', viewport: phone })
  await small.getByRole('button', { name: /^Theo khoảng giá trị/ }).click()
  await small.getByRole('heading', { name: 'Câu ghi trong quyết định' }).waitFor()
  expect(await overflowOf(small)).toBe(0)
  expect(await barriersOf(small)).toEqual([])
})
