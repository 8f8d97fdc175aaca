import { unzipSync } from 'fflate'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { documentLimits } from './limits.ts'

/** Parts of an archive by name, inflated. */
export type ZipParts = Readonly<Record<string, Uint8Array>>

/**
 * Inflates the wanted parts of an Office archive. A part is inflated only when what the directory declares up to it is within
 * `documentLimits.inflated`, and no part can grow beyond what it declared, so memory stays bounded whatever the file says. Nothing is written to disk, and
 * archives within the archive are not opened.
 */
export const unzipParts = (bytes: Uint8Array, wanted: (name: string) => boolean): Result<ZipParts> => {
  const directory = { entries: 0, inflated: 0 }
  const withinLimits = (): boolean => directory.entries <= documentLimits.entries && directory.inflated <= documentLimits.inflated
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        directory.entries += 1
        const isWanted = wanted(name)
        if (isWanted) directory.inflated += originalSize
        if (!withinLimits()) throw new RangeError('beyond documentLimits')
        return isWanted
      },
    })
    return accept(parts)
  } catch {
    return refuse(withinLimits() ? errorAt('unreadableFile', '', { reason: 'broken' }) : tooLarge(directory))
  }
}

const tooLarge = (directory: { readonly entries: number; readonly inflated: number }) =>
  directory.entries > documentLimits.entries
    ? errorAt('unreadableFile', '', { reason: 'hostile' })
    : errorAt('tooLarge', '', { what: 'inflated', limit: String(documentLimits.inflated), actual: String(directory.inflated) })
