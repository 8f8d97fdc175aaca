import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
/** Of this user alone: what another unpacked may not be run by us. */
const folder = join(tmpdir(), `parindex-chromium-153-${process.getuid?.() ?? 0}`)

/** The browser of the package, a few fonts, and the libraries that a bare system lacks; unpacked once (209 MB, 6 s). */
const unpack = async (): Promise<void> => {
  if (existsSync(folder)) return
  const own = await mkdtemp(`${folder}-`)
  const before = process.env['TMPDIR']
  // The package unpacks into the temporary folder and trusts whatever lies there; so it gets one that nobody else writes to.
  process.env['TMPDIR'] = own
  try {
    await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(join(packageFolder, 'bin', name))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  // Whoever comes second finds it done.
  await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }))
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const launch = (executablePath: string, env: Record<string, string> = {}): Promise<Browser> =>
  chromium.launch({ executablePath, args, env: { ...(process.env as Record<string, string>), ...env } })

/** A real browser: the packaged one with the system's libraries, with its own, or else the one the system has. */
export const openBrowser = async (): Promise<Browser> => {
  await unpack()
  const packaged = join(folder, 'chromium')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  const ways = [
    () => launch(packaged, fonts),
    () => launch(packaged, { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
    () => launch('/usr/bin/chromium'),
  ]
  let failure: unknown
  for (const way of ways) {
    try {
      return await way()
    } catch (error) {
      failure = error
    }
  }
  throw failure
}
