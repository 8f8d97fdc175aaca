import { expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'
import { tellUploadStory } from './upload-story.ts'

it('loses no part that was acknowledged and shows nothing half as whole when the server is killed in the midst of an upload', async () => {
  expect(await tellUploadStory(await temporaryFolder(), 2)).toEqual({ kills: 2, lost: 0, half: 0, isWhole: true })
})
