import { expect, it } from 'vitest'
import { tellKillStory } from './kill-story.ts'
import { temporaryFolder } from './temporary-folder.ts'

it('loses no acknowledged row when process, server or both are killed while writing', async () => {
  const { acknowledged, lost } = await tellKillStory(await temporaryFolder(), 6)
  expect(acknowledged).toBeGreaterThan(100)
  expect(lost).toBe(0)
})
