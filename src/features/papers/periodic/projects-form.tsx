import { Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { ReportedProject } from '../../../core/reporting/report-form.ts'
import { reportTexts } from '../../../language/pages/reports.ts'

const texts = reportTexts.form

const empty: ReportedProject = { name: '', planned: '', disbursed: '', share: '', difficulty: '', proposal: '' }

const figures = [
  ['planned', texts.planned],
  ['disbursed', texts.disbursed],
  ['share', texts.share],
] as const
const sentences = [
  ['difficulty', texts.difficulty],
  ['proposal', texts.proposal],
] as const

interface Props {
  readonly projects: readonly ReportedProject[]
  readonly onChange: (projects: ReportedProject[]) => void
}

/** Projects with their money and how far the work is. */
export const ProjectsForm = ({ projects, onChange }: Props) => (
  <Fieldset legend={texts.projects}>
    <Stack gap="md">
      {projects.map((project, at) => (
        // Projects have no name of their own until one is typed; they are never moved, only taken out.
        // eslint-disable-next-line react/no-array-index-key
        <Fieldset key={at} legend={texts.project(at + 1)}>
          <Project project={project} onChange={(changed) => onChange(projects.with(at, changed))} />
          <Group justify="flex-end" mt="xs">
            <Button variant="subtle" color="red" size="compact-sm" onClick={() => onChange(projects.toSpliced(at, 1))}>
              {texts.removeProject(at + 1)}
            </Button>
          </Group>
        </Fieldset>
      ))}
      <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => onChange([...projects, empty])}>
        {texts.addProject}
      </Button>
    </Stack>
  </Fieldset>
)

const Project = ({ project, onChange }: { readonly project: ReportedProject; readonly onChange: (project: ReportedProject) => void }) => {
  const field = (name: keyof ReportedProject, label: string, isFigure: boolean) => (
    <TextInput
      key={name}
      label={label}
      required={name === 'name'}
      value={project[name]}
      maxLength={isFigure ? 20 : 2000}
      {...(isFigure && { inputMode: 'decimal' as const })}
      onChange={(event) => onChange({ ...project, [name]: event.currentTarget.value })}
    />
  )
  return (
    <Stack gap="sm">
      {field('name', texts.projectName, false)}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {figures.map(([name, label]) => field(name, label, true))}
      </SimpleGrid>
      {sentences.map(([name, label]) => field(name, label, false))}
    </Stack>
  )
}
