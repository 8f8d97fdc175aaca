import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { html } from '../../../platform/http/html.ts'
import { publicPage } from './layout.ts'
import type { PublicHead } from './load-public.ts'

/** What the columns of the open data mean, and under which licence they may be used. */
export const descriptionPage = (head: PublicHead, group: string): string => {
  const body = html`<p><a href="/cong-khai/${head.id}?nhom=${encodeURIComponent(group)}">${words.back}</a></p><p>${words.licence}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.descriptionTitle}"><table><caption>${words.descriptionCaption}</caption><thead><tr>
<th scope="col">${words.fieldName}</th><th scope="col">${words.fieldKey}</th><th scope="col">${words.fieldMeaning}</th></tr></thead>
<tbody>${words.fields.map(({ name, key, meaning }) => html`<tr><th scope="row">${name}</th><td><code>${key}</code></td><td>${meaning}</td></tr>`)}</tbody></table></div>`
  return publicPage(words.descriptionTitle, body, head.authority)
}
