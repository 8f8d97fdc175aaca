import { fold } from '../../../core/fold.ts'
import { formatDate, formatDay, formatFigure, formatPercent, roundText, vietnamTime } from '../../../language/format.ts'
import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { publicPage } from './layout.ts'
import type { PublicHead, PublicNode, PublicUnit } from './load-public.ts'

/** What the address asks for beside the group. */
export interface Asked {
  readonly search: string
  readonly page: number
}

/** Thousands of communes come in pages, so that a phone on a slow line has the first at once. */
const unitsPerPage = 200

const points = (value: string | null): string => (value === null ? '–' : formatFigure(roundText(value, 2)))
const percent = (value: string | null | undefined, decimals = 2): string => (value ? formatPercent(value, decimals) : '–')

const rankText = (unit: PublicUnit, shared: ReadonlySet<number>): Html => {
  if (!unit.ranked) return html`${words.notRanked}`
  if (unit.rank === null) return html`–`
  return html`${unit.rank}${shared.has(unit.rank) && html`<br><small>${words.tie}</small>`}`
}

const sharedRanks = (units: readonly PublicUnit[]): ReadonlySet<number> => {
  const seen = new Set<number>()
  const shared = new Set<number>()
  for (const { rank } of units) {
    if (rank === null) continue
    if (seen.has(rank)) shared.add(rank)
    seen.add(rank)
  }
  return shared
}

/** Against the year before; where the index rose and the place fell, it says so. */
export const changeText = ({ change }: Pick<PublicUnit, 'change'>): Html => {
  if (!change?.percent) return html`–`
  const rose = !change.percent.startsWith('-') && Number(change.percent) !== 0
  return html`${words.percentChange(change.percent)}${change.rank !== null && html`<br><small>${words.rankChange(change.rank)}</small>`}${
    rose && (change.rank ?? 0) < 0 && html`<br><small>${words.upButDown}</small>`
  }`
}

interface Shown {
  readonly head: PublicHead
  readonly group: string
  readonly areas: readonly PublicNode[]
  readonly shared: ReadonlySet<number>
  readonly hasClass: boolean
  readonly hasChange: boolean
}

const unitName = (head: PublicHead, { unit_id, unit_name }: PublicUnit): Html =>
  head.parts.has('sheets') ? html`<a href="/cong-khai/${head.id}/don-vi/${unit_id}">${unit_name}</a>` : html`${unit_name}`

const bar = (value: string | null): Html =>
  html`<span class="bar" aria-hidden="true"><i style="width:${Math.min(100, Number(value ?? 0)).toFixed(1)}%"></i></span>`

const unitRow = ({ head, areas, shared, hasClass, hasChange }: Shown, unit: PublicUnit): Html => html`
<tr><td class="c">${rankText(unit, shared)}</td><th scope="row">${unitName(head, unit)}</th>
<td class="n wide">${points(unit.points)}</td><td class="n wide">${points(unit.applied_max)}</td>
<td class="n">${unit.percent === null ? words.notSubmitted : html`<strong>${percent(unit.percent)}</strong>${bar(unit.percent)}`}</td>
${hasClass && html`<td class="wide">${unit.class}</td>`}${hasChange && html`<td class="wide said">${changeText(unit)}</td>`}
${areas.map(({ node_id }) => html`<td class="n wide">${percent(unit.areas[node_id]?.percent, 1)}</td>`)}</tr>`

