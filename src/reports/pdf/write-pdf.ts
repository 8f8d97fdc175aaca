import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Layout } from '../layout.ts'
import { typstPictures, typstSource } from './typst-source.ts'

/** `home` is a folder that is there; pictures stand in the compiler's memory as if they were in it. Nothing is read from it. */
export interface PdfCompiler {
  readonly compiler: NodeCompiler
  readonly home: string
}

/** A compiler with the faces of Tinos, whose measures are those of Times New Roman; made once, it answers in milliseconds. */
export const makePdfCompiler = async (fontFolders: readonly string[]): Promise<PdfCompiler> => {
  const { NodeCompiler: compilers } = await import('@myriaddreamin/typst-ts-node-compiler')
  const [home = ''] = fontFolders
  return { compiler: compilers.create({ fontArgs: [{ fontPaths: [...fontFolders] }], workspace: home }), home }
}

/** Marking every cell for readers of screens makes twelve megabytes of a table of a whole country; above this the file is left without marks. */
const mostMarkedCells = 20_000

const cellsOf = ({ runs }: Layout): number =>
  runs
    .flatMap(({ pieces }) => pieces)
    .reduce((sum, piece) => sum + (piece.kind === 'grid' ? piece.body.length * piece.widths.length : 0), 0)

/** A PDF/A-2b of a paper. What a value holds can never be more than words in it; a paper that does not compile is a bug. */
export const writePdf = ({ compiler, home }: PdfCompiler, layout: Layout): Uint8Array => {
  const pictures = typstPictures(layout)
  for (const [{ png, svg }, name] of pictures) compiler.mapShadow(`${home}/${name}`, Buffer.from(svg ?? png ?? ''))
  try {
    const compiled = compiler.compile({ mainFileContent: typstSource(layout, pictures) })
    const document = compiled.result
    if (document === null) throw new Error(`a paper does not compile: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b', ...(cellsOf(layout) > mostMarkedCells && { pdfTags: false }) }))
  } finally {
    compiler.resetShadow()
    compiler.evictCache(10)
  }
}
