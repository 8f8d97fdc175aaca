import { Button, Group, Select, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { lossKinds } from '../../../core/vocabulary.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { secondLookTexts as texts } from '../../../language/pages/second-look.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { type Phrase, type PhraseList, phraseRoutes } from './contract.ts'
import classes from './phrases.module.css'

/** Phrases for reasons; whoever owns the method keeps them. */
export const PhrasesPage = () => {
  const list = useCall(phraseRoutes.phrases)
  return (
    <Stack gap="md">
      <PageTitle under={texts.phrasesUnder}>{texts.phrases}</PageTitle>
      <Loaded call={list}>{(value) => <Phrases key={value.version} list={value} />}</Loaded>
    </Stack>
  )
}

const Phrases = ({ list }: { readonly list: PhraseList }) => {
  const [isEditing, setEditing] = useState(false)
  const edit = list.canChange && <Button onClick={() => setEditing(true)}>{texts.edit}</Button>
  if (isEditing) return <Form list={list} onClose={() => setEditing(false)} />
  if (list.phrases.length === 0)
    return (
      <EmptyState title={texts.noPhrases} action={edit}>
        {texts.noPhrasesHint}
      </EmptyState>
    )
  return (
    <>
      <DataTable
        caption={texts.phrases}
        isCaptionHidden
        rows={list.phrases}
        keyOf={({ words }) => words}
        columns={[
          { key: 'kind', title: texts.phraseColumns.kind, width: 240, cell: ({ kind }) => labelsVi.lossKinds[kind] },
          { key: 'words', title: texts.phraseColumns.words, isRowHeader: true, cell: ({ words }) => words },
        ]}
      />
      <Group>{edit}</Group>
    </>
  )
}

const kinds = lossKinds.map((value) => ({ value, label: labelsVi.lossKinds[value] }))

const Form = ({ list, onClose }: { readonly list: PhraseList; readonly onClose: () => void }) => {
  const [phrases, setPhrases] = useState<readonly Phrase[]>(list.phrases)
  const write = useChange(phraseRoutes.writePhrases)
  const set = (index: number, part: Partial<Phrase>): void =>
    setPhrases(phrases.map((each, place) => (place === index ? { ...each, ...part } : each)))
  const save = async (): Promise<void> => {
    const outcome = await write.run({ body: { phrases: [...phrases] }, ifMatch: list.version })
    if (outcome.ok) onClose()
  }
  return (
    <Stack gap="sm">
      {phrases.map(({ kind, words }, index) => (
        <div className={classes.row} key={index}>
          <Select
            label={texts.phraseKind(index + 1)}
            data={kinds}
            allowDeselect={false}
            value={kind}
            onChange={(value) => set(index, { kind: lossKinds.find((each) => each === value) ?? kind })}
          />
          <Textarea
            label={texts.phraseWords(index + 1)}
            autosize
            minRows={1}
            maxLength={1000}
            value={words}
            onChange={(event) => set(index, { words: event.currentTarget.value })}
          />
          <Button
            variant="default"
            aria-label={texts.removePhrase(index + 1)}
            onClick={() => setPhrases(phrases.filter((_, place) => place !== index))}
          >
            {texts.remove}
          </Button>
        </div>
      ))}
      <Group>
        <Button variant="default" onClick={() => setPhrases([...phrases, { kind: 'late', words: '' }])}>
          {texts.addPhrase}
        </Button>
      </Group>
      {write.refused && <ErrorState refused={write.refused} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {widgetTexts.cancel}
        </Button>
        <Button loading={write.isRunning} disabled={phrases.some(({ words }) => words.trim() === '')} onClick={() => void save()}>
          {texts.save}
        </Button>
      </Group>
    </Stack>
  )
}
