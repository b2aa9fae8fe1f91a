import { CAMPAIGN_CODES } from '../../src/core/codes/campaign.ts';
import { LAYOUT_CODES } from '../../src/core/codes/layout.ts';
import { LOAD_CODES } from '../../src/core/codes/load.ts';
import { PACK_CODES } from '../../src/core/codes/pack.ts';
import { TEMPLATE_CODES } from '../../src/core/codes/template.ts';
import type { Fixture } from './read-fixture.ts';

const STAGES: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['Files', 'What cannot be read: campaign.yaml, lists of libraries, texts, template.yaml.', LOAD_CODES],
  ['The campaign', 'What it says, and what its texts say against it.', CAMPAIGN_CODES],
  ['Templates and texts', 'What is put into templates, and how.', TEMPLATE_CODES],
  ['Pages', 'HTML, stylesheets, fonts, pictures; what does not fit.', LAYOUT_CODES],
  ['Output', 'Files on their way to the disk.', PACK_CODES],
];

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*');

/** The page of the docs that lists the codes. @param fixtures they know how severe each is */
export function reference(fixtures: readonly Fixture[]): string {
  const severity = (code: string): string => {
    const all = new Set(fixtures.filter((fixture) => fixture.expect.code === code).map((fixture) => fixture.expect.severity));
    return [...all].sort().join(', ');
  };
  const sections = STAGES.map(([title, what, codes]) =>
    [
      `## ${title}`,
      '',
      what,
      '',
      '| code | severity | what it means, and what to do |',
      '| --- | --- | --- |',
      ...Object.entries(codes).map(([code, meaning]) => `| \`${code}\` | ${severity(code)} | ${cell(meaning)} |`),
    ].join('\n'),
  );
  return `# What kit complains of

Each complaint has a code, in brackets: \`error [weekday-mismatch]\`. \`kit explain weekday-mismatch\` says the same as this page. A complaint names the file, the line and the
column, shows the faulty words with a caret under them, says which library, language and piece it concerns, and what to do.

An **error** keeps a library's kit from being made (every kit's, where it concerns the whole campaign); other libraries get theirs. A **warning** does not; with \`--strict\` it
counts as an error. \`kit check\` finds all of them without writing anything; \`--format json\` gives them as data.

${sections.join('\n\n')}
`;
}
