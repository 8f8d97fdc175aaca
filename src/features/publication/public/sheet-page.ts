import { sources } from '../../../core/vocabulary.ts'
import { formatFigure, formatPercent, roundText } from '../../../language/format.ts'
import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { publicPage } from './layout.ts'
import type { PublicHead, PublicNode, PublicSheet } from './load-public.ts'
import { changeText, correctionNote } from './ranking-page.ts'

const figure = (points: string): string => formatFigure(roundText(points, 2))

/** What the leaf has; where it has no points, why in one word. */
const given = (sheet: PublicSheet, node: PublicNode): string => {
  const result = sheet.result.nodes[node.node_id]
  if (result?.status) return words.statuses[result.status]
  return result?.points ? figure(result.points) : node.is_leaf ? words.statuses.missing : '–'
}

const claimed = (sheet: PublicSheet, { node_id }: PublicNode): string => {
  const claim = sheet.grounds[node_id]?.claimed
  if (!claim) return ''
  return claim.points === undefined ? words.statuses[claim.status] : figure(claim.points)
}

const row = (sheet: PublicSheet, node: PublicNode, hasReasons: boolean): Html => {
  const ground = sheet.grounds[node.node_id]
  const result = sheet.result.nodes[node.node_id]
  return html`<tr${node.depth === 0 && html` class="area"`}><td>${node.code}</td><th scope="row">${node.name}${
    node.is_leaf && node.source !== 'appraised' && html`<br><small>${words.sources[node.source]}</small>`
  }${hasReasons && (ground?.reason ?? ground?.basis) && html`<p class="note">${ground?.reason ?? ground?.basis}</p>`}</th>
<td class="n">${formatFigure(node.max_points.replace(/\.?0+$/, ''))}</td>${hasReasons && html`<td class="n wide">${claimed(sheet, node)}</td>`}
<td class="n">${given(sheet, node)}</td><td class="n wide">${result?.percent ? formatPercent(result.percent, 1) : '–'}</td></tr>`
}

/** Points of survey, outside assessment and panel apart from those that were appraised. */
const bySource = ({ result }: PublicSheet): Html => {
  const measured = sources.filter((source) => Number(result.bySource[source]) !== 0)
  return measured.length < 2
    ? html``
    : html`<p>${words.bySource(measured.map((source) => `${words.sources[source].toLowerCase()} ${figure(result.bySource[source])}`))}</p>`
}

const headline = (head: PublicHead, sheet: PublicSheet, rankedUnits: number): Html =>
  head.parts.has('ranking')
    ? html`<p><strong>${sheet.percent ? formatPercent(sheet.percent) : words.notSubmitted}</strong>${
        sheet.rank !== null && html` · ${words.rankOf(sheet.rank, rankedUnits)}`
      }${sheet.class && html` · ${sheet.class}`}</p>${sheet.change?.percent && html`<p>${words.columns.change}: ${changeText(sheet)}</p>`}`
    : html`<p><strong>${sheet.percent ? formatPercent(sheet.percent) : words.notSubmitted}</strong></p>`

/** The public sheet of a unit: every criterion with what was given, and why where that is public. */
export const sheetPage = (head: PublicHead, sheet: PublicSheet, rankedUnits: number): string => {
  const hasReasons = head.parts.has('reasons')
  const body = html`${correctionNote(head)}<p><a href="/cong-khai/${head.id}?nhom=${encodeURIComponent(sheet.unit_group)}">${words.back}</a></p>
${headline(head, sheet, rankedUnits)}${bySource(sheet)}
<div class="scroll" tabindex="0" role="region" aria-label="${words.unitSheet(sheet.unit_name)}"><table><caption>${head.title}</caption><thead><tr>
<th scope="col">${words.code}</th><th scope="col">${words.criterion}</th><th scope="col" class="n">${words.maxPoints}</th>
${hasReasons && html`<th scope="col" class="n wide">${words.leafColumns.claimed}</th>`}
<th scope="col" class="n">${words.given}</th><th scope="col" class="n wide">${words.percent}</th></tr></thead>
<tbody>${sheet.nodes.map((node) => row(sheet, node, hasReasons))}</tbody></table></div><p class="note">${words.denominatorNote} ${
    head.parts.has('openData') && words.trace
  }</p>`
  return publicPage(words.unitSheet(sheet.unit_name), body, head.authority)
}
