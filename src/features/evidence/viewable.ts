import { type MediaType, mediaTypes } from '../../platform/files/media-type.ts'

const viewable: readonly string[] = [mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg, mediaTypes.webp] satisfies readonly MediaType[]

/** What a browser shows in the page without running anything of it. */
export const isViewable = (mediaType: string): boolean => viewable.includes(mediaType)
