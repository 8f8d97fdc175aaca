import type { InstallationProblemFacts } from '../../core/problem-facts/installation.ts'
import { problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const installationProblemsEn: SentencesOf<keyof InstallationProblemFacts> = {
  unknownSetting: ({ name, meant }) =>
    `There is no setting ${name}${meant === undefined ? '' : `; perhaps ${meant}`}. The README lists the settings.`,
  settingNotOffered: ({ name }) => `The setting ${name} has no effect in this version yet. Please remove it.`,
  databaseNotStarted: ({ reason, folder, detail }) =>
    `The database in ${folder} was not opened: ${problemWords.en.database[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  databaseAway: () => 'The database is being opened again. What you just did is not saved; try again in a few seconds.',
  databaseUnreachable: ({ setting, detail }) =>
    `The database of ${setting} cannot be reached (${detail}). Please check address, account and network.`,
  migrationRefused: ({ reason, migration, detail }) =>
    `The structure of the database was not updated, file ${migration}: ${problemWords.en.migration[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  portTaken: ({ port }) => `Port ${port} is used by another program. Please choose another with --port or PORT.`,
}
