import type { Page } from 'playwright-core'
import { beforeAll, it } from 'vitest'
import { publicationRoutes } from '../../src/features/publication/contract.ts'
import { shellTexts } from '../../src/language/pages/shell.ts'
import { testPassword } from '../authority.ts'
import { createSmallCycle } from '../small-cycle.ts'
import { barriersOf, type BrowserTest, office, overflowOf, phone, startBrowserTest } from './browser.ts'

let test: BrowserTest
/** Addresses that hold an id, filled before the first test: a cycle at work, one under appraisal, and one that was published. */
const at = { open: '', submitted: '', publication: '', department: '' }
const prepareCycles = async (): Promise<void> => {
  const { owner, authority } = test
  at.department = authority.departments[0].id
  at.open = (await createSmallCycle(owner, authority)).cycleId
  at.submitted = (await createSmallCycle(owner, authority, 'submitted')).cycleId
  const { cycleId } = await createSmallCycle(owner, authority, 'approved')
  await owner.updateTable('cycle').set({ stage: 'approved' }).where('id', '=', cycleId).execute()
  const chair = await test.signInAs('councilchair')
  const body = { title: 'Chỉ số thử 2026', isPublic: true }
  at.publication = (await chair(publicationRoutes.publish, { params: { cycleId }, body, idempotencyKey: 'cong-bo' })).value.id
}
beforeAll(async () => {
  test = await startBrowserTest({
    demoAccounts: [{ signInName: 'leader', password: testPassword, role: 'leader', name: 'Lê Văn Theo Dõi' }],
  })
  await prepareCycles()
})

interface Shown {
  readonly name: string
  readonly path: string | (() => string)
  readonly signInName?: string
  /** Brings the page into the state that is looked at. */
  readonly prepare?: (page: Page) => Promise<void>
}

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog').waitFor()
}

