const spanWidth = 5

/** Units per five points of their percent, from the lowest span to the highest that occurs; 100 belongs to the last. For the eye alone. */
export const spansOf = (percents: readonly string[]): readonly { readonly label: string; readonly count: number }[] => {
  if (percents.length === 0) return []
  const starts = percents.map((percent) => Math.floor(Math.min(Number(percent), 99.999999) / spanWidth) * spanWidth)
  const [first, last] = [Math.min(...starts), Math.max(...starts)]
  return Array.from({ length: (last - first) / spanWidth + 1 }, (_, at) => {
    const from = first + at * spanWidth
    return { label: `${from}–${from + spanWidth}`, count: starts.filter((start) => start === from).length }
  })
}
