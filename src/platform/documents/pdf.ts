import type { RawDocument } from '../../core/document/raw-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { documentLimits } from './limits.ts'
import { blocksOf, type RuledPage } from './pdf-blocks.ts'
import { drawingOf, type Operators } from './pdf-glyphs.ts'
import { matrixOf } from './pdf-matrix.ts'
import { wordsOf } from './pdf-words.ts'

/** A PDF with text: tables with drawn borders as cells, else the words of every page with their places, in the page as it is shown. A scan has none: `noText`. */
export const readPdf = async (bytes: Uint8Array): Promise<Result<RawDocument>> => {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  const { OPS } = await getResolvedPDFJS()
  const operatorNames = new Map(Object.entries(OPS).map(([name, operator]) => [Number(operator), name]))
  // Pictures are not decoded: beyond one pixel they count as too large.
  const document = await getDocumentProxy(bytes, { verbosity: 0, maxImageSize: 1 })
  if (document.numPages > documentLimits.pages)
    return refuse(errorAt('tooLarge', '', { what: 'pages', limit: String(documentLimits.pages), actual: String(document.numPages) }))
  const pages: RuledPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(await document.getPage(number), number, operatorNames)
    pages.push(page)
  }
  if (pages.every(({ page }) => page.words.length === 0)) return refuse(errorAt('unreadableFile', '', { reason: 'noText' }))
  return accept({ format: 'pdf', blocks: blocksOf(pages) })
}

interface PdfPage {
  getViewport(options: { scale: number }): { readonly width: number; readonly height: number; readonly transform: unknown }
  getOperatorList(): Promise<Operators>
  readonly commonObjs: { has(name: string): boolean; get(name: string): unknown }
  cleanup(): unknown
}

const readPage = async (page: PdfPage, number: number, operatorNames: ReadonlyMap<number, string>): Promise<RuledPage> => {
  const view = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList()
  const { glyphs, rules } = drawingOf(operators, operatorNames, matrixOf(view.transform), (font) => fontUnit(page, font))
  const words = wordsOf(glyphs)
  page.cleanup()
  return { page: { kind: 'page', page: number, width: view.width, height: view.height, words }, rules }
}

/** Glyphs are measured in thousandths of the size, but for fonts drawn by instructions (Type 3), which bring their own unit. */
const fontUnit = (page: PdfPage, font: string): number => {
  const found = page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined
  const matrix = typeof found === 'object' && found !== null && 'fontMatrix' in found ? matrixOf(found.fontMatrix) : undefined
  return matrix?.[0] ?? 0.001
}
