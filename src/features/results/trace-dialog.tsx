import { Modal, Stack, Text } from '@mantine/core'
import { resultsWords as words, traceSentences } from '../../language/pages/results.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import type { TraceStep } from '../../core/score.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { type Loading, useCall } from '../../web/widgets/use-call.ts'
import { resultsRoutes, type TraceMessage } from './contract.ts'
import { type SheetReply, type SheetRow } from './shapes.ts'
import classes from './trace-dialog.module.css'

interface Props {
  readonly sheet: SheetReply
  /** The row whose figure is asked for; the whole where it is undefined. */
  readonly row: SheetRow | undefined
  readonly onClose: () => void
}

const isStep = (text: string): text is TraceStep => text in traceSentences

const nameOf = (trace: TraceMessage, rows: readonly SheetRow[]): string => {
  const row = rows.find(({ id }) => id === trace.facts?.['node'])
  return row ? `${row.code} ${row.name}`.trim() : ''
}

const sentenceOf = ({ step, result, facts }: TraceMessage): string => (isStep(step) ? traceSentences[step](result, facts ?? {}) : result)

const Step = ({ trace, rows, isTop }: { readonly trace: TraceMessage; readonly rows: readonly SheetRow[]; readonly isTop: boolean }) => {
  const parts = trace.parts ?? []
  const heading = (
    <span>
      {!isTop && <strong>{nameOf(trace, rows)} </strong>}
      {sentenceOf(trace)}
    </span>
  )
  if (parts.length === 0) return <li className={classes.step}>{heading}</li>
  return (
    <li className={classes.step}>
      <details open={isTop}>
        <summary>{heading}</summary>
        <ul className={classes.parts}>
          {parts.map((part, index) => (
            <Step key={part.facts?.['node'] ?? index} trace={part} rows={rows} isTop={parts.length === 1} />
          ))}
        </ul>
      </details>
    </li>
  )
}

const Walk = ({ call, row, sheet }: Pick<Props, 'row' | 'sheet'> & { readonly call: Loading<{ readonly trace: TraceMessage }> }) => (
  <Loaded call={call}>
    {({ trace }) => (
      <Stack gap="sm">
        <ul className={classes.parts}>
          <Step trace={trace} rows={sheet.rows} isTop />
        </ul>
        {row?.given?.reason && (
          <Text>
            {words.reason}: {row.given.reason}
          </Text>
        )}
      </Stack>
    )}
  </Loaded>
)

const LiveWalk = (props: Pick<Props, 'row' | 'sheet'>) => {
  const { sheet, row } = props
  const params = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
  return <Walk {...props} call={useCall(resultsRoutes.trace, { params, query: { node: row?.id ?? '' } })} />
}

const PublishedWalk = (props: Pick<Props, 'row' | 'sheet'> & { readonly publicationId: string }) => {
  const { sheet, row, publicationId } = props
  const params = { publicationId, unitId: sheet.unit.id }
  return <Walk {...props} call={useCall(resultsRoutes.publishedTrace, { params, query: { node: row?.id ?? '' } })} />
}

/** Why a figure is what it is: a walk over its trace, opened step by step. */
export const TraceDialog = ({ sheet, row, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    title={words.why(row ? `${row.code} ${row.name}`.trim() : words.whole)}
    size="lg"
    closeButtonProps={{ 'aria-label': widgetTexts.close }}
  >
    {sheet.basis.kind === 'published' ? (
      <PublishedWalk sheet={sheet} row={row} publicationId={sheet.basis.publicationId} />
    ) : (
      <LiveWalk sheet={sheet} row={row} />
    )}
  </Modal>
)