const table = (shown: Shown, units: readonly PublicUnit[]): Html => {
  const { group, areas, hasClass, hasChange } = shown
  const { columns } = words
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${group}"><table><caption>${group}</caption><thead><tr>
<th scope="col">${columns.rank}</th><th scope="col">${columns.unit}</th><th scope="col" class="n wide">${columns.points}</th>
<th scope="col" class="n wide">${columns.max}</th><th scope="col" class="n">${columns.percent}</th>
${hasClass && html`<th scope="col" class="wide">${columns.class}</th>`}${hasChange && html`<th scope="col" class="wide">${columns.change}</th>`}
${areas.map(({ code, name }) => html`<th scope="col" class="n wide"><abbr title="${name}">${code || name}</abbr></th>`)}
</tr></thead><tbody>${units.map((unit) => unitRow(shown, unit))}</tbody></table></div>
<p class="note wide">${areas.map(({ code, name }, index) => html`${index > 0 && '; '}${code && `${code}: `}${name}`)}</p>`
}

const publishedNote = ({ published_at, decision_number, decision_date }: PublicHead): string => {
  const on = words.publishedOn(formatDay(published_at, vietnamTime))
  return decision_number === null ? on : `${on}, ${words.byDecision(decision_number, formatDate(decision_date ?? ''))}`
}

/** What corrects what, said where everybody looks. */
export const correctionNote = (head: PublicHead): Html => html`
${head.corrected_by_number !== null && html`<p class="warn">${words.corrected(head.corrected_by_number)}</p>`}
${
  head.corrects_number !== null &&
  html`<p class="warn">${words.corrects(head.corrects_number, head.correction_reason ?? '')}${
    head.corrects_is_public === true && html` <a href="/cong-khai/${head.id}/dinh-chinh">${words.toDifferences}</a>`
  }</p>`
}`

/** The address of this group, with the search kept. */
const query = (group: string, asked?: Partial<Asked>): string => {
  const fields = new URLSearchParams({ nhom: group })
  if (asked?.search) fields.set('tim', asked.search)
  if (asked?.page && asked.page > 1) fields.set('trang', String(asked.page))
  return `?${fields}`
}

const openData = (head: PublicHead, group: string): Html => {
  const at = (file: string): string => `/cong-khai/${head.id}/${file}${query(group)}`
  const hasSheets = head.parts.has('sheets')
  return html`<h2>${words.openData}</h2><p>${words.openDataNote} <a href="${at('mo-ta')}">${words.toDescription}</a></p><ul>
<li><a href="${at('xep-hang.xlsx')}">${words.xlsx}</a></li>
<li><a href="${at('xep-hang-vn.csv')}">${words.csvVietnamese}</a></li>
<li><a href="${at('xep-hang.csv')}">${words.csv}</a></li>
<li><a href="${at('xep-hang.json')}">${words.json}</a></li>
${
  hasSheets &&
  html`<li><a href="${at('tieu-chi-vn.csv')}">${words.leafCsvVietnamese}</a></li><li><a href="${at('tieu-chi.csv')}">${words.leafCsv}</a></li>
<li><a href="${at('goi.json')}">${words.bundle}</a></li>`
}</ul>
<p class="note">${words.hash}: <code>${head.hashes[head.groups.indexOf(group)]}</code></p>`
}

const searchForm = (group: string, { search }: Asked): Html => html`<form method="get" role="search">
<input type="hidden" name="nhom" value="${group}"><label>${words.search}<br><input type="search" name="tim" value="${search}"></label>
<button type="submit">${words.find}</button>${search && html`<a href="${query(group)}">${words.all}</a>`}</form>`

const pages = (group: string, asked: Asked, count: number): Html => {
  const last = Math.ceil(count / unitsPerPage)
  if (last < 2) return html``
  const numbers = Array.from({ length: last }, (_, index) => index + 1)
  return html`<nav aria-label="${words.pages}"><ul>${numbers.map((number) =>
    number === asked.page
      ? html`<li><strong aria-current="page">${number}</strong></li>`
      : html`<li><a href="${query(group, { ...asked, page: number })}">${number}</a></li>`,
  )}</ul></nav>`
}

/** Units without figures, by name: where the ranking itself is not public. */
const unitList = (head: PublicHead, units: readonly PublicUnit[]): Html =>
  html`<ul>${units.map((unit) => html`<li>${unitName(head, unit)}</li>`)}</ul>`

/** The public ranking of one group, searched and leafed through by plain addresses. */
export const rankingPage = (
  head: PublicHead,
  group: string,
  areas: readonly PublicNode[],
  units: readonly PublicUnit[],
  asked: Asked,
): string => {
  const tabs = head.groups.map((each) =>
    each === group ? html`<li><strong aria-current="page">${each}</strong></li>` : html`<li><a href="${query(each)}">${each}</a></li>`,
  )
  const wanted = fold(asked.search)
  const found = units.filter(({ unit_name }) => fold(unit_name).includes(wanted))
  const page = found.slice((asked.page - 1) * unitsPerPage, asked.page * unitsPerPage)
  const hasRanking = head.parts.has('ranking')
  const shown: Shown = {
    head,
    group,
    areas,
    shared: sharedRanks(units),
    hasClass: units.some((unit) => unit.class !== null),
    hasChange: units.some(({ change }) => change?.percent),
  }
  const list = hasRanking ? table(shown, page) : unitList(head, page)
  const body = html`<p>${publishedNote(head)}</p>${correctionNote(head)}
<nav aria-label="${words.group}"><ul>${tabs}</ul></nav>${searchForm(group, asked)}
${asked.search && html`<p role="status">${words.found(found.length)}</p>`}${found.length > 0 && list}${pages(group, asked, found.length)}
${hasRanking && html`<p class="note">${words.denominatorNote}</p>`}${head.parts.has('openData') && openData(head, group)}`
  return publicPage(head.title, body, head.authority)
}

/** All public publications of the installation. */
export const listPage = (heads: readonly PublicHead[]): string => {
  const body = heads.length
    ? html`<ul>${heads.map(
        (head) => html`<li><a href="/cong-khai/${head.id}">${head.title}</a> – ${head.authority}. ${publishedNote(head)}</li>`,
      )}</ul>`
    : html`<p>${words.none}</p>`
  return publicPage(words.listTitle, body)
}
