import { expect, it } from 'vitest';
import { jsonSchema } from '../../../src/validate/index.ts';
import { outcome } from './support.ts';

it('reads a thousand libraries', () => {
  const rows = Array.from(
    { length: 1000 },
    (_, i) =>
      `lib-${i};Bibliotek ${i};Library ${i};Vej ${i};${1000 + i};By ${i};Kommune;${i % 3 ? '' : '4. oktober 2031'};${i % 5 ? '' : '18.30'}`,
  );
  const csv = `id;name;name_en;street;postcode;town;municipality;event.date;event.start\n${rows.join('\n')}\n`;
  const run = () =>
    outcome(
      {
        libraries: 'libraries: l.csv\n',
        texts: 'texts:\n  da: {poster: {headline: Kom {{date}}}}\n  en: {poster: {headline: Come}}\n'.replace(
          '{headline: Kom {{date}}}',
          '{headline: "Kom {{date}}"}',
        ),
      },
      { 'l.csv': csv },
    );
  const { campaign, said } = run();
  expect(said).toEqual([]);
  expect(campaign?.libraries).toHaveLength(1000);
});

it('describes itself to editors', () => {
  const schema = jsonSchema() as { properties: Record<string, unknown>; required: string[]; additionalProperties: boolean };
  expect(schema.required).toEqual(['id', 'title', 'template', 'languages', 'libraries']);
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties)).toEqual(
    expect.arrayContaining([
      'event',
      'contacts',
      'press',
      'texts',
      'pieces',
      'images',
      'marks',
      'guests',
      'profiles',
      'columns',
      'formats',
    ]),
  );
  expect(JSON.stringify(schema)).toContain('"sessions"');
});
