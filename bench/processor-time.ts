import { readdir, readFile } from 'node:fs/promises'
import { foldersOf } from '../src/platform/postgres/folders.ts'
import { postmasterOf } from '../src/platform/postgres/process.ts'

/** `clock_getres` of the kernel's accounting: a hundredth of a second on every Linux of today. */
const tick = 10

/** Fields of proc(5) after the name in parentheses: parent, own time in user and kernel mode, and that of children that have ended. */
const readStat = async (pid: string): Promise<{ parent: number; ticks: number } | undefined> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  if (!fields) return undefined
  return { parent: Number(fields[1]), ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) }
}

/**
 * Milliseconds of processor that this process and the server of a data folder with all its children have used so far. Work of others on the machine does not
 * count, so it is the honest figure on a busy one. On Linux; elsewhere of this process alone.
 */
export const processorTime = async (dataDir: string): Promise<number> => {
  const { user, system } = process.cpuUsage()
  const own = (user + system) / 1000
  const postmaster = await postmasterOf(foldersOf(dataDir).cluster)
  if (postmaster === undefined || process.platform !== 'linux') return own
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, stat: await readStat(pid) })))
  const ours = stats.filter(({ pid, stat }) => Number(pid) === postmaster || stat?.parent === postmaster)
  return own + ours.reduce((sum, { stat }) => sum + (stat?.ticks ?? 0), 0) * tick
}
