/** A line of a chart: its figure in percent, 0–100 as decimal text, and another to hold it against. */
export interface ChartLine {
  readonly label: string
  readonly value: string
  readonly compared?: string | undefined
}

/** What the two figures of a line are called. */
export interface ChartNames {
  readonly value: string
  readonly compared?: string | undefined
}

/**
 * A chart as a value: bars of percents one below the other, a radar of percents (from three corners on), or how many units stand in each span.
 * It is drawn when the paper is laid out, so that a frozen paper holds figures, not pictures.
 */
export type Chart =
  | { readonly kind: 'bars' | 'radar'; readonly lines: readonly ChartLine[]; readonly names: ChartNames }
  | { readonly kind: 'spans'; readonly spans: readonly { readonly label: string; readonly count: number }[] }

/** A drawing with its measures in millimetres. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}
