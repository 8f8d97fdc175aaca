import { useEffect, useState } from 'react'

interface Props {
  readonly text: string
  readonly title: string
  readonly size: number
}

/** A text to be read by a telephone. It is drawn here, so that it goes nowhere else; the library is loaded only for it. */
export const QrPicture = ({ text, title, size }: Props) => {
  const [source, setSource] = useState<string>()
  useEffect(() => {
    void import('uqr').then(({ renderSVG }) => setSource(`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(text))}`))
  }, [text])
  return source === undefined ? null : <img src={source} alt={title} width={size} height={size} />
}
