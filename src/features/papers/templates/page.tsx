import { Text } from '@mantine/core'
import { paperTexts } from '../../../language/pages/papers.ts'
import { templateTexts as texts } from '../../../language/pages/paper-templates.ts'
import { paperKindWords } from '../../../language/reports/paper-kind-words.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { usePlace } from '../use-place.ts'
import { type TemplateLine, templateRoutes } from './contract.ts'
import { TemplateOfKind } from './template-of-kind.tsx'

const stateOf = ({ inForce, versions }: TemplateLine): string => {
  const newest = versions[0]?.version
  const used = inForce === undefined ? texts.ofProgram : texts.own(inForce)
  return newest === undefined || newest === inForce ? used : `${used}. ${texts.newer(newest)}`
}

/** `/van-ban/mau`: how each kind of paper is worded, and the template to edit in Word. */
export const TemplatesPage = () => {
  const place = usePlace()
  const [kind] = useAddress('loai')
  const list = useCall(templateRoutes.list, {}, { when: place !== undefined && !place.unit })
  if (!place || place.unit) return <EmptyState>{paperTexts.noUnit}</EmptyState>
  return (
    <>
      <Text size="sm" className="no-print">
        {kind ? (
          <PageLink to="/van-ban/mau" search={{}}>
            {texts.title}
          </PageLink>
        ) : (
          <PageLink to="/van-ban" search={{}}>
            {texts.back}
          </PageLink>
        )}
      </Text>
      <Loaded call={list}>
        {({ templates }) => {
          const chosen = templates.find((each) => each.kind === kind)
          return chosen ? <TemplateOfKind key={chosen.kind} line={chosen} mayWrite={place.mayWrite} /> : <Kinds templates={templates} />
        }}
      </Loaded>
    </>
  )
}

const Kinds = ({ templates }: { readonly templates: readonly TemplateLine[] }) => (
  <>
    <PageTitle under={texts.under}>{texts.title}</PageTitle>
    <DataTable
      caption={texts.caption}
      isCaptionHidden
      rows={templates}
      keyOf={({ kind }) => kind}
      columns={[
        {
          key: 'kind',
          title: texts.kind,
          isRowHeader: true,
          cell: ({ kind }) => (
            <PageLink to="/van-ban/mau" search={{ loai: kind }}>
              {paperKindWords[kind]}
            </PageLink>
          ),
        },
        { key: 'state', title: texts.state, cell: stateOf },
      ]}
    />
  </>
)
