import type { Standing, UnitDifference } from '../../../core/publication/differences.ts'
import { formatFigure, formatPercent, roundText } from '../../../language/format.ts'
import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { publicPage } from './layout.ts'
import type { PublicHead } from './load-public.ts'
import { correctionNote } from './ranking-page.ts'

const points = (standing: Standing | undefined): string => (standing?.points ? formatFigure(roundText(standing.points, 2)) : '–')
const percent = (standing: Standing | undefined): string => (standing?.percent ? formatPercent(standing.percent) : '–')

const row = (names: ReadonlyMap<string, string>, hasRanks: boolean, { unit, before, after }: UnitDifference): Html => html`<tr>
<th scope="row">${names.get(unit) ?? ''}</th><td class="n">${points(before)}</td><td class="n">${points(after)}</td>
${hasRanks && html`<td class="n wide">${percent(before)}</td><td class="n wide">${percent(after)}</td><td class="n">${before?.rank ?? '–'}</td><td class="n">${after?.rank ?? '–'}</td>`}</tr>`

/** What a correction changed, unit by unit: points, index and place before and after. */
export const differencesPage = (
  head: PublicHead,
  group: string,
  names: ReadonlyMap<string, string>,
  differences: readonly UnitDifference[],
): string => {
  const hasRanks = head.parts.has('ranking')
  const columns = words.differences
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${columns.title}"><table><caption>${group}</caption><thead><tr>
<th scope="col">${words.columns.unit}</th><th scope="col" class="n">${columns.pointsBefore}</th><th scope="col" class="n">${columns.pointsAfter}</th>
${
  hasRanks &&
  html`<th scope="col" class="n wide">${columns.percentBefore}</th><th scope="col" class="n wide">${columns.percentAfter}</th>
<th scope="col" class="n">${columns.rankBefore}</th><th scope="col" class="n">${columns.rankAfter}</th>`
}</tr></thead><tbody>${differences.map((each) => row(names, hasRanks, each))}</tbody></table></div>`
  const body = html`${correctionNote(head)}<p><a href="/cong-khai/${head.id}?nhom=${encodeURIComponent(group)}">${words.back}</a></p>
${differences.length > 0 ? table : html`<p>${columns.none}</p>`}`
  return publicPage(columns.title, body, head.authority)
}
