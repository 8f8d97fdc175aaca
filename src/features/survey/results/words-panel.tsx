import { Button, Group, Paper, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { surveyResultTexts } from '../../../language/pages/survey-results.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { SearchBox } from '../../../web/widgets/search-box.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { resultRoutes, type Words } from './contract.ts'

const texts = surveyResultTexts.words

interface Props {
  readonly surveyId: string
  readonly questions: readonly { readonly value: string; readonly label: string }[]
  readonly groups: ReadonlyMap<string, string>
}

/** What was written freely, each by itself, with what could name somebody taken out by hand. */
export const WordsPanel = ({ surveyId, questions, groups }: Props) => {
  const [search, setSearch] = useState('')
  const [question, setQuestion] = useState<string | null>(null)
  const [after, setAfter] = useState<string>()
  const [chosen, setChosen] = useState<Words>()
  const found = useCall(resultRoutes.words, {
    params: { surveyId },
    query: { search, ...(question && { question }), ...(after && { after }) },
  })
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Group align="flex-end">
          <SearchBox
            value={search}
            onChange={(value) => {
              setSearch(value)
              setAfter(undefined)
            }}
            label={texts.search}
          />
          <Select
            label={texts.question}
            placeholder={texts.all}
            data={[...questions]}
            value={question}
            onChange={(value) => {
              setQuestion(value)
              setAfter(undefined)
            }}
            clearable
          />
        </Group>
        <Loaded call={found}>
          {({ words, next }) => (
            <>
              <DataTable
                caption={texts.caption}
                isCaptionHidden
                rows={words}
                keyOf={({ id }) => id}
                empty={texts.none}
                columns={[
                  { key: 'text', title: texts.text, isRowHeader: true, cell: ({ text }) => text ?? texts.redacted },
                  { key: 'unit', title: texts.unit, cell: ({ unitName }) => unitName },
                  { key: 'group', title: texts.group, cell: ({ group }) => groups.get(group) ?? group },
                  {
                    key: 'act',
                    title: texts.acts,
                    isScreenOnly: true,
                    cell: (row) =>
                      row.text !== undefined && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() => setChosen(row)}
                          aria-label={`${texts.redact}: ${row.text.slice(0, 60)}`}
                        >
                          {texts.redact}
                        </Button>
                      ),
                  },
                ]}
              />
              {next !== undefined && (
                <Button variant="default" w="fit-content" onClick={() => setAfter(next)}>
                  {texts.more}
                </Button>
              )}
            </>
          )}
        </Loaded>
      </Stack>
      {chosen && <Redact key={chosen.id} surveyId={surveyId} words={chosen} onClose={() => setChosen(undefined)} />}
    </Paper>
  )
}

const Redact = ({ surveyId, words, onClose }: { readonly surveyId: string; readonly words: Words; readonly onClose: () => void }) => {
  const [text, setText] = useState(words.text ?? '')
  const change = useChange(resultRoutes.redact, { refreshes: [resultRoutes.words] })
  const act = async (): Promise<void> => {
    const body = text.trim() === '' ? {} : { text }
    const outcome = await change.run({ params: { surveyId, wordsId: words.id }, body })
    if (outcome.ok) onClose()
  }
  return (
    <Confirm
      isOpen
      title={texts.redactTitle}
      act={texts.act}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={change.isRunning}
      refused={change.refused}
      isFinal
    >
      <Stack gap="sm">
        <Text>{texts.redactHint}</Text>
        <Textarea
          label={texts.text}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={4000}
        />
      </Stack>
    </Confirm>
  )
}
