import { formatFigure, formatPercent, roundText } from '../../../language/format.ts'
import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { publicPage } from './layout.ts'
import type { PublicHead, PublicNode, PublicSheet } from './load-public.ts'
import { correctionNote } from './ranking-page.ts'

const row = (sheet: PublicSheet, node: PublicNode): Html => {
  const result = sheet.result.nodes[node.node_id]
  const given = result?.status === 'notApplicable' ? words.notApplicable : result?.points ? formatFigure(roundText(result.points, 2)) : '–'
  return html`<tr${node.depth === 0 && html` class="area"`}><td>${node.code}</td><th scope="row">${node.name}</th>
<td class="n">${formatFigure(node.max_points.replace(/\.?0+$/, ''))}</td><td class="n">${given}</td>
<td class="n">${result?.percent ? formatPercent(result.percent, 1) : '–'}</td></tr>`
}

/** The public sheet of a unit: every criterion with what was given. */
export const sheetPage = (head: PublicHead, sheet: PublicSheet, rankedUnits: number): string => {
  const body = html`${correctionNote(head)}<p><a href="/cong-khai/${head.id}?nhom=${encodeURIComponent(sheet.unit_group)}">${words.back}</a></p>
<p><strong>${sheet.percent ? formatPercent(sheet.percent) : '–'}</strong>${sheet.rank !== null && html` · ${words.rankOf(sheet.rank, rankedUnits)}`}${
    sheet.class && html` · ${sheet.class}`
  }</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.unitSheet(sheet.unit_name)}"><table><caption>${head.title}</caption><thead><tr>
<th scope="col">${words.code}</th><th scope="col">${words.criterion}</th><th scope="col" class="n">${words.maxPoints}</th>
<th scope="col" class="n">${words.given}</th><th scope="col" class="n">${words.percent}</th></tr></thead>
<tbody>${sheet.nodes.map((node) => row(sheet, node))}</tbody></table></div><p class="note">${words.denominatorNote} ${words.trace}</p>`
  return publicPage(words.unitSheet(sheet.unit_name), body, head.authority)
}
