const focusable = 'input:not([type="date"]):not([disabled]), textarea'

/** The first field, for keys that were pressed elsewhere; what stands in it is replaced by what is typed. */
export const enterFirstField = (form: HTMLElement | null | undefined, key = ''): boolean => {
  const first = form?.querySelector<HTMLInputElement>(focusable)
  if (!form || !first) return false
  if (first.type !== 'radio') {
    first.focus()
    first.select()
    return true
  }
  const choices = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(({ name }) => name === first.name)
  const chosen = /^[1-9]$/.test(key) ? choices[Number(key) - 1] : undefined
  chosen?.click()
  const at = chosen ?? choices.find(({ checked }) => checked) ?? first
  at.focus()
  return true
}

/** Enter goes on to the next field: of radios the whole group is one. */
export const nextField = (form: HTMLElement, from: HTMLElement): HTMLElement | undefined => {
  const name = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : undefined
  const fields = [...form.querySelectorAll<HTMLInputElement>(focusable)]
  return fields.slice(fields.indexOf(from as HTMLInputElement) + 1).find((field) => name === undefined || field.name !== name)
}
