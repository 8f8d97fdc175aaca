import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { addPerson } from '../authority.ts'
import { publishSmallCycle } from '../published-small-cycle.ts'
import { barriersOf, type BrowserTest, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
let address: string
beforeAll(async () => {
  test = await startBrowserTest()
  const { owner, authority } = test
  await publishSmallCycle(test)
  const [, department] = authority.departments
  const office = randomUUID()
  const key = { authority_id: authority.id, parent_id: department.id, kind: 'division' }
  await owner
    .insertInto('unit')
    .values([
      { ...key, id: office, code: 'so-2-vp', name: 'Văn phòng' },
      { ...key, id: randomUUID(), code: 'so-2-nv', name: 'Phòng Nghiệp vụ' },
    ])
    .execute()
  await addPerson(owner, authority.id, { signInName: 'van.phong', role: 'divisionOfficer', unitId: office })
})

const dialogOf = (page: Page) => page.getByRole('dialog')
const choose = async (page: Page, label: string, option: string | RegExp): Promise<void> => {
  await dialogOf(page).getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const save = async (page: Page, act = 'Lưu'): Promise<void> => {
  await dialogOf(page).getByRole('button', { name: act, exact: true }).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}

it('an agency goes from the points it lost to a plan that is approved', async () => {
  const page = await test.open('/cai-thien', { signInName: 'unitofficer.so-2' })
  await page.getByText('Chưa có kế hoạch', { exact: true }).waitFor()
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Lập kế hoạch mới' }).click()
  await save(page, 'Lập kế hoạch')
  await page.getByRole('heading', { level: 1, name: /Kế hoạch khắc phục.*2027/ }).waitFor()
  address = new URL(page.url()).pathname

  await page.getByRole('tab', { name: 'Nguyên nhân' }).click()
  await page.getByRole('button', { name: 'Thêm nguyên nhân' }).click()
  await dialogOf(page).getByRole('textbox', { name: 'Nguyên nhân' }).fill('Văn phòng tham mưu chậm')
  await save(page)
  await page.getByRole('rowheader', { name: 'Văn phòng tham mưu chậm' }).waitFor()
  await page.getByRole('tab', { name: 'Từng tiêu chí' }).click()
  await page.getByRole('button', { name: 'Sửa: Ban hành kế hoạch' }).click()
  await choose(page, 'Loại', 'Thực hiện chậm')
  await dialogOf(page).getByRole('textbox', { name: 'Số liệu, tài liệu' }).fill('Ban hành chậm 12 ngày')
  await choose(page, 'Nguyên nhân', 'Văn phòng tham mưu chậm')
  await page.keyboard.press('Escape')
  await save(page)
  await page.getByText('Văn phòng tham mưu chậm (chủ quan)').waitFor()
  expect(await barriersOf(page)).toEqual([])

  await page.getByRole('tab', { name: 'Nhiệm vụ', exact: true }).click()
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
  const form = dialogOf(page)
  await form.getByRole('textbox', { name: 'Nhiệm vụ' }).fill('Ban hành kế hoạch đúng hạn')
  await choose(page, 'Khắc phục tiêu chí', /1\.1/)
  await page.keyboard.press('Escape')
  await form.getByLabel('Đơn vị chủ trì').fill('Văn phòng')
  await page.keyboard.press('Escape')
  await form.getByRole('textbox', { name: 'Sản phẩm' }).fill('Kế hoạch năm')
  await form.getByRole('textbox', { name: 'Thời hạn' }).fill('trong quý I/2027')
  await form.getByText('Đến hết ngày 31/03/2027.').waitFor()
  await form.getByRole('textbox', { name: /Điểm giành lại ở 1\.1/ }).fill('0,9')
  await form.getByRole('textbox', { name: 'Công sức (ngày công)' }).fill('5')
  await form.getByRole('textbox', { name: 'Khả năng đạt (%)' }).fill('100')
  await save(page)
  await page.getByRole('rowheader', { name: /Ban hành kế hoạch đúng hạn/ }).waitFor()

  await page.getByRole('tab', { name: 'Lộ trình và chỉ tiêu' }).click()
  await page.getByRole('button', { name: 'Thêm mục tiêu' }).click()
  await dialogOf(page).getByRole('textbox', { name: 'Năm' }).fill('2027')
  await dialogOf(page).getByRole('textbox', { name: 'Điểm ít nhất' }).fill('8,3')
  await save(page)
  await page.getByRole('textbox', { name: 'Tổng điểm cần đạt' }).fill('8,3')
  await page.getByRole('button', { name: 'Tìm nhóm nhiệm vụ' }).click()
  await page.getByText('Ít tốn công nhất: 5 ngày công').waitFor()
  await page.getByRole('tab', { name: 'Lộ trình điểm' }).click()
  await page.getByRole('textbox', { name: 'Ban hành kế hoạch, điểm tối thiểu năm 2027' }).fill('2')
  await page.getByRole('button', { name: 'Lưu lộ trình' }).click()
  expect(await barriersOf(page)).toEqual([])

  const head = await test.open(address, { signInName: 'headofunit.so-2' })
  await head.getByRole('button', { name: 'Phê duyệt kế hoạch' }).click()
  await dialogOf(head).getByRole('textbox', { name: 'Số văn bản (nếu có)' }).fill('12/KH-SO2')
  await save(head, 'Phê duyệt kế hoạch')
  await head.getByText(/Phê duyệt lần 1, số 12\/KH-SO2/).waitFor()
}, 180_000)

it('a division writes its steps and reports, the office marks it, and the next year goes on from there', async () => {
  const division = await test.open('/cai-thien', { signInName: 'van.phong' })
  await division.getByRole('link', { name: /Kế hoạch khắc phục.*2027/ }).click()
  await division.getByRole('tab', { name: 'Kế hoạch của phòng' }).click()
  await division.getByRole('button', { name: 'Lập các bước: Ban hành kế hoạch đúng hạn' }).click()
  await dialogOf(division).getByRole('textbox', { name: 'Việc cần làm' }).fill('Soạn dự thảo')
  await save(division)
  await division.getByText('Soạn dự thảo').waitFor()
  await division.getByRole('tab', { name: 'Nhiệm vụ', exact: true }).last().click()
  await division.getByRole('button', { name: 'Báo cáo tiến độ: Ban hành kế hoạch đúng hạn' }).click()
  await choose(division, 'Tình trạng', 'Đang thực hiện')
  await dialogOf(division).getByRole('textbox', { name: 'Phần đã làm (%)' }).fill('60')
  await dialogOf(division).getByRole('textbox', { name: 'Nội dung đã làm' }).fill('Đã có dự thảo')
  await save(division, 'Báo cáo tiến độ')
  await division.getByText('Đã có dự thảo').waitFor()
  expect(await barriersOf(division)).toEqual([])

  const page = await test.open(`${address}?muc=theo-doi&phan=phong&ky=quarter1`, { signInName: 'unitofficer.so-2' })
  await page.getByRole('combobox', { name: 'Xếp loại: Văn phòng' }).click()
  await page.getByRole('option', { name: 'Hoàn thành tốt nhiệm vụ' }).click()
  await page.getByRole('tab', { name: 'Thi đua' }).click()
  await page.getByRole('table').first().getByText('Hoàn thành tốt nhiệm vụ').waitFor()
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('tab', { name: 'Kiến nghị', exact: true }).click()
  await page.getByRole('button', { name: 'Thêm kiến nghị' }).click()
  await dialogOf(page).getByRole('textbox', { name: 'Nơi nhận kiến nghị' }).fill('Sở Nội vụ')
  await dialogOf(page).getByRole('textbox', { name: 'Nội dung' }).fill('Lưu ý yếu tố đặc thù')
  await dialogOf(page)
    .getByRole('checkbox', { name: /Kiến nghị về bộ tiêu chí/ })
    .check()
  await save(page)

  const owner = await test.open('/cai-thien', { signInName: 'methodowner' })
  await owner.getByRole('button', { name: 'Trả lời: Lưu ý yếu tố đặc thù' }).click()
  await choose(owner, 'Tình trạng', 'Tiếp thu')
  await dialogOf(owner).getByRole('textbox', { name: 'Trả lời' }).fill('Sẽ xem xét khi sửa đổi')
  await save(owner, 'Trả lời')
  await owner.getByText('Sẽ xem xét khi sửa đổi').waitFor()
  expect(await barriersOf(owner)).toEqual([])

  await page.goto('/cai-thien')
  await page.getByRole('button', { name: 'Lập kế hoạch mới' }).click()
  await choose(page, 'Lập từ', /Tiếp tục kế hoạch/)
  await save(page, 'Lập kế hoạch')
  await page.getByRole('heading', { level: 1, name: /2028/ }).waitFor()
  await page.getByRole('tab', { name: 'Nhiệm vụ', exact: true }).click()
  await page.getByRole('rowheader', { name: /Ban hành kế hoạch đúng hạn/ }).waitFor()
}, 180_000)

it('every part of a plan reads on a phone', async () => {
  const page = await test.open(address, { signInName: 'unitofficer.so-2', viewport: phone })
  for (const part of ['mat-diem', 'nhiem-vu', 'chi-tieu', 'theo-doi', 'kien-nghi', 'hop', 'so', 'van-ban']) {
    await page.goto(`${address}?muc=${part}`)
    await page.getByRole('tabpanel').first().waitFor()
    expect([part, await overflowOf(page)]).toEqual([part, 0])
  }
}, 120_000)
