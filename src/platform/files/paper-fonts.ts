import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const

/** Folders with the four faces of Tinos, as they came with the package. */
export const paperFontFolders = (): readonly string[] => {
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  return faces.map((face) => join(home, face))
}
