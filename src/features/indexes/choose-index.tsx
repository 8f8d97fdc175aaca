import { NativeSelect, Stack, Text } from '@mantine/core'
import { indexTexts as texts } from '../../language/pages/indexes.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { indexRoutes } from './contract.ts'
import { IndexOfCycle } from './index-name.tsx'

/** Which index a cycle's results are of; the office that owns the method says so. */
export const ChooseIndex = ({ cycleId }: { readonly cycleId: string }) => {
  const mayChange = holdsAny(useSignedIn(), ['methodOwner'])
  return mayChange ? <Choice cycleId={cycleId} /> : <IndexOfCycle cycleId={cycleId} />
}

const Choice = ({ cycleId }: { readonly cycleId: string }) => {
  const params = { cycleId }
  const listed = useCall(indexRoutes.list)
  const current = useCall(indexRoutes.ofCycle, { params })
  const set = useChange(indexRoutes.setCycleIndex, { refreshes: [indexRoutes.ofCycle, indexRoutes.list] })
  return (
    <Loaded call={listed}>
      {({ indexes }) =>
        indexes.length === 0 ? null : (
          <Stack gap="xs" component="section" mt="lg" className="no-print">
            <NativeSelect
              label={texts.cycle}
              value={current.value?.index?.id ?? ''}
              disabled={set.isRunning}
              data={[
                ...(current.value?.index ? [] : [{ value: '', label: '–' }]),
                ...indexes.map(({ id, code, name }) => ({ value: id, label: texts.named(code, name) })),
              ]}
              onChange={(event) => {
                const indexId = event.currentTarget.value
                if (indexId) void set.run({ params, body: { indexId } })
              }}
              maw={560}
            />
            <Text component="div">
              <IndexOfCycle cycleId={cycleId} />
            </Text>
            {set.refused && <ErrorState refused={set.refused} />}
          </Stack>
        )
      }
    </Loaded>
  )
}
