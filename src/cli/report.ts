import { writeFile } from 'node:fs/promises'
import { errorAt, type Problem } from '../core/problem.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { type PaperKind, paperKindWords } from '../language/reports/paper-kind-words.ts'
import { paperWritten, reportHelp } from '../language/reports/report-help.ts'
import { paperFontFolders } from '../platform/files/paper-fonts.ts'
import { composePaper, sourcesOf } from '../reports/papers/compose-paper.ts'
import { parsePaperDetails } from '../reports/papers/paper-details.ts'
import { formatsOf, type ReportFormat, reportFormats, writeReport } from '../reports/write-report.ts'
import { type Command, type OptionValues, refused, textOption } from './command.ts'
import { openJsonFile } from './file.ts'
import { openSources } from './report-sources.ts'

const kinds = Object.keys(paperKindWords) as readonly PaperKind[]

/** `parindex report KIND --out FILE`: an official paper from files. */
export const report: Command = {
  options: {
    details: { type: 'string' },
    framework: { type: 'string' },
    bundle: { type: 'string' },
    unit: { type: 'string' },
    group: { type: 'string' },
    facts: { type: 'string' },
    out: { type: 'string' },
  },
  positionals: ['KIND'],
  help: (language) => reportHelp(language, sourcesOf),
  run: async ({ positionals: [word = ''], values, language }) => {
    const asked = askedPaper(word, values)
    if (!asked.ok) return refused(asked.problems, 2)
    const composed = await composeFromFiles(asked.value.kind, values)
    if (!composed.ok) return refused(composed.problems)
    const { out, format } = asked.value
    if (!formatsOf(composed.value).includes(format)) return refused([wrongFormat(formatsOf(composed.value))], 2)
    const written = await save(out, await writeReport(composed.value, format, paperFontFolders()))
    if (!written.ok) return refused(written.problems)
    return { status: 0, value: { file: out, problems: [] }, text: paperWritten(language, out), problems: [] }
  },
}

interface AskedPaper {
  readonly kind: PaperKind
  readonly out: string
  readonly format: ReportFormat
}

const wrongFormat = (formats: readonly ReportFormat[]): Problem =>
  errorAt('wrongUsage', '', { reason: 'invalidOption', word: '--out', expected: formats.map((each) => `.${each}`).join(', ') })

const askedPaper = (word: string, values: OptionValues): Result<AskedPaper> => {
  const kind = kinds.find((each) => each === word)
  const out = textOption(values, 'out')
  const format = reportFormats.find((each) => out?.toLowerCase().endsWith(`.${each}`))
  if (kind === undefined) return refuse(errorAt('wrongUsage', '', { reason: 'invalidOption', word, expected: kinds.join(', ') }))
  if (out === undefined) return refuse(errorAt('wrongUsage', '', { reason: 'missingArgument', word: '--out' }))
  return format === undefined ? refuse(wrongFormat(reportFormats)) : accept({ kind, out, format })
}

const composeFromFiles = async (kind: PaperKind, values: OptionValues) => {
  const path = textOption(values, 'details')
  const [given, sources] = await Promise.all([path === undefined ? accept({}) : openJsonFile(path), openSources(kind, values)])
  const details = given.ok ? parsePaperDetails(given.value) : given
  const problems = [details, sources].flatMap((each) => (each.ok ? [] : each.problems))
  return details.ok && sources.ok ? composePaper(kind, details.value, sources.value) : refuse(...problems)
}

const save = async (path: string, bytes: Uint8Array): Promise<Result<undefined>> => {
  try {
    await writeFile(path, bytes)
    return accept(undefined)
  } catch {
    return refuse(errorAt('wrongUsage', '', { reason: 'notWritten', word: path }))
  }
}
