import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type QuestionFile, wordsIn } from '../../../core/survey/design.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { SearchBox } from '../../../web/widgets/search-box.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { designRoutes } from './contract.ts'

const texts = surveyDesignTexts.bank

interface Props {
  readonly onTake: (question: QuestionFile) => void
  readonly onClose: () => void
}

/** Questions of earlier surveys, to be taken over one by one. */
export const QuestionBank = ({ onTake, onClose }: Props) => {
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const found = useCall(designRoutes.earlierQuestions, { query: { search, offset } })
  return (
    <Modal opened onClose={onClose} size="lg" title={texts.title} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="md">
        <SearchBox
          value={search}
          onChange={(value) => {
            setSearch(value)
            setOffset(0)
          }}
          label={texts.search}
        />
        <Loaded call={found}>
          {({ questions, next }) => (
            <Stack gap="sm">
              {questions.length === 0 && <Text>{texts.none}</Text>}
              {questions.map(({ surveyId, surveyTitle, sectionTitle, question }) => {
                const asked = question as unknown as QuestionFile
                const key = `${surveyId} ${asked.id}`
                return (
                  <Group key={key} justify="space-between" wrap="nowrap" align="flex-start">
                    <div>
                      <Text fw={600}>{wordsIn(asked.text)}</Text>
                      <Text size="sm" c="gray.7">
                        {surveyDesignTexts.kinds[asked.kind]} · {sectionTitle} · {surveyTitle}
                      </Text>
                    </div>
                    <Button
                      size="compact-sm"
                      variant="default"
                      flex="none"
                      aria-label={`${taken.has(key) ? texts.taken : texts.take}: ${wordsIn(asked.text)}`}
                      onClick={() => {
                        onTake(asked)
                        setTaken(new Set([...taken, key]))
                      }}
                    >
                      {taken.has(key) ? texts.taken : texts.take}
                    </Button>
                  </Group>
                )
              })}
              {next !== undefined && (
                <Button variant="default" onClick={() => setOffset(next)}>
                  {texts.more}
                </Button>
              )}
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Modal>
  )
}
