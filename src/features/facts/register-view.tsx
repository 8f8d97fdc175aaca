import { Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type FactKey } from '../../core/facts/fact-catalogue.ts'
import { factGroups } from '../../language/fact-words.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { factsTexts as texts } from '../../language/pages/facts.ts'
import { SaveState } from '../../web/widgets/save-state.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import type { FactRegister, NeededFact } from './contract.ts'
import { FactRow } from './fact-row.tsx'
import classes from './facts.module.css'
import { type Group as FactsGroup, groupsOf, isEmpty } from './register-values.ts'
import { type OpenRegister, useRegister } from './use-register.ts'

interface Props {
  readonly given: FactRegister
  readonly canChange: boolean
  readonly canShare: boolean
}

const figure = (count: number): string => formatFigure(String(count))

/** The register of one unit and year: groups as sections, those that a criterion of the year needs first and open. */
export const RegisterView = ({ given, canChange, canShare }: Props) => {
  const register = useRegister(given)
  const [search, setSearch] = useAddress('tim')
  const needed = new Map(given.needed.map(({ key, leaves }) => [key, leaves]))
  const codes = new Map(given.needed.map(({ key, leaves }) => [key, leaves.map(({ code }) => code)]))
  const groups = groupsOf(codes, search)
  const [first, others] = [groups.filter(({ isNeeded }) => isNeeded), groups.filter(({ isNeeded }) => !isNeeded)]
  // The first group with something to enter stays the open one while it is being filled.
  const [opened] = useState(() => groups.find(({ keys }) => keys.some((key) => isEmpty(register.draftAt(key)))) ?? groups[0])
  const section = (group: FactsGroup) => (
    <GroupSection
      key={group.group}
      group={group}
      given={given}
      needed={needed}
      register={register}
      isOpen={search !== '' || group.group === opened?.group}
      canShare={canShare}
      readOnly={!canChange || register.view.closed !== undefined}
    />
  )
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <SearchBox value={search} onChange={setSearch} label={texts.searchLabel} hint={texts.searchHint} />
        <SaveState state={register.view.saving} />
      </Group>
      {!canChange && <Text c="gray.7">{texts.readOnly}</Text>}
      {register.view.closed && <Text role="alert">{register.view.closed}</Text>}
      {given.predecessors.length > 0 && (
        <Text size="sm">
          {texts.predecessors(given.predecessors.map(({ unit, until }) => texts.predecessor(unit.name, formatDate(until))).join('; '))}
        </Text>
      )}
      {groups.length === 0 && <Text role="status">{texts.noneFound(search)}</Text>}
      {first.length > 0 && <Title order={2}>{texts.neededFirst}</Title>}
      {first.map(section)}
      {first.length > 0 && others.length > 0 && search === '' ? (
        <details>
          <summary className={classes.more}>
            <Text component="span" fw={700} size="lg">
              {texts.others}
            </Text>{' '}
            <Text component="span" size="sm" c="gray.7">
              {texts.groups(figure(others.length))}
            </Text>
          </summary>
          <Stack gap="md" mt="sm">
            {others.map(section)}
          </Stack>
        </details>
      ) : (
        others.map(section)
      )}
    </Stack>
  )
}

interface SectionProps {
  readonly group: FactsGroup
  readonly given: FactRegister
  readonly needed: ReadonlyMap<FactKey, NeededFact['leaves']>
  readonly register: OpenRegister
  readonly isOpen: boolean
  readonly readOnly: boolean
  readonly canShare: boolean
}

const GroupSection = ({ group: { group, keys }, given, needed, register, isOpen, readOnly, canShare }: SectionProps) => {
  const filled = keys.filter((key) => !isEmpty(register.draftAt(key))).length
  const name = factGroups[group]
  return (
    <details className={classes.group} open={isOpen}>
      <summary className={classes.head} aria-label={texts.progressOf(name, figure(filled), figure(keys.length))}>
        <Text component="span" fw={600}>
          {name}
        </Text>{' '}
        <Text component="span" size="sm" c={filled === keys.length ? 'green.9' : 'gray.7'}>
          {texts.progress(figure(filled), figure(keys.length))}
        </Text>
      </summary>
      {keys.map((key) => (
        <FactRow
          key={key}
          factKey={key}
          register={register}
          stored={given.facts.find((fact) => fact.key === key)}
          previous={given.previous.find((fact) => fact.key === key)?.value}
          year={given.year}
          leaves={needed.get(key) ?? []}
          predecessors={given.predecessors}
          unitId={given.unit.id}
          above={canShare ? given.above : undefined}
          readOnly={readOnly}
        />
      ))}
    </details>
  )
}
