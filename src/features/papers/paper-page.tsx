import { Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { paperTexts } from '../../language/pages/papers.ts'
import { paperKindWords } from '../../language/reports/paper-kind-words.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import type { Paper } from './contract.ts'
import { PaperEditor } from './paper-editor.tsx'
import { PaperPreview } from './paper-preview.tsx'
import { type SeenPlace, usePlace } from './use-place.ts'
import { IssuedNote } from './issue-paper.tsx'
import { PostingPart } from './posting/posting-part.tsx'

/** `/van-ban/$paperId`: a draft with its form and its preview, or a paper as it was issued. */
export const PaperPage = () => {
  const { paperId } = useParams({ from: '/van-ban/$paperId' })
  const place = usePlace()
  return place ? <Seen key={paperId} place={place} paperId={paperId} /> : <EmptyState>{paperTexts.noUnit}</EmptyState>
}

const aboutOf = ({ cycle, unit, group }: Paper): string => [cycle?.title, unit?.name ?? group].filter(Boolean).join(' · ')

const Seen = ({ place, paperId }: { readonly place: SeenPlace; readonly paperId: string }) => {
  const paper = useCall(place.routes.paper, { params: { ...place.params, paperId } })
  return (
    <Loaded call={paper}>
      {(value) => (
        <>
          <Text size="sm" className="no-print">
            <PageLink to="/van-ban" search={place.unit ? { 'don-vi': place.unit.id } : {}}>
              {paperTexts.back}
            </PageLink>
          </Text>
          <PageTitle under={aboutOf(value) && `${paperTexts.page.from} ${aboutOf(value)}`}>{paperKindWords[value.kind]}</PageTitle>
          {value.issued || !place.mayWrite ? (
            <>
              {value.issued && <IssuedNote issued={value.issued} />}
              {value.issued && !place.unit && <PostingPart paper={value} mayWrite={place.mayWrite} />}
              <PaperPreview place={place} paper={value} />
            </>
          ) : (
            <PaperEditor place={place} paper={value} />
          )}
        </>
      )}
    </Loaded>
  )
}
