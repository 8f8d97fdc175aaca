import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { factImportTexts as texts } from '../../language/pages/facts.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Moment } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type FactProfile, factRoutes } from './contract.ts'
import { ImportFile } from './import-file.tsx'
import { ProfileForm } from './profile-form.tsx'

type Work = { readonly kind: 'add' } | { readonly kind: 'change' | 'use'; readonly profileId: string }

/** Brings in tables of outside sources: how each is read, and what a file of it would change. */
export const FactImportPage = () => {
  const profiles = useCall(factRoutes.profiles)
  const [work, setWork] = useState<Work>()
  const done = (): void => setWork(undefined)
  const add = <Button onClick={() => setWork({ kind: 'add' })}>{texts.add}</Button>
  return (
    <>
      <PageTitle under={texts.under} actions={!work && add}>
        {texts.title}
      </PageTitle>
      <Loaded call={profiles}>
        {({ profiles: known }) => {
          const profile = work && work.kind !== 'add' ? known.find(({ id }) => id === work.profileId) : undefined
          return (
            <Stack gap="lg">
              {work?.kind === 'add' && <ProfileForm onDone={done} />}
              {work?.kind === 'change' && profile && <ProfileForm key={profile.id} profile={profile} onDone={done} />}
              {work?.kind === 'use' && profile && <ImportFile key={profile.id} profile={profile} onClose={done} />}
              {known.length > 0 ? (
                <Profiles profiles={known} onWork={setWork} />
              ) : (
                !work && (
                  <EmptyState title={texts.noSource} action={add}>
                    {texts.noSourceHint}
                  </EmptyState>
                )
              )}
            </Stack>
          )
        }}
      </Loaded>
    </>
  )
}

const Profiles = ({ profiles, onWork }: { readonly profiles: readonly FactProfile[]; readonly onWork: (work: Work) => void }) => (
  <DataTable
    caption={texts.sources}
    rows={profiles}
    keyOf={({ id }) => id}
    columns={[
      { key: 'name', title: texts.name, cell: ({ name }) => name, isRowHeader: true },
      { key: 'columns', title: texts.columns, cell: ({ columns }) => texts.counted(formatFigure(String(Object.keys(columns).length))) },
      { key: 'changed', title: texts.changedAt, cell: ({ changedAt }) => <Moment value={changedAt} /> },
      {
        key: 'acts',
        title: '',
        isScreenOnly: true,
        cell: ({ id, name }) => (
          <Group gap="xs" justify="flex-end">
            <Button size="xs" aria-label={`${texts.use}: ${name}`} onClick={() => onWork({ kind: 'use', profileId: id })}>
              {texts.use}
            </Button>
            <Button
              size="xs"
              variant="default"
              aria-label={`${texts.change}: ${name}`}
              onClick={() => onWork({ kind: 'change', profileId: id })}
            >
              {texts.change}
            </Button>
          </Group>
        ),
      },
    ]}
  />
)
