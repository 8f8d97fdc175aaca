import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { type PaperKind, paperKindWords } from '../../src/language/reports/paper-kind-words.ts'
import { paperFontFolders } from '../../src/platform/files/paper-fonts.ts'
import { page as sheet } from '../../src/reports/measures.ts'
import { composePaper } from '../../src/reports/papers/compose-paper.ts'
import { realMaterial } from '../../test/paper-material.ts'
import { writeReport } from '../../src/reports/write-report.ts'

/**
 * Every kind of paper, rendered: as our PDF, and as the page that LibreOffice makes of our Word file where it is installed. Measured on the page: sheet, margins, place of the
 * page number, faces and sizes. A PDF/A checker runs where there is one (`verapdf`). What could not be measured here is said under `notMeasured`.
 */
interface Word {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly base: number
  readonly size: number
}
interface Page {
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
}

const millimetres = (points: number): number => (points / 72) * 25.4
const folder = mkdtempSync(join(tmpdir(), 'papers-'))
const kinds = (Object.keys(paperKindWords) as PaperKind[]).slice(0, Number(process.argv[2] ?? Infinity))

const has = (program: string): boolean => spawnSync('which', [program]).status === 0

const readPages = async (bytes: Uint8Array): Promise<readonly Page[]> => {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1)
      const [, , width = 0, height = 0] = page.view
      const { items } = await page.getTextContent()
      const words = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
        return [{ text: item.str, x: millimetres(x), end: millimetres(x + item.width), base: millimetres(height - y), size }]
      })
      return { width: millimetres(width), height: millimetres(height), words }
    }),
  )
}

/** Renderers round to a pixel; a space at the end of a line may stand in the margin. */
const slack = 0.6

const isNumber = ({ text, base }: Word): boolean => /^\d+$/.test(text.trim()) && base < sheet.top

const offencesOfPage = ({ width, height, words }: Page, at: number): readonly string[] => {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const body = words.filter((word) => !isNumber(word))
  const [left, right] = [Math.min(...body.map(({ x }) => x)), Math.max(...body.map(({ end }) => end))]
  const [first, last] = [Math.min(...body.map(({ base }) => base)), Math.max(...body.map(({ base }) => base))]
  const numbers = words.filter(isNumber)
  const middle = (sheet.left + width - sheet.right) / 2
  const tell = (isWrong: boolean, what: string): readonly string[] => (isWrong ? [`page ${at + 1}: ${what}`] : [])
  return [
    ...tell(
      Math.abs(long - sheet.height) > 0.2 || Math.abs(short - sheet.width) > 0.2,
      `sheet ${width.toFixed(1)} × ${height.toFixed(1)} mm`,
    ),
    ...tell(left < sheet.left - slack, `text begins ${left.toFixed(1)} mm from the left`),
    ...tell(right > width - sheet.right + slack, `text ends ${(width - right).toFixed(1)} mm from the right`),
    ...tell(first < sheet.top, `first line ${first.toFixed(1)} mm from the top`),
    ...tell(last > height - sheet.bottom + slack, `last line ${(height - last).toFixed(1)} mm from the bottom`),
    ...numbers.flatMap(({ x, end, base }) => [
      ...tell(Math.abs((x + end) / 2 - middle) > slack, `page number at ${((x + end) / 2).toFixed(1)} mm, not in the middle`),
      ...tell(base < sheet.header, `page number ${base.toFixed(1)} mm from the top`),
    ]),
  ]
}

/** Text of charts is small; a paper itself knows 11 to 14 points. */
const withCharts: readonly PaperKind[] = ['selfAssessmentReport', 'resultNotice', 'appraisalReport', 'surveyReport']

const offencesOf = (pages: readonly Page[], kind: PaperKind): readonly string[] => {
  const sizes = [...new Set(pages.flatMap(({ words }) => words.map(({ size }) => Math.round(size * 10) / 10)))]
  const strange = withCharts.includes(kind) ? [] : sizes.filter((size) => size < 10.9 || size > 14.1)
  return [
    ...pages.flatMap(offencesOfPage),
    ...(pages[0]?.words.some(isNumber) ? ['page 1 has a number'] : []),
    ...(strange.length > 0 ? [`sizes ${strange.join(', ')} pt`] : []),
  ]
}

const faces = /^(?:[A-Z]{6}\+)?(?:TimesNewRoman|Times|Tinos|LiberationSerif)/

const strangeFaces = (file: string): readonly string[] =>
  spawnSync('pdffonts', [file], { encoding: 'utf8' })
    .stdout.split('\n')
    .slice(2)
    .map((line) => line.split(/\s+/)[0] ?? '')
    .filter((name) => name !== '' && !faces.test(name))
    .map((name) => `face ${name}`)

const offences: string[] = []
const counts = { papers: 0, pages: 0, pagesByLibreOffice: 0 }
const notMeasured: string[] = []

const measure = async (kind: PaperKind, file: string, by: string): Promise<number> => {
  const pages = await readPages(readFileSync(file))
  const found = [...offencesOf(pages, kind), ...(has('pdffonts') && !withCharts.includes(kind) ? strangeFaces(file) : [])]
  offences.push(...found.map((each) => `${kind} (${by}): ${each}`))
  return pages.length
}

for (const kind of kinds) {
  const [material] = realMaterial(kind)
  const composed = material && composePaper(kind, material.details, material.sources)
  if (!composed?.ok) throw new Error(`${kind} does not compose`)
  for (const format of ['docx', 'pdf'] as const)
    writeFileSync(join(folder, `${kind}.${format}`), await writeReport(composed.value, format, paperFontFolders()))
  counts.papers += 1
  counts.pages += await measure(kind, join(folder, `${kind}.pdf`), 'PDF')
}

if (has('soffice')) {
  const out = join(folder, 'libreoffice')
  const files = kinds.map((kind) => join(folder, `${kind}.docx`))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const done = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files], { stdio: 'ignore' })
  if (done.status !== 0) throw new Error('LibreOffice did not convert')
  for (const kind of kinds) counts.pagesByLibreOffice += await measure(kind, join(out, `${kind}.pdf`), 'Word file by LibreOffice')
} else notMeasured.push('Word files: LibreOffice is not installed')

if (has('verapdf')) {
  for (const kind of kinds)
    if (
      spawnSync('verapdf', ['--flavour', '2b', '--format', 'text', join(folder, `${kind}.pdf`)], { encoding: 'utf8' }).stdout.startsWith(
        'FAIL',
      )
    )
      offences.push(`${kind}: not PDF/A-2b`)
} else notMeasured.push('PDF/A: no checker (verapdf) is installed')
if (!has('pdffonts')) notMeasured.push('faces: pdffonts is not installed')

rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${JSON.stringify({ ...counts, offences, notMeasured })}\n`)
process.exitCode = offences.length === 0 ? 0 : 1
