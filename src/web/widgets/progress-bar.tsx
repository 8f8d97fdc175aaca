import { Progress, Text } from '@mantine/core'
import { formatFigure } from '../../language/format.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'

/** How far something is, in words beside the bar: `87/102 tiêu chí`. */
export const ProgressBar = ({ done, of, what }: { readonly done: number; readonly of: number; readonly what: string }) => {
  const words = widgetTexts.progress(formatFigure(String(done)), formatFigure(String(of)), what)
  return (
    <div>
      <Text size="sm" mb={4}>
        {words}
      </Text>
      <Progress
        value={of === 0 ? 0 : (100 * done) / of}
        color={done >= of && of > 0 ? 'green' : 'navy'}
        aria-label={words}
        radius="sm"
        size="md"
      />
    </div>
  )
}
