import { expect, it } from 'vitest'
import { tellSurveyStory } from './survey-story.ts'
import { temporaryFolder } from './temporary-folder.ts'

it('has every thanked response once and only once when the application, its database or both are killed while 64 people answer', async () => {
  expect(await tellSurveyStory(await temporaryFolder(), 300, 3)).toEqual({ thanked: 300, lost: 0, twice: 0, kills: 3 })
}, 240_000)
