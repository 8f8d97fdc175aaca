import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type Person, peopleRoutes, type Slip, slipsAtOnce } from './people-contract.ts'
import { SlipSheets } from './slip-sheets.tsx'

const texts = organisationTexts.slips
const figure = (count: number): string => formatFigure(String(count))
const kinds = ['slip', 'ownPassword'] as const

/** Slips for first sign-ins: made here, shown here, printed from here, and gone with the page. */
export const SlipsPage = () => {
  const [slips, setSlips] = useState<readonly Slip[]>([])
  return (
    <>
      <div className="no-print">
        <PageTitle under={texts.under}>{texts.title}</PageTitle>
      </div>
      {slips.length > 0 ? (
        <Stack gap="md">
          <Alert color="yellow" role="status" className="no-print">
            {texts.leave}
          </Alert>
          <div className="no-print">
            <Button onClick={() => print()}>{texts.print}</Button>
          </div>
          <SlipSheets slips={slips} address={`${location.origin}/dang-nhap`} />
        </Stack>
      ) : (
        <Waiting onSlips={setSlips} />
      )}
    </>
  )
}

const Waiting = ({ onSlips }: { readonly onSlips: (slips: readonly Slip[]) => void }) => {
  const [awaits, setAwaits] = useAddress('cho', 'slip')
  const kind = kinds.find((each) => each === awaits) ?? 'slip'
  const people = useCall(peopleRoutes.people, { query: { awaits: kind } })
  return (
    <Stack gap="md">
      <Radio.Group label={texts.which} value={kind} onChange={setAwaits}>
        <Stack gap="xs" mt="xs">
          {kinds.map((each) => (
            <Radio key={each} value={each} label={texts[each]} />
          ))}
        </Stack>
      </Radio.Group>
      <Loaded call={people}>{(value) => <Make people={value.people} isMore={value.next !== undefined} onSlips={onSlips} />}</Loaded>
    </Stack>
  )
}

interface MakeProps {
  readonly people: readonly Person[]
  readonly isMore: boolean
  readonly onSlips: (slips: readonly Slip[]) => void
}

/** A few at a time, since every password is hashed slowly; what was made before a refusal is shown all the same. */
const Make = ({ people, isMore, onSlips }: MakeProps) => {
  const make = useChange(peopleRoutes.slips, { refreshes: [] })
  const [made, setMade] = useState<number>()
  const run = async (): Promise<void> => {
    const slips: Slip[] = []
    for (let from = 0; from < people.length; from += slipsAtOnce) {
      setMade(from)
      const some = people.slice(from, from + slipsAtOnce).map(({ id, version }) => ({ personId: id, version }))
      const outcome = await make.run({ body: { people: some } })
      if (!outcome.ok) break
      slips.push(...outcome.value.slips)
    }
    setMade(undefined)
    if (slips.length) onSlips(slips)
  }
  const count = figure(people.length)
  if (people.length === 0) return <Text>{texts.none}</Text>
  return (
    <Stack gap="sm">
      <Text>{isMore ? texts.many(count) : texts.count(count)}</Text>
      {make.refused && <ErrorState refused={make.refused} />}
      <Group>
        <Button onClick={() => void run()} loading={made !== undefined}>
          {texts.make(count)}
        </Button>
        {made !== undefined && <Text role="status">{texts.making(figure(made), count)}</Text>}
      </Group>
    </Stack>
  )
}
