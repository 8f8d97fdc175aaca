import { type MediaType, mediaTypes } from '../../platform/files/media-type.ts'
import type { EvidenceFile } from './shapes.ts'

const pictures: readonly string[] = [mediaTypes.png, mediaTypes.jpeg, mediaTypes.webp] satisfies readonly MediaType[]

/** How a file is shown in the page: by the browser, without running anything of it, or as the text that was read out of it. */
export const shownAs = (mediaType: string, hasPlain: boolean): EvidenceFile['shownAs'] => {
  if (mediaType === mediaTypes.pdf) return 'pdf'
  if (pictures.includes(mediaType)) return 'picture'
  return hasPlain ? 'plain' : 'none'
}
