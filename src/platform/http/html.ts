/** Text that is already safe to stand in a page. */
export interface Html {
  readonly html: string
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

export type HtmlPart = Html | string | number | undefined | false | null | readonly HtmlPart[]

const render = (part: HtmlPart): string => {
  if (part === undefined || part === null || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return 'html' in part ? part.html : part.map(render).join('')
}

/** Builds a piece of a page; whatever is put in is escaped unless it is {@link Html} itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html => ({
  html: strings.reduce((text, string, index) => text + string + (index < parts.length ? render(parts[index]) : ''), ''),
})
