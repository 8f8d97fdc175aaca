import { Alert, Stack, Text } from '@mantine/core'
import { formatFigure } from '../../../language/format.ts'
import { leafFlagTexts as texts } from '../../../language/pages/leaf-flags.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { flagRoutes } from './contract.ts'

const codes = (leaves: readonly { readonly code: string }[]): string => leaves.map(({ code }) => code).join(', ')
const count = (leaves: readonly unknown[]): string => formatFigure(String(leaves.length))

/** Above a sheet: at which leaves something is dated after the cut-off, and at which there are no documents and the unit says so. */
export const SheetFlags = ({ cycleId, unitId }: { readonly cycleId: string; readonly unitId: string }) => {
  const { value } = useCall(flagRoutes.flags, { params: { cycleId, unitId } })
  if (!value) return null
  const absences = value.absences.filter(({ hasDocuments }) => !hasDocuments)
  if (absences.length + value.late.length === 0) return null
  return (
    <Alert color="yellow" title={texts.sheetTitle} mb="sm">
      <Stack gap={4}>
        {value.cutOff && value.late.length > 0 && (
          <Text size="sm">
            {texts.sheetLate(count(value.late), value.cutOff)} {codes(value.late)}
          </Text>
        )}
        {absences.length > 0 && (
          <Text size="sm">
            {texts.sheetAbsences(count(absences))} {codes(absences)}
          </Text>
        )}
      </Stack>
    </Alert>
  )
}
