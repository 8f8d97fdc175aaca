import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { departmentsGroup } from '../authority.ts'
import { ruledFramework } from '../ruled-framework.ts'
import { createSmallCycle } from '../small-cycle.ts'
import { barriersOf, type BrowserTest, overflowOf, phone, startBrowserTest } from './browser.ts'
import { paste } from './by-hand.ts'

let test: BrowserTest
let path: string
beforeAll(async () => {
  test = await startBrowserTest()
})
beforeEach(async () => {
  const { cycleId, units } = await createSmallCycle(test.owner, test.authority, 'selfAssessing', null, ruledFramework)
  path = `/tu-danh-gia/${cycleId}/${units[0]?.id}`
})

const openSheet = async (viewport?: typeof phone): Promise<Page> => {
  const page = await test.open(path, { signInName: 'unitofficer.so-1', ...(viewport && { viewport }) })
  await page.getByRole('heading', { level: 1, name: /^Tự đánh giá/ }).waitFor()
  return page
}
const rowOf = (page: Page, code: string) => page.locator('tr', { has: page.getByText(code, { exact: true }) })
const pointsOf = (page: Page, code: string) => rowOf(page, code).getByRole('gridcell').nth(2)
const panel = (page: Page) => page.getByRole('group', { name: 'Số liệu' })
const saved = (page: Page) => page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor()
const keys = async (page: Page, ...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key)
}

describe('facts by keyboard', () => {
  it('go from field to field and from criterion to criterion, give points and say why, and are there after a reload', async () => {
    const page = await openSheet()
    await pointsOf(page, '1.1').click()
    // Tỷ lệ: 95 trên 100.
    await page.keyboard.type('95')
    await keys(page, 'Enter')
    await page.keyboard.type('100')
    expect(await panel(page).getByRole('status').innerText()).toBe('1,9/2 điểm')
    expect(await panel(page).innerText()).toContain('95 / 100 = 95%')
    await keys(page, 'Enter')
    // Lựa chọn thứ hai.
    await keys(page, '2', 'Enter')
    // Ngày ban hành, chậm.
    await page.keyboard.type('12022026')
    await keys(page, 'Control+a')
    await page.keyboard.type('12/02/2026')
    await keys(page, 'Enter', 'Enter')
    // Có, không.
    await keys(page, '1', 'Enter', '2', 'Enter')
    // Hai sáng kiến.
    await page.keyboard.type('Sáng kiến một')
    await keys(page, 'Enter')
    await page.keyboard.type('Sáng kiến hai')
    await keys(page, 'Enter', 'Enter')
    // Không có hồ sơ trễ hạn.
    await page.keyboard.type('0')
    await keys(page, 'Enter')
    await page.keyboard.type('0,75')
    await keys(page, 'Enter')
    await saved(page)
    await page.reload()
    const texts = async (code: string) => (await pointsOf(page, code).innerText()).split('\n')[0]
    await expect.poll(() => texts('1.1')).toBe('1,9')
    expect(await Promise.all(['1.2', '1.3', '1.4', '1.5', '1.6', '2.1'].map(texts))).toEqual([
      '0,5',
      '0,5',
      '0,5',
      '1',
      'Không phát sinh',
      '0,75',
    ])
    expect(await barriersOf(page)).toEqual([])
  })

  it('are refused in their field with the figure, keep what was typed, and the points stay as they were', async () => {
    const page = await openSheet()
    await pointsOf(page, '1.1').click()
    await page.keyboard.type('120')
    await keys(page, 'Enter')
    await page.keyboard.type('100')
    await panel(page).getByText('120 chưa đúng, cần từ 0 đến 100.').waitFor()
    expect(await pointsOf(page, '1.1').getAttribute('aria-invalid')).toBe('true')
    await keys(page, 'Escape')
    await page.reload()
    await pointsOf(page, '1.1').click()
    expect(await panel(page).getByLabel('Hồ sơ đúng hạn').inputValue()).toBe('120')
    await keys(page, 'Enter')
    await page.keyboard.type('50')
    await expect.poll(() => panel(page).getByRole('status').innerText()).toBe('1/2 điểm')
  })

  it('are questions while they lack', async () => {
    const page = await openSheet()
    await pointsOf(page, '1.1').click()
    await page.keyboard.type('95')
    expect(await panel(page).getByRole('status').innerText()).toBe('Còn cần: Tổng số hồ sơ.')
    await saved(page)
    expect(await pointsOf(page, '1.1').innerText()).toContain('còn thiếu số liệu')
  })
})

describe('typing fast', () => {
  it('right after the key for "does not arise" loses no letter', async () => {
    const page = await openSheet()
    await pointsOf(page, '2.3').click()
    await page.keyboard.type('kDon vi khong co truong hop nao', { delay: 0 })
    expect(await page.getByRole('dialog').getByLabel('Căn cứ').inputValue()).toBe('Don vi khong co truong hop nao')
  })

  it('right after going into the facts loses no figure', async () => {
    const page = await openSheet()
    await pointsOf(page, '1.1').click()
    await page.keyboard.type('12345', { delay: 0 })
    expect(await panel(page).getByLabel('Hồ sơ đúng hạn').inputValue()).toBe('12345')
  })
})

