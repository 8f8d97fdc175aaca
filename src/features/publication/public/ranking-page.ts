import { formatDate, formatFigure, formatPercent, roundText } from '../../../language/format.ts'
import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { publicPage } from './layout.ts'
import type { PublicHead, PublicNode, PublicUnit } from './load-public.ts'

const points = (value: string | null): string => (value === null ? '–' : formatFigure(roundText(value, 2)))
const percent = (value: string | null | undefined, decimals = 2): string => (value ? formatPercent(value, decimals) : '–')

const rankText = (unit: PublicUnit, shared: ReadonlySet<number>): Html => {
  if (!unit.ranked) return html`${words.notRanked}`
  if (unit.rank === null) return html`–`
  return html`${unit.rank}${shared.has(unit.rank) && html`<br><small>${words.tie}</small>`}`
}

const sharedRanks = (units: readonly PublicUnit[]): ReadonlySet<number> => {
  const ranks = units.flatMap(({ rank }) => (rank === null ? [] : [rank]))
  return new Set(ranks.filter((rank, index) => ranks.indexOf(rank) !== index))
}

const unitRow = (
  head: PublicHead,
  areas: readonly PublicNode[],
  unit: PublicUnit,
  shared: ReadonlySet<number>,
  hasClass: boolean,
): Html => html`
<tr><td class="c">${rankText(unit, shared)}</td>
<th scope="row"><a href="/cong-khai/${head.id}/don-vi/${unit.unit_id}">${unit.unit_name}</a></th>
<td class="n wide">${points(unit.points)}</td><td class="n wide">${points(unit.applied_max)}</td>
<td class="n"><strong>${percent(unit.percent)}</strong><span class="bar" aria-hidden="true"><i style="width:${Math.min(100, Number(unit.percent ?? 0)).toFixed(1)}%"></i></span></td>
${hasClass && html`<td>${unit.class}</td>`}
${areas.map(({ node_id }) => html`<td class="n">${percent(unit.areas[node_id]?.percent, 1)}</td>`)}</tr>`

const table = (head: PublicHead, group: string, areas: readonly PublicNode[], units: readonly PublicUnit[]): Html => {
  const shared = sharedRanks(units)
  const hasClass = units.some((unit) => unit.class !== null)
  const { columns } = words
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${group}"><table><caption>${group}</caption><thead><tr>
<th scope="col">${columns.rank}</th><th scope="col">${columns.unit}</th><th scope="col" class="n wide">${columns.points}</th>
<th scope="col" class="n wide">${columns.max}</th><th scope="col" class="n">${columns.percent}</th>
${hasClass && html`<th scope="col">${columns.class}</th>`}
${areas.map(({ code, name }) => html`<th scope="col" class="n"><abbr title="${name}">${code || name}</abbr></th>`)}
</tr></thead><tbody>${units.map((unit) => unitRow(head, areas, unit, shared, hasClass))}</tbody></table></div>
<p class="note">${areas.map(({ code, name }, index) => html`${index > 0 && '; '}${code && `${code}: `}${name}`)}</p>`
}

/** What corrects what, said where everybody looks. */
export const correctionNote = (head: PublicHead): Html => html`
${head.corrected_by_number !== null && html`<p class="warn">${words.corrected(head.corrected_by_number)}</p>`}
${head.corrects_number !== null && html`<p class="warn">${words.corrects(head.corrects_number, head.correction_reason ?? '')}</p>`}`

const openData = (head: PublicHead, group: string): Html => {
  const query = `?nhom=${encodeURIComponent(group)}`
  return html`<h2>${words.openData}</h2><p>${words.openDataNote}</p><ul>
<li><a href="/cong-khai/${head.id}/xep-hang.csv${query}">${words.csv}</a></li>
<li><a href="/cong-khai/${head.id}/xep-hang.json${query}">${words.json}</a></li>
<li><a href="/cong-khai/${head.id}/goi.json${query}">${words.bundle}</a></li></ul>
<p class="note">${words.hash}: <code>${head.hashes[head.groups.indexOf(group)]}</code></p>`
}

/** The public ranking of one group. */
export const rankingPage = (head: PublicHead, group: string, areas: readonly PublicNode[], units: readonly PublicUnit[]): string => {
  const tabs = head.groups.map((each) =>
    each === group
      ? html`<li><strong aria-current="page">${each}</strong></li>`
      : html`<li><a href="/cong-khai/${head.id}?nhom=${encodeURIComponent(each)}">${each}</a></li>`,
  )
  const body = html`<p>${words.publishedOn(formatDate(head.published_at.toISOString()))}</p>${correctionNote(head)}
<nav aria-label="${words.group}"><ul>${tabs}</ul></nav>${table(head, group, areas, units)}
<p class="note">${words.denominatorNote}</p>${openData(head, group)}`
  return publicPage(head.title, body, head.authority)
}

/** All public publications of the installation. */
export const listPage = (heads: readonly PublicHead[]): string => {
  const body = heads.length
    ? html`<ul>${heads.map(
        (head) =>
          html`<li><a href="/cong-khai/${head.id}">${head.title}</a> – ${head.authority}. ${words.publishedOn(formatDate(head.published_at.toISOString()))}</li>`,
      )}</ul>`
    : html`<p>${words.none}</p>`
  return publicPage(words.listTitle, body)
}
