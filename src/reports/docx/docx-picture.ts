import type { Picture } from '../layout.ts'
import { xmlText } from '../xml-text.ts'

/** English Metric Units: 36,000 to the millimetre. */
const emu = (millimetres: number): number => Math.round(millimetres * 36_000)

/** A drawing for readers of today beside the picture for those of before: the extension of Office 2016, [MS-ODRAWXML] 2.3.2.29. */
const vectorXml = (id: string): string =>
  `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${id}"/></a:ext></a:extLst>`

/** A centred picture with the words for who cannot see it; `at` counts the pictures of the paper from 1. */
export const pictureXml = ({ svg, width, height, caption }: Picture, at: number): string => {
  const words = xmlText(caption)
  const extent = `cx="${emu(width)}" cy="${emu(height)}"`
  const blip = svg === undefined ? `<a:blip r:embed="png${at}"/>` : `<a:blip r:embed="png${at}">${vectorXml(`svg${at}`)}</a:blip>`
  return `<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:docPr id="${at}" name="${words}" descr="${words}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${at}" name="${words}" descr="${words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}