describe('a whole set of 102 criteria', () => {
  it('is scored with the keyboard alone, and nothing typed fast is lost', async () => {
    const file = join(import.meta.dirname, '../../frameworks/binh-phuoc-2021-so.json')
    const set = { ...(JSON.parse(await readFile(file, 'utf8')) as { title: string }), unitGroup: departmentsGroup }
    const { cycleId, units } = await createSmallCycle(test.owner, test.authority, 'selfAssessing', null, set)
    path = `/tu-danh-gia/${cycleId}/${units[0]?.id}`
    const page = await openSheet()
    const cells = page.locator('td[role=gridcell][class*=points]')
    const count = await cells.count()
    expect(count).toBe(102)
    await cells.first().click()
    for (let at = 0; at < count; at += 1) await page.keyboard.type('0,25\n', { delay: 0 })
    await page.getByText(`Đã chấm ${count}/${count}`).waitFor()
    await saved(page)
    await page.reload()
    await page.getByText(`Đã chấm ${count}/${count}`).waitFor()
    expect(new Set(await cells.allInnerTexts())).toEqual(new Set(['0,25']))
  })
})

describe('a pasted column', () => {
  it('is laid on the rows as shown, says what falls on groups and facts, shows old and new, and can be meant otherwise', async () => {
    const page = await openSheet()
    await pointsOf(page, '1.6').click()
    await paste(page, '1\r\n2,5\r\n0,5\r\n1\r\n1\r\n')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Dòng 2 rơi vào dòng nhóm 2, điểm nhóm được cộng tự động: “2,5”').waitFor()
    await dialog.getByText('Dòng 1: tiêu chí 1.6 tính điểm từ số liệu, không ghi điểm trực tiếp: “1”').waitFor()
    expect(await dialog.getByRole('row', { name: /2\.1/ }).innerText()).toContain('0,5')
    expect(await barriersOf(page)).toEqual([])
    await dialog.getByLabel(/^Lần lượt các tiêu chí chấm điểm/).check()
    await dialog.getByText('vượt quá điểm tối đa 1').first().waitFor()
    await dialog.getByLabel(/^Theo từng dòng/).check()
    await dialog.getByRole('button', { name: 'Dán 2 ô' }).click()
    await expect.poll(() => pointsOf(page, '2.1').innerText()).toBe('0,5')
    expect(await pointsOf(page, '2.3').innerText()).toBe('1')
  })
})

/** Points that come from facts, and points that somebody typed: the second unit has the better rate, the first more in all. */
const appraised = async (): Promise<string> => {
  const { cycleId, frameworkId, units } = await createSmallCycle(test.owner, test.authority, 'submitted', null, ruledFramework)
  const scores = [
    { unit: units[0]?.id, node: '1.1', points: '1.8', inputs: { numerator: '90', denominator: '100' } },
    { unit: units[0]?.id, node: '2.3', points: '1', inputs: null },
    { unit: units[1]?.id, node: '1.1', points: '2', inputs: { numerator: '100', denominator: '100' } },
    { unit: units[1]?.id, node: '2.3', points: '0.5', inputs: null },
  ]
  await sql`
    insert into score (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points, status, points, inputs)
    select ${test.authority.id}, ${cycleId}, s.unit, ${frameworkId}, 'firstAppraisal', s.node, n.min_points, n.max_points, 'scored', s.points, s.inputs
    from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) as s(unit uuid, node text, points numeric, inputs jsonb)
    join framework_node n on n.framework_id = ${frameworkId} and n.node_id = s.node`.execute(test.owner)
  return cycleId
}

describe('what if the facts were scored by another rule', () => {
  it('is tried in the form by which rules are made, and changes points and places on the copy at once', async () => {
    const page = await test.open(`/ket-qua/thu/${await appraised()}`, { signInName: 'methodowner' })
    const first = page
      .getByRole('table', { name: /^Kết quả trên bản sao/ })
      .locator('tbody tr')
      .first()
    expect(await first.getByRole('rowheader').innerText()).toBe(test.authority.departments[0].name)
    await page.getByRole('combobox', { name: 'Loại thay đổi' }).click()
    await page.getByRole('option', { name: 'Cách tính điểm của một tiêu chí' }).click()
    await page.getByRole('combobox', { name: 'Tiêu chí', exact: true }).fill('1.1')
    await page.getByRole('option', { name: /^1\.1 / }).click()
    expect(await page.getByRole('button', { name: 'Thêm thay đổi' }).isDisabled()).toBe(true)
    await page.getByLabel('Tỷ lệ tối thiểu (%)').fill('95')
    await page.getByText(/95%/).first().waitFor()
    expect(await barriersOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Thêm thay đổi' }).click()
    await page.getByText('tính lại điểm của 2 đơn vị theo số liệu đã nhập', { exact: false }).waitFor()
    await page.getByText('2 đơn vị đổi hạng.').waitFor()
    expect(await first.getByRole('rowheader').innerText()).toBe(test.authority.departments[1].name)
    await page.getByRole('button', { name: /^Bỏ thay đổi/ }).click()
    await page.getByText('Không đơn vị nào đổi hạng.').waitFor()
    const { rows } = await sql<{
      points: string
    }>`select points::float::text as points from score where node_id = '1.1' and round = 'firstAppraisal'`.execute(test.owner)
    expect(rows.map(({ points }) => points).toSorted()).toEqual(['1.8', '2'])
  })
})

describe('facts on a phone', () => {
  it('are entered one criterion at a time, without anything wider than the screen', async () => {
    const page = await openSheet(phone)
    await rowOf(page, '1.1').getByText('Tỷ lệ hồ sơ đúng hạn').click()
    await page.getByLabel('Hồ sơ đúng hạn').fill('1')
    await page.getByLabel('Tổng số hồ sơ').fill('4')
    expect(await panel(page).getByRole('status').innerText()).toBe('0,5/2 điểm')
    expect(await overflowOf(page)).toBe(0)
    expect(await barriersOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Tiêu chí sau' }).click()
    await page.getByRole('heading', { name: /^1\.2/ }).waitFor()
  })
})
