import { expect, it } from 'vitest'
import { tellSurveyStory } from './survey-story.ts'
import { temporaryFolder } from './temporary-folder.ts'

it('has every thanked response once and only once when the application and its database are killed while 64 people answer', async () => {
  expect(await tellSurveyStory(await temporaryFolder(), 300, 2)).toEqual({ thanked: 300, lost: 0, twice: 0, kills: 2 })
}, 240_000)