const pages: readonly Shown[] = [
  { name: 'sign-in with demo accounts', path: '/dang-nhap', prepare: (page) => page.getByText('Tài khoản minh họa').waitFor() },
  { name: 'home of an officer', path: '/', signInName: 'unitofficer.so-1', prepare: heading('Trang chủ') },
  { name: 'home of the method owner', path: '/', signInName: 'methodowner', prepare: heading('Trang chủ') },
  {
    name: 'template of a paper',
    path: '/van-ban/mau?loai=publicationDecision',
    signInName: 'methodowner',
    prepare: (page) => page.getByText('Đang dùng: câu chữ mặc định').waitFor(),
  },
  { name: 'account', path: '/tai-khoan', signInName: 'leader', prepare: heading('Tài khoản') },
  {
    name: 'units',
    path: '/quan-tri',
    signInName: 'administrator',
    prepare: (page) => page.getByText('Danh sách đơn vị').first().waitFor(),
  },
  {
    name: 'merging units',
    path: '/quan-tri',
    signInName: 'administrator',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Thao tác với Sở Thử nghiệm số 1' }).click()
      await page.getByRole('menuitem', { name: 'Sáp nhập, chia tách' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'slips for first sign-ins',
    path: '/quan-tri/phieu-dang-nhap',
    signInName: 'administrator',
    prepare: heading('Phiếu đăng nhập lần đầu'),
  },
  {
    name: 'the log',
    path: '/quan-tri?muc=nhat-ky',
    signInName: 'inspector',
    prepare: (page) => page.getByText('Nhật ký, mới nhất trước').first().waitFor(),
  },
  {
    name: 'people of the own unit',
    path: '/nguoi-cua-don-vi',
    signInName: 'headofunit.so-1',
    prepare: (page) => page.getByText('Tài khoản của Sở Thử nghiệm số 1').first().waitFor(),
  },
  { name: 'adding a unit', path: '/quan-tri', signInName: 'administrator', prepare: press('Thêm đơn vị') },
  { name: 'pasting units', path: '/quan-tri', signInName: 'methodowner', prepare: press('Dán từ Excel') },
  {
    name: 'people',
    path: '/quan-tri?muc=nguoi-dung',
    signInName: 'administrator',
    prepare: (page) => page.getByText('Danh sách người dùng').first().waitFor(),
  },
  { name: 'adding a person', path: '/quan-tri?muc=nguoi-dung', signInName: 'administrator', prepare: press('Thêm người dùng') },
  { name: 'widgets and sentences', path: '/kieu-mau', signInName: 'leader', prepare: heading('Kiểu mẫu') },
  {
    name: 'interface',
    path: '/tai-lieu-api',
    signInName: 'administrator',
    prepare: (page) => page.getByText('/api/units').first().waitFor(),
  },
  { name: 'frameworks', path: '/bo-tieu-chi', signInName: 'methodowner', prepare: heading('Bộ tiêu chí') },
  { name: 'cycles', path: '/ky-danh-gia', signInName: 'methodowner', prepare: heading('Kỳ đánh giá') },
  { name: 'a cycle', path: () => `/ky-danh-gia/${at.open}`, signInName: 'methodowner', prepare: heading('Chỉ số CCHC năm 2026') },
  {
    name: 'another deadline',
    path: () => `/ky-danh-gia/${at.open}`,
    signInName: 'methodowner',
    prepare: press('Đổi tên, hạn, yêu cầu ký'),
  },
  { name: 'legal bases', path: '/can-cu', signInName: 'methodowner', prepare: heading(/./) },
  { name: 'standing bodies', path: '/ban-chi-dao', signInName: 'methodowner', prepare: heading(/./) },
  { name: 'indexes', path: '/chi-so', signInName: 'methodowner', prepare: heading(/./) },
  { name: 'periodic reports', path: '/bao-cao', signInName: 'methodowner', prepare: heading(/./) },
  { name: 'questions', path: '/hoi-dap', signInName: 'unitofficer.so-1', prepare: heading(/./) },
  { name: 'guidance', path: '/huong-dan', signInName: 'methodowner', prepare: heading(/./) },
  { name: 'phrases of reasons', path: '/ly-do-mau', signInName: 'appraiser', prepare: heading(/./) },
  { name: 'holidays', path: '/ngay-nghi', signInName: 'methodowner', prepare: heading(/./) },
  { name: 'budget of a cycle', path: () => `/ky-danh-gia/${at.open}/du-toan`, signInName: 'methodowner', prepare: heading(/./) },
  { name: 'inspections', path: () => `/kiem-tra/${at.submitted}`, signInName: 'methodowner', prepare: heading(/./) },
  { name: 'second looks', path: () => `/xem-lai-tham-dinh/${at.submitted}`, signInName: 'methodowner', prepare: heading(/./) },
  { name: 'a common sample', path: () => `/cham-thu/${at.submitted}`, signInName: 'methodowner', prepare: heading(/./) },
  { name: 'accepting together', path: () => `/chap-nhan-nhieu-don-vi/${at.submitted}`, signInName: 'appraiser', prepare: heading(/./) },
  {
    name: 'moving to another framework',
    path: () => `/ky-danh-gia/${at.open}/chuyen-bo-tieu-chi`,
    signInName: 'methodowner',
    prepare: heading(/./),
  },
  { name: 'own sheets', path: '/tu-danh-gia', signInName: 'unitofficer.so-1', prepare: heading('Tự đánh giá') },
  {
    name: 'a sheet being filled in',
    path: () => `/tu-danh-gia/${at.open}/${at.department}`,
    signInName: 'unitofficer.so-1',
    prepare: heading('Tự đánh giá: Sở Thử nghiệm số 1'),
  },
  { name: 'documents', path: '/tai-lieu', signInName: 'unitofficer.so-1', prepare: heading('Tài liệu kiểm chứng') },
  { name: 'cycles to appraise', path: '/tham-dinh', signInName: 'appraiser', prepare: heading('Thẩm định') },
  { name: 'the appraiser’s work list', path: () => `/tham-dinh/${at.submitted}`, signInName: 'appraiser', prepare: heading(/^Thẩm định:/) },
  {
    name: 'closing the appraisal',
    path: () => `/tham-dinh/${at.submitted}`,
    signInName: 'methodowner',
    prepare: press('Kết thúc thẩm định'),
  },
  {
    name: 'a unit under appraisal',
    path: () => `/tham-dinh/${at.submitted}/${at.department}`,
    signInName: 'appraiser',
    prepare: heading('Thẩm định: Sở Thử nghiệm số 1'),
  },
  { name: 'results', path: '/ket-qua', signInName: 'methodowner', prepare: heading('Kết quả') },
  { name: 'a ranking as it stands', path: () => `/ket-qua/${at.submitted}`, signInName: 'methodowner', prepare: heading(/^Bảng xếp hạng/) },
  {
    name: 'a published ranking by area',
    path: () => `/ket-qua/cong-bo/${at.publication}?xem=linh-vuc`,
    signInName: 'leader',
    prepare: heading('Chỉ số thử 2026'),
  },
  {
    name: 'a published sheet',
    path: () => `/ket-qua/cong-bo/${at.publication}/${at.department}`,
    signInName: 'leader',
    prepare: heading('Phiếu điểm: Sở Thử nghiệm số 1'),
  },
  ...[
    ['a cycle at a glance', 'toan-canh'],
    ['criteria across units', 'tieu-chi'],
    ['how firm places are', 'do-vung'],
  ].map(
    ([name = '', view]): Shown => ({
      name,
      path: () => `/ket-qua/cong-bo/${at.publication}?xem=${view}`,
      signInName: 'leader',
      prepare: heading('Chỉ số thử 2026'),
    }),
  ),
  { name: 'places over the years', path: '/ket-qua/cac-nam', signInName: 'leader', prepare: heading('Xếp hạng qua các năm') },
  { name: 'a unit over the years', path: () => `/ket-qua/don-vi/${at.department}`, signInName: 'leader', prepare: heading(/qua các năm$/) },
  { name: 'a comparison', path: '/ket-qua/so-sanh', signInName: 'leader', prepare: heading('So sánh') },
  { name: 'what if', path: () => `/ket-qua/thu/${at.submitted}`, signInName: 'methodowner', prepare: heading(/^Thử phương án/) },
  {
    name: 'what if of one unit',
    path: () => `/ket-qua/thu-don-vi/${at.publication}/${at.department}`,
    signInName: 'unitofficer.so-1',
    prepare: heading(/^Thử phương án cho/),
  },
  { name: 'own petitions', path: '/kien-nghi', signInName: 'unitofficer.so-1', prepare: heading('Kiến nghị về kết quả') },
  { name: 'petitions', path: '/kien-nghi', signInName: 'councilchair', prepare: heading('Kiến nghị về kết quả') },
  { name: 'what the public sees', path: '/cong-bo', signInName: 'councilchair', prepare: press('Phần công khai') },
  { name: 'publications', path: '/cong-bo', signInName: 'councilchair', prepare: heading('Công bố') },
  { name: 'publishing a correction', path: '/cong-bo', signInName: 'councilchair', prepare: press('Công bố bản đính chính') },
  { name: 'the public list', path: '/cong-khai', prepare: heading('Các kết quả đã công khai') },
  { name: 'the public ranking', path: () => `/cong-khai/${at.publication}`, prepare: heading('Chỉ số thử 2026') },
  {
    name: 'the public sheet',
    path: () => `/cong-khai/${at.publication}/don-vi/${at.department}`,
    prepare: heading('Phiếu điểm: Sở Thử nghiệm số 1'),
  },
  {
    name: 'shortcuts',
    path: '/',
    signInName: 'leader',
    prepare: async (page) => {
      await heading('Trang chủ')(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
    },
  },
  {
    name: 'a page without network',
    path: '/',
    signInName: 'leader',
    prepare: async (page) => {
      await heading('Trang chủ')(page)
      await page.context().setOffline(true)
      await page.evaluate(() => dispatchEvent(new Event('offline')))
      await page.getByText(shellTexts.offlineBar).waitFor()
    },
  },
  { name: 'an address that is none', path: '/khong-co-trang-nay', signInName: 'leader', prepare: heading('Không có trang này') },
]

// Nothing is changed by looking: several pages are looked at together.
it.concurrent.for(pages)(
  '$name: nothing that axe holds against it, and no scrolling sideways on an office screen or a phone',
  async (shown, { expect }) => {
    const page = await test.open(typeof shown.path === 'string' ? shown.path : shown.path(), {
      viewport: office,
      ...(shown.signInName && { signInName: shown.signInName }),
    })
    await shown.prepare?.(page)
    expect(await barriersOf(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.setViewportSize(phone)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await barriersOf(page)).toEqual([])
    await page.context().close()
  },
)

it('a visitor of the demo signs in with one click on a role', async () => {
  const page = await test.open('/dang-nhap')
  await page.getByRole('button', { name: /Lê Văn Theo Dõi/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Trang chủ' }).waitFor()
  await page.context().close()
})
