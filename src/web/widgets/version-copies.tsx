import { Alert, Anchor, Badge, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { maxCopyBytes, type ReadSignature, type VersionCopies, type VersionCopy } from '../../contract/copy-shapes.ts'
import type { ProofKind, ProvedSubject } from '../../core/proof.ts'
import { copyTexts as texts } from '../../language/pages/copies.ts'
import type { Refused } from './client.ts'
import { ErrorState } from './error-state.tsx'
import { Moment } from './figures.tsx'
import { FileDrop } from './file-drop.tsx'

interface Props {
  readonly id?: string
  readonly of: ProvedSubject
  readonly value: VersionCopies
  /** The address of a copy’s file. */
  readonly fileOf: (copyId: string) => string
  /** Where the person may hand one in: the address of the paper to sign, and the way up. */
  readonly adding?: {
    readonly form: string
    /** What was typed is saved before the paper is made of it. */
    readonly before?: () => Promise<void>
    readonly add: (kind: ProofKind, file: File) => void
    readonly isRunning: boolean
    readonly refused: Refused | undefined
  }
}

const endings = { signature: ['.pdf'], scan: ['.pdf', '.png', '.jpg', '.jpeg', '.tif', '.tiff'] }

/** Signed PDFs and stamped copies of one version: what is asked for, what was handed in with signer, time and validity, and the way to hand one in. */
export const VersionCopiesPanel = ({ id, of, value, fileOf, adding }: Props) => (
  <Paper {...(id && { id })} p="md" my="sm" component="section" className="no-print" aria-label={texts.title[of]}>
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {texts.title[of]}
        </Title>
        {value.demand !== 'none' && (
          <Badge color={value.isProved ? 'green' : 'yellow'} variant="light" tt="none">
            {value.isProved ? texts.isProved : texts.isDue}
          </Badge>
        )}
      </Group>
      <Text size="sm">{texts.demand[value.demand]}</Text>
      {adding && value.demand !== 'none' && <Adding adding={adding} value={value} />}
      {value.copies.length === 0 ? (
        !adding && <Text size="sm">{texts.none}</Text>
      ) : (
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {value.copies.map((copy) => (
            <Copy key={copy.id} copy={copy} isOfVersion={copy.versionHash === value.hash} file={fileOf(copy.id)} />
          ))}
        </Stack>
      )}
      {value.hasMore && <Text size="sm">{texts.more(value.copies.length)}</Text>}
      {value.hash && (
        <Text component="details" size="xs" c="gray.8" style={{ overflowWrap: 'anywhere' }}>
          <summary>{texts.forChecking}</summary>
          {texts.hash(value.hash)}
        </Text>
      )}
    </Stack>
  </Paper>
)

const Adding = ({ adding, value: { demand } }: { readonly adding: NonNullable<Props['adding']>; readonly value: VersionCopies }) => {
  const [kind, setKind] = useState<ProofKind>(demand === 'scan' ? 'scan' : 'signature')
  const download = async (): Promise<void> => {
    await adding.before?.()
    location.assign(adding.form)
  }
  return (
    <>
      <Text size="sm">{texts.how}</Text>
      <Group gap="sm">
        <Button variant="default" size="xs" onClick={() => void download()}>
          {texts.form}
        </Button>
        {demand === 'either' && (
          <SegmentedControl
            aria-label={texts.kind}
            size="xs"
            data={(['signature', 'scan'] as const).map((each) => ({ value: each, label: texts.kinds[each] }))}
            value={kind}
            onChange={(chosen) => setKind(chosen as ProofKind)}
          />
        )}
      </Group>
      <FileDrop
        key={kind}
        label={texts.file[kind]}
        accept={endings[kind]}
        maxBytes={maxCopyBytes}
        onFile={(file) => adding.add(kind, file)}
        {...(adding.isRunning && { progress: 1 })}
      />
      {adding.refused && <ErrorState refused={adding.refused} />}
    </>
  )
}

const Copy = ({ copy, isOfVersion, file }: { readonly copy: VersionCopy; readonly isOfVersion: boolean; readonly file: string }) => (
  <Alert
    component="li"
    color={isOfVersion ? 'green' : 'gray'}
    title={`${texts.kinds[copy.kind]} · ${isOfVersion ? texts.ofVersion : texts.ofOther}`}
  >
    {copy.signatures.map((signature, at) => (
      <Signature key={at} signature={signature} />
    ))}
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {copy.fileName} · {texts.addedBy(copy.addedBy.name)} <Moment value={copy.addedAt} /> ·{' '}
      <Anchor href={file} size="sm">
        {texts.download}
      </Anchor>
    </Text>
  </Alert>
)

const Signature = ({ signature }: { readonly signature: ReadSignature }) => {
  const { signer, organisation, issuer, validFrom, validUntil, signedAt, timestampedAt, trust } = signature
  return (
    <>
      <Text fw={600}>{texts.signer(signer, organisation)}</Text>
      <Text size="sm">
        {texts.trust[trust]} {issuer && texts.issuer(issuer)}{' '}
        {validFrom && validUntil && (
          <>
            {texts.valid} <Moment value={validFrom} /> {texts.until} <Moment value={validUntil} />.
          </>
        )}
      </Text>
      <Text size="sm">
        {timestampedAt ? (
          <>
            {texts.timestampedAt} <Moment value={timestampedAt} />
          </>
        ) : signedAt ? (
          <>
            {texts.signedAt} <Moment value={signedAt} />
          </>
        ) : (
          texts.noTime
        )}
      </Text>
    </>
  )
}
