import { describe, expect, it } from 'vitest'
import { brokenCopy } from '../../../test/broken-bytes.ts'
import { brokenFormats, tellBrokenStory, wholeFiles } from '../../../test/broken-files.ts'
import { readDocumentFile } from './read-document-file.ts'

const sample = 60

describe('broken files', () => {
  it.each(brokenFormats)('of the format %s end as a table or as a problem', async (format) => {
    const { outcomes } = await tellBrokenStory(format, sample)
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(sample)
    expect(Object.keys(outcomes).filter((outcome) => /^(?:thrown|crashed|timeout|memory)/.test(outcome))).toEqual([])
  })

  it('leave the process alone, also when several are read at once', async () => {
    const copies = brokenFormats.flatMap((format) =>
      [1000, 1001].map((index) => readDocumentFile(brokenCopy(wholeFiles(format), index), `x.${format}`)),
    )
    for (const result of await Promise.all(copies)) expect(result.ok || result.problems.length > 0).toBe(true)
  })
})
