import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { addPerson } from '../authority.ts'
import { createSmallCycle } from '../small-cycle.ts'
import { barriersOf, type BrowserTest, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
let cycleId: string
beforeAll(async () => {
  test = await startBrowserTest()
  const { owner, authority } = test
  const [department] = authority.departments
  const key = { authority_id: authority.id, parent_id: department.id, kind: 'division' }
  const office = randomUUID()
  await owner
    .insertInto('unit')
    .values([
      { ...key, id: office, code: 'so-1-vp', name: 'Văn phòng' },
      { ...key, id: randomUUID(), code: 'so-1-tt', name: 'Thanh tra' },
      { ...key, id: randomUUID(), code: 'so-1-db', name: 'Phòng Tuyên truyền và Địa bàn', aliases: ['Phòng TT&ĐB'] },
    ])
    .execute()
  await addPerson(owner, authority.id, { signInName: 'van.phong', role: 'divisionOfficer', unitId: office })
  const file = join(import.meta.dirname, '../../golden/binh-phuoc-2022/expected.json')
  const { nodes } = JSON.parse(readFileSync(file, 'utf8')) as { nodes: object[] }
  const set = {
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí 2022',
    year: 2026,
    unitGroup: 'so-nganh',
    scaleTotal: '100',
    totalCap: '100',
    nodes,
  }
  cycleId = (await createSmallCycle(owner, authority, 'selfAssessing', null, set)).cycleId
})

it('an agency divides its criteria as its plan of 2022 prints it: a name is settled, rows are assigned in bulk, a division hands on', async () => {
  const page = await test.open(`/ky-danh-gia/${cycleId}/phan-cong`, { signInName: 'unitofficer.so-1' })
  await page.getByRole('heading', { level: 1, name: 'Phân công thực hiện tiêu chí' }).waitFor()
  await page.getByText('tiêu chí còn ghi tên chưa xác định').waitFor()
  expect(await barriersOf(page)).toEqual([])
  await page.getByLabel('“Phòng được giao NV” là phòng, ban').first().click()
  await page.getByRole('option', { name: 'Thanh tra' }).click()
  await page.getByText('Mọi tiêu chí đã có đơn vị chủ trì.').waitFor()
  await page.getByRole('checkbox', { name: /^Chọn 1\.1\.1 / }).check()
  await page.getByRole('checkbox', { name: /^Chọn 1\.1\.2 / }).check()
  await page.getByText('Đã chọn 2 dòng').waitFor()
  await page.getByLabel('Giao cho', { exact: true }).first().click()
  await page.getByRole('option', { name: 'Phòng Tuyên truyền và Địa bàn' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Giao việc' }).click()
  await page.getByText('Đã chọn 2 dòng').waitFor({ state: 'detached' })
  await page.getByText('do đơn vị đặt').first().waitFor()
  expect(await page.getByText('do đơn vị đặt').count()).toBe(2)
  const officer = await test.open('/viec-duoc-giao', { signInName: 'van.phong' })
  await officer.getByLabel('Người thực hiện tiêu chí 1.1.3').first().click()
  await officer.getByRole('option').first().click()
  await officer.keyboard.press('Escape')
  await officer.getByRole('switch', { name: 'Chỉ việc của tôi' }).check()
  await expect.poll(() => officer.getByRole('rowheader', { name: /Mức độ thực hiện kế hoạch/ }).count()).toBe(1)
  expect(await barriersOf(officer)).toEqual([])
}, 150_000)

it('the plan reads on a phone', async () => {
  const page = await test.open(`/ky-danh-gia/${cycleId}/phan-cong`, { signInName: 'unitofficer.so-1', viewport: phone })
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await overflowOf(page)).toBe(0)
})

it('the method owner makes a calendar out of the usual steps, sees what words mean, and reminds who has not submitted', async () => {
  const page = await test.open(`/ky-danh-gia/${cycleId}/lich`, { signInName: 'methodowner' })
  await page.getByRole('button', { name: 'Lập lịch' }).click()
  const words = page.getByRole('textbox', { name: 'Thời gian' }).first()
  await words.fill('khi nào xong')
  await page.getByText('Chưa đọc được thời gian').waitFor()
  await words.fill('Tháng 11, 12/2026')
  await page.getByText('từ 01/11/2026 đến hết 31/12/2026').first().waitFor()
  await page.getByRole('button', { name: 'Lưu lịch' }).click()
  await page.getByRole('figure', { name: 'Tiến độ thời gian các bước' }).waitFor()
  await page.getByText('Điểm cần xem lại').waitFor()
  expect(await barriersOf(page)).toEqual([])
  await page.goto(page.url().replace('/lich', '/don-doc'))
  await page.getByRole('button', { name: 'Nhắc 3 đơn vị đang hiện' }).click()
  await page.getByText('Thông báo sẽ đến 6 người').waitFor()
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Gửi nhắc việc' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const officer = await test.open('/', { signInName: 'unitofficer.so-2' })
  await officer.getByRole('link', { name: 'Thông báo, 1 chưa đọc' }).click()
  await officer.getByText('Nhắc tự đánh giá: Chỉ số CCHC năm 2026').waitFor()
  expect(await barriersOf(officer)).toEqual([])
}, 150_000)
