import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { guidanceKinds } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { guidanceTexts as texts } from '../../language/pages/guidance.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { guidanceRoutes } from './contract.ts'
import { GuidanceItem } from './guidance-item.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { WithdrawButton } from './withdraw-button.tsx'

const pageSize = 30

/** The library of guidance papers: everybody reads what is for them, whoever guides issues and sees who has read. */
export const GuidancePage = () => {
  const signedIn = useSignedIn()
  const mayIssue = holdsAny(signedIn, ['methodOwner', 'appraiser', 'areaLead'])
  const [isIssuing, setIssuing] = useState(false)
  const issue = <Button onClick={() => setIssuing(true)}>{texts.issue}</Button>
  return (
    <>
      <PageTitle under={texts.under} {...(mayIssue && { actions: issue })}>
        {texts.title}
      </PageTitle>
      <Library mayIssue={mayIssue} />
      {isIssuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </>
  )
}

const kindOf = (text: string) => guidanceKinds.find((kind) => kind === text)

const Library = ({ mayIssue }: { readonly mayIssue: boolean }) => {
  const [search, setSearch] = useAddress('tim')
  const [chosen, setKind] = useAddress('loai')
  const [limit, setLimit] = useState(pageSize)
  const kind = kindOf(chosen)
  const list = useCall(guidanceRoutes.list, { query: { search, limit, ...(kind && { kind }) } })
  const kinds = [{ value: '', label: texts.allKinds }, ...guidanceKinds.map((value) => ({ value, label: labelsVi.guidanceKinds[value] }))]
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <SearchBox value={search} onChange={setSearch} label={texts.searchLabel} hint={texts.searchHint} />
        <NativeSelect label={texts.kind} data={kinds} value={chosen} onChange={({ currentTarget }) => setKind(currentTarget.value)} />
      </Group>
      <Loaded call={list}>
        {({ guidance, next }) =>
          guidance.length === 0 ? (
            <EmptyState title={search || kind ? texts.noneFound : texts.none}>{mayIssue ? texts.noneIssued : texts.noneHint}</EmptyState>
          ) : (
            <Stack gap="lg">
              {guidance.map((each) => (
                <GuidanceItem key={each.id} guidance={each}>
                  {mayIssue && !each.withdrawnBecause && <WithdrawButton guidance={each} />}
                </GuidanceItem>
              ))}
              {next && limit < 100 && (
                <Group justify="center">
                  <Button variant="default" onClick={() => setLimit(Math.min(100, limit + pageSize))}>
                    {texts.more}
                  </Button>
                </Group>
              )}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  )
}
