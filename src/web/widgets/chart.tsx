import { Button, Group, Title } from '@mantine/core'
import type { EChartsType } from 'echarts/core'
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { widgetTexts } from '../../language/pages/widgets.ts'
import classes from './chart.module.css'
import type { ChartOption } from './chart-engine.ts'
import { Loading } from './loading.tsx'

interface Props {
  readonly title: string
  /** What to draw, in the words of echarts: radar, bar, line, heat map. */
  readonly option: ChartOption
  /** The same figures as a table: what a reader hears and a printer can copy. */
  readonly table: ReactNode
  readonly height?: number
  /** Short tables stand beside the picture all the time; others open on demand. */
  readonly isTableBeside?: boolean
}

/** A picture with its table beside it; the drawing program is fetched when a picture first comes into a page. */
export const Chart = ({ title, option, table, height = 340, isTableBeside = false }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const [isTableOpen, setTableOpen] = useState(isTableBeside)
  const isDrawn = useDrawing(place, chart, option)
  const tableId = useId()
  return (
    <figure className={classes.figure}>
      <Group justify="space-between" gap="xs">
        <Title order={3}>{title}</Title>
        <Group gap="xs" className="no-print">
          {!isTableBeside && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={isTableOpen}
              aria-controls={tableId}
              onClick={() => setTableOpen(!isTableOpen)}
            >
              {isTableOpen ? widgetTexts.hideTable : widgetTexts.showTable}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" disabled={!isDrawn} onClick={() => chart.current && savePicture(chart.current, title)}>
            {widgetTexts.downloadPicture}
          </Button>
        </Group>
      </Group>
      {!isDrawn && <Loading />}
      <div className={isTableBeside ? classes.beside : undefined}>
        <div ref={place} role="img" aria-label={title} className={classes.picture} style={{ height }} />
        <div id={tableId} className={isTableOpen ? classes.table : classes.closed}>
          {table}
        </div>
      </div>
    </figure>
  )
}

/** Draws, draws again when the figures change, and follows the width of the page. */
const useDrawing = (place: RefObject<HTMLDivElement | null>, chart: RefObject<EChartsType | undefined>, option: ChartOption): boolean => {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let isGone = false
    const watcher = new ResizeObserver(() => chart.current?.resize())
    void import('./chart-engine.ts').then(({ startChart }) => {
      if (isGone || !place.current) return
      chart.current = startChart(place.current)
      watcher.observe(place.current)
      setReady(true)
    })
    return () => {
      isGone = true
      watcher.disconnect()
      chart.current?.dispose()
      chart.current = undefined
    }
  }, [place, chart])
  useEffect(() => {
    if (isReady) chart.current?.setOption(option, { notMerge: true })
  }, [isReady, option, chart])
  return isReady
}

const savePicture = (chart: EChartsType, title: string): void => {
  const link = document.createElement('a')
  link.href = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' })
  link.download = `${title}.png`
  link.click()
}
