import type { Layout, Picture, Piece } from '../layout.ts'

/** Points to the inch: sharp in print, and a chart stays below 100 kB. */
const density = 200

/** The layout with every drawing as points too, for readers that show no drawings. The library is loaded only where there is one. */
export const withPixels = async (layout: Layout, fontFolders: readonly string[]): Promise<Layout> => {
  if (!layout.runs.some(({ pieces }) => pieces.some((piece) => piece.kind === 'picture' && piece.png === undefined))) return layout
  const { Resvg } = await import('@resvg/resvg-js')
  const draw = (picture: Picture): Picture => {
    const drawn = new Resvg(picture.svg ?? '', {
      background: '#ffffff',
      fitTo: { mode: 'width', value: Math.round((picture.width / 25.4) * density) },
      font: { loadSystemFonts: false, fontDirs: [...fontFolders], defaultFontFamily: 'Tinos', serifFamily: 'Tinos' },
    })
    return { ...picture, png: new Uint8Array(drawn.render().asPng()) }
  }
  const pixelled = (piece: Piece): Piece => (piece.kind === 'picture' && piece.png === undefined ? draw(piece) : piece)
  return { ...layout, runs: layout.runs.map((run) => ({ ...run, pieces: run.pieces.map(pixelled) })) }
}
