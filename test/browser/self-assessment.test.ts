import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '../authority.ts'
import { createSmallCycle, smallFramework } from '../small-cycle.ts'
import { barriersOf, type BrowserTest, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
let path: string
beforeAll(async () => {
  test = await startBrowserTest()
})
beforeEach(async () => {
  const { cycleId, units } = await createSmallCycle(test.owner, test.authority)
  path = `/tu-danh-gia/${cycleId}/${units[0]?.id}`
})

const openSheet = async (signInName = 'unitofficer.so-1', viewport?: typeof phone): Promise<Page> => {
  const page = await test.open(path, { signInName, ...(viewport && { viewport }) })
  await page.getByRole('heading', { level: 1, name: /^Tự đánh giá/ }).waitFor()
  return page
}
const rowOf = (page: Page, code: string) => page.locator('tr', { has: page.getByText(code, { exact: true }) })
// STT, điểm chuẩn, tự đánh giá
const pointsOf = (page: Page, code: string) => rowOf(page, code).getByRole('gridcell').nth(2)
const saved = (page: Page) => page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor()
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const data = new DataTransfer()
    data.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)

describe('the sheet by keyboard', () => {
  it('types, moves on, adds up, saves, and is there after a reload', async () => {
    const page = await openSheet()
    await pointsOf(page, '1.1').click()
    await page.keyboard.type('1,5')
    await page.keyboard.press('Enter')
    // Down to 1.2, which does not arise; then to 1.3.
    await page.keyboard.press('k')
    await page.getByRole('dialog').getByLabel('Căn cứ').fill('Không có đợt kiểm tra')
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi không phát sinh' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('0.75')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Quyết định số 12')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('region', { name: 'Tổng điểm' }).innerText()).toContain('2,25')
    await saved(page)
    await page.reload()
    await expect.poll(() => pointsOf(page, '1.1').innerText()).toBe('1,5')
    expect(await pointsOf(page, '1.2').innerText()).toBe('Không phát sinh')
    expect(await rowOf(page, '1.3').innerText()).toContain('Quyết định số 12')
    expect(await rowOf(page, '1').first().innerText()).toContain('3/3')
  })

  it('refuses more than the maximum in its place, says the figure, keeps the text, and takes it back', async () => {
    const page = await openSheet()
    await pointsOf(page, '1.1').click()
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await page.getByText('Tiêu chí 1.1: 9 điểm vượt quá điểm tối đa 2.').first().waitFor()
    expect(await pointsOf(page, '1.1').innerText()).toBe('9')
    expect(await pointsOf(page, '1.1').getAttribute('aria-invalid')).toBe('true')
    await page.reload()
    await expect.poll(() => pointsOf(page, '1.1').innerText()).toBe('9')
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => pointsOf(page, '1.1').innerText()).toBe('')
  })

  it('takes a block from a spreadsheet, shows what does not fit, and takes the whole back in one step', async () => {
    const page = await openSheet()
    await pointsOf(page, '1.1').click()
    await paste(page, '1,5\r\n5\r\nkhông rõ\r\n')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Tiêu chí 1.2: 5 điểm vượt quá điểm tối đa 1.').waitFor()
    expect(await barriersOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Dán 1 ô' }).click()
    await expect.poll(() => pointsOf(page, '1.1').innerText()).toBe('1,5')
    expect([await pointsOf(page, '1.2').innerText(), await pointsOf(page, '1.3').innerText()]).toEqual(['5', 'không rõ'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => pointsOf(page, '1.1').innerText()).toBe('')
    expect(await pointsOf(page, '1.3').innerText()).toBe('')
  })
})

