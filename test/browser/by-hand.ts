import type { Locator, Page } from 'playwright-core'

/** What a person does with mouse and keyboard, counted. */
export const effort = { steps: 0, keys: 0 }
export const click = async (target: Locator): Promise<void> => {
  effort.steps += 1
  await target.click()
}
export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    effort.keys += 1
    await page.keyboard.press(key)
  }
}
export const type = async (page: Page, text: string): Promise<void> => {
  effort.keys += text.length
  await page.keyboard.type(text)
}
export const fill = async (page: Page, label: string | RegExp, text: string): Promise<void> => {
  await click(page.getByLabel(label).last())
  await press(page, 'Control+a')
  await type(page, text)
}
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name })
export const inDialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog').getByRole('button', { name })
export const menu = (page: Page, name: string): Locator => page.getByRole('navigation').getByRole('link', { name, exact: true })
export const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor()
/** A block copied from a spreadsheet, put in where the focus is. */
export const paste = (page: Page, text: string): Promise<void> => {
  effort.keys += 1
  return page.evaluate((copied) => {
    const data = new DataTransfer()
    data.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}
