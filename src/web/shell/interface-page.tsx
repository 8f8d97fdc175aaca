import { Accordion, Anchor, Badge, Code, Group, List, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatFigure } from '../../language/format.ts'
import { interfaceTexts as texts } from '../../language/pages/interface.ts'
import { Loading } from '../widgets/loading.tsx'
import { PageTitle } from '../widgets/page-title.tsx'
import { SearchBox } from '../widgets/search-box.tsx'
import { useAddress } from '../widgets/use-address.ts'
import { type Operation, operationsOf } from './operations.ts'

const address = '/api/openapi.json'

/** The programming interface as its own description tells it. */
export const InterfacePage = () => {
  const description = useQuery({ queryKey: [address], queryFn: async () => operationsOf(await (await fetch(address)).json()) })
  const [search, setSearch] = useAddress('tim')
  const shown = (description.data ?? []).filter(({ path, summary }) => `${path} ${summary}`.toLowerCase().includes(search.toLowerCase()))
  return (
    <>
      <PageTitle under={texts.under} actions={<Anchor href={address}>{texts.raw}</Anchor>}>
        {texts.title}
      </PageTitle>
      <Stack gap="md">
        <List>
          {texts.about.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
        <SearchBox label={texts.find} value={search} onChange={setSearch} />
        {description.isPending ? <Loading /> : <Text>{shown.length ? texts.count(formatFigure(String(shown.length))) : texts.none}</Text>}
        <Accordion variant="contained" multiple bg="white">
          {shown.map((operation) => (
            <OperationItem key={operation.key} operation={operation} />
          ))}
        </Accordion>
      </Stack>
    </>
  )
}

const OperationItem = ({ operation }: { readonly operation: Operation }) => (
  <Accordion.Item value={operation.key}>
    <Accordion.Control>
      <Group gap="sm" wrap="nowrap" align="baseline">
        <Badge color="navy" miw={70}>
          {operation.method}
        </Badge>
        <span>
          <Code>{operation.path}</Code>
          <Text size="sm" c="gray.7" lang="en">
            {operation.summary}
          </Text>
        </span>
      </Group>
    </Accordion.Control>
    <Accordion.Panel>
      <Details operation={operation} />
    </Accordion.Panel>
  </Accordion.Item>
)

const Details = ({ operation: { act, parameters, body, reply } }: { readonly operation: Operation }) => (
  <Stack gap="xs">
    <Text size="sm">{act === 'anyone' ? texts.open : `${texts.act}: ${act}`}</Text>
    {parameters.length > 0 && (
      <section>
        <Title order={3}>{texts.parameters}</Title>
        <List size="sm">
          {parameters.map(({ name, place, required }) => (
            <List.Item key={place + name}>
              <Code>{name}</Code> ({place}
              {required && `, ${texts.required}`})
            </List.Item>
          ))}
        </List>
      </section>
    )}
    {body && <Shape title={texts.body} shape={body} />}
    {reply ? <Shape title={texts.reply} shape={reply} /> : <Text size="sm">{texts.nothing}</Text>}
  </Stack>
)

const Shape = ({ title, shape }: { readonly title: string; readonly shape: string }) => (
  <section>
    <Title order={3}>{title}</Title>
    <Code block tabIndex={0}>
      {shape}
    </Code>
  </section>
)
