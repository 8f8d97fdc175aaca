/** Builds the web pages where their sources have changed. Returns whether they stand. */
export const buildPages: () => boolean
