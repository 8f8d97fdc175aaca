import { type BrokenStory, brokenFormats, tellBrokenStory } from '../../test/broken-files.ts'

/** Ten thousand broken copies of real files for each reader: every one must end as a table or as a problem, none by a crash or a throw. */
const copies = Number(process.argv[2] ?? 10_000)
const stories: Record<string, BrokenStory> = {}
for (const format of brokenFormats) stories[format] = await tellBrokenStory(format, copies)
process.stdout.write(`${JSON.stringify(stories)}\n`)
const wrong = Object.values(stories).flatMap(({ outcomes }) =>
  Object.keys(outcomes).filter((outcome) => /^(?:thrown|crashed)/.test(outcome)),
)
process.exitCode = wrong.length === 0 ? 0 : 1
