import {
  BarChart,
  type BarSeriesOption,
  HeatmapChart,
  type HeatmapSeriesOption,
  LineChart,
  type LineSeriesOption,
  RadarChart,
  type RadarSeriesOption,
} from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  RadarComponent,
  type RadarComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
  VisualMapComponent,
  type VisualMapComponentOption,
} from 'echarts/components'
import { type ComposeOption, type EChartsType, init, use as include } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

/** What our pictures are made of; anything else of echarts stays out of the page. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | RadarSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | RadarComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>

include([
  BarChart,
  HeatmapChart,
  LineChart,
  RadarChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
])

const theme = {
  // Told apart by people who do not tell red from green.
  color: ['#234c80', '#c28a12', '#1f7a4a', '#b3261e', '#6c92c2', '#5a6877'],
  textStyle: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif", fontSize: 13 },
  animation: false,
}

/** An empty chart in its place; `setOption` draws. */
export const startChart = (place: HTMLElement): EChartsType => init(place, theme)
