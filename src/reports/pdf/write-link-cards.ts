import { type LinkCards, linkCardsSource } from './link-cards.ts'
import { makePdfCompiler } from './write-pdf.ts'

/**
 * A PDF/A-2b of cards with QR codes. Whoever has an address can answer by it: nothing of them stays in the compiler's memory, and what it has
 * against a page is not told, because it would quote them.
 */
export const writeLinkCards = async (cards: LinkCards, fontFolders: readonly string[]): Promise<Uint8Array> => {
  const { compiler } = await makePdfCompiler(fontFolders)
  const document = compiler.compile({ mainFileContent: linkCardsSource(cards) }).result
  if (document === null) throw new Error('a sheet of links does not compile')
  const bytes = new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b', pdfTags: false }))
  compiler.evictCache(0)
  return bytes
}
