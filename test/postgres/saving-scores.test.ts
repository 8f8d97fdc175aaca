import { expect, it } from 'vitest'
import { tellSavingStory } from './saving-story.ts'
import { temporaryFolder } from './temporary-folder.ts'

it('loses no score that was said to be saved when server, database or both are killed, and totals agree with the scores', async () => {
  const { saves, ...kept } = await tellSavingStory(await temporaryFolder(), 3)
  expect(saves).toBeGreaterThan(25)
  expect(kept).toEqual({ kills: 3, lost: 0, totalIsOffBy: 0, unlogged: 0 })
})
