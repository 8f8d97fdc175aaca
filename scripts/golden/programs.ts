import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (program: string, words: readonly string[]): void => {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`)
}

/** Converts by LibreOffice: `filter` as in `--convert-to`, for example `docx:MS Word 2007 XML`. */
export const convert = (content: string | Uint8Array, from: string, filter: string, target: string): void => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'))
  const source = join(folder, `input.${from}`)
  writeFileSync(source, content)
  run('soffice', ['--headless', '-env:UserInstallation=file:///tmp/lo-golden', '--convert-to', filter, '--outdir', join(folder, 'out'), source])
  const [made] = readdirSync(join(folder, 'out'))
  if (made === undefined) throw new Error(`LibreOffice made nothing of ${target}`)
  writeFileSync(target, readFileSync(join(folder, 'out', made)))
}

/** The text of a PDF as it comes out when a person copies it (`-raw`) or as it stands on the page (`-layout`). */
export const copyText = (pdf: string, mode: '-raw' | '-layout', target: string): void => {
  run('pdftotext', [mode, '-enc', 'UTF-8', pdf, `${target}.part`])
  renameSync(`${target}.part`, target)
}

/** The second page of a PDF as a picture. */
export const drawPage = (pdf: string, target: string): void => {
  run('pdftoppm', ['-png', '-gray', '-r', '50', '-f', '2', '-singlefile', pdf, `${target}.part`])
  renameSync(`${target}.part.png`, target)
}