describe('the sheet when something comes between', () => {
  it('keeps what is typed without network, and saves it by itself afterwards', async () => {
    const page = await openSheet()
    await page.context().setOffline(true)
    await pointsOf(page, '1.1').click()
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await page.getByText(/Còn 1 tiêu chí chưa lưu được/).waitFor()
    await page.context().setOffline(false)
    await saved(page)
  })

  it('sets what two people typed side by side, with the name, and lets one of them choose', async () => {
    const [officer, head] = [await openSheet(), await openSheet('headofunit.so-1')]
    await pointsOf(officer, '1.1').click()
    await officer.keyboard.type('1')
    await officer.keyboard.press('Enter')
    await saved(officer)
    await pointsOf(head, '1.1').click()
    await head.keyboard.type('2')
    await head.keyboard.press('Enter')
    await head.getByText('Người khác vừa sửa. Hãy chọn giữ bên nào.').waitFor()
    await pointsOf(head, '1.1').click()
    const conflict = head.getByRole('alert')
    expect(await conflict.innerText()).toContain('Người thử unitofficer.so-1')
    expect(await barriersOf(head)).toEqual([])
    await conflict.getByRole('button', { name: 'Giữ của tôi' }).click()
    await saved(head)
    await officer.reload()
    await expect.poll(() => pointsOf(officer, '1.1').innerText()).toBe('2')
  })

  it('lists what is missing before it is submitted, leads there, and then only shows', async () => {
    const page = await openSheet()
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Tiêu chí 2.2 chưa chấm điểm.' }).click()
    await expect.poll(() => pointsOf(page, '2.2').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.type('2,5')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click()
    await dialog.getByLabel(/Nộp dù còn 3 tiêu chí chưa chấm/).check()
    await dialog.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click()
    await page.getByText(/^Đã nộp, người nộp/).waitFor()
    expect(await pointsOf(page, '2.2').getAttribute('aria-readonly')).toBe('true')
  })
})

describe('the sheet on a phone', () => {
  it('goes from criterion to criterion, one at a time', async () => {
    const page = await openSheet('unitofficer.so-1', phone)
    expect(await overflowOf(page)).toBe(0)
    await rowOf(page, '1.1').getByText('Ban hành kế hoạch').click()
    await page.getByLabel('Điểm tự đánh giá').fill('1,25')
    expect(await barriersOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Tiêu chí sau' }).click()
    await page.getByRole('heading', { name: /^1\.2/ }).waitFor()
    await page.getByRole('button', { name: 'Về bảng' }).click()
    await expect.poll(() => pointsOf(page, '1.1').innerText()).toBe('1,25')
  })
})

describe('the parts of divisions', () => {
  it('go from a division to its head, to the Office, to the head of the unit, with a question on the way', async () => {
    const { owner, authority } = test
    const [department] = authority.departments
    const division = randomUUID()
    await owner
      .insertInto('unit')
      .values({ id: division, authority_id: authority.id, parent_id: department.id, code: 'so-1-vp', name: 'Văn phòng', kind: 'division' })
      .execute()
    await addPerson(owner, authority.id, { signInName: 'van.phong', role: 'divisionOfficer', unitId: division })
    await addPerson(owner, authority.id, { signInName: 'chanh.van.phong', role: 'headOfUnit', unitId: division })
    const led = {
      ...smallFramework,
      nodes: smallFramework.nodes.map((area, at) => ({ ...area, leadUnits: at === 0 ? ['Văn phòng'] : [] })),
    }
    const { cycleId } = await createSmallCycle(owner, authority, 'selfAssessing', null, led)
    path = `/tu-danh-gia/${cycleId}/${department.id}`
    const unit = await test.open(`/ky-danh-gia/${cycleId}/phan-cong`, { signInName: 'unitofficer.so-1' })
    await unit.getByRole('button', { name: 'Giao phần tự chấm cho các phòng' }).click()
    await unit.getByText('Đã giao 3 tiêu chí cho 1 phòng.').waitFor()

    const officer = await openSheet('van.phong')
    await officer.getByRole('region', { name: 'Phần việc của Văn phòng' }).waitFor()
    expect(await rowOf(officer, '2.2').count()).toBe(0)
    await pointsOf(officer, '1.1').click()
    await officer.keyboard.type('1,5\n')
    await saved(officer)
    // Enter has gone on to 1.2.
    await officer.getByRole('button', { name: 'Đặt câu hỏi' }).click()
    await officer.getByLabel('Nội dung').fill('Cần tài liệu nào?')
    expect(await barriersOf(officer)).toEqual([])
    await officer.getByRole('button', { name: 'Gửi', exact: true }).click()
    await officer.getByText('1 câu hỏi chờ trả lời').waitFor()
    await officer.getByRole('button', { name: 'Báo đã nhập xong' }).click()
    await officer.getByText('Phần việc được giao đã báo xong hoặc đã nộp nên chỉ xem được.').waitFor()

    const head = await openSheet('chanh.van.phong')
    await head.getByRole('button', { name: 'Nộp phần được giao' }).click()
    await head.getByText('Đã nộp cho đơn vị.', { exact: false }).waitFor()

    await unit.goto(path)
    await unit.getByRole('button', { name: 'Tổng hợp phần của Văn phòng' }).click()
    await unit.getByText('Mọi phần đã được tổng hợp.', { exact: false }).waitFor()
    expect(await barriersOf(unit)).toEqual([])
    const approving = await openSheet('headofunit.so-1')
    await approving.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click()
    const dialog = approving.getByRole('dialog')
    await dialog.getByLabel(/^Nộp dù còn/).check()
    await dialog.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click()
    await approving.getByText(/^Đã nộp, người nộp/).waitFor()

    const appraiser = await test.open('/hoi-dap', { signInName: 'methodowner' })
    await appraiser.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await appraiser.getByLabel('Trả lời ở tiêu chí 1.2').fill('Quyết định ban hành kế hoạch.')
    await appraiser.getByRole('button', { name: 'Gửi', exact: true }).click()
    await appraiser.getByText('Không có câu hỏi nào chờ trả lời').waitFor()
    const small = await openSheet('van.phong', phone)
    expect(await overflowOf(small)).toBe(0)
  })
})
