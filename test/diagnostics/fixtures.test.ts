import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/core/codes/index.ts';
import { settled } from '../../src/report/index.ts';
import { checkCampaign } from '../support/check-campaign.ts';
import { lydnatFiles, ROOT } from '../support/lydnat.ts';
import { judge, told } from './judge.ts';
import { changed, readFixtures } from './read-fixture.ts';

const fixtures = readFixtures();
const LYDNAT = {
  libraries: ['nordby', 'soenderby', 'vesterby'],
  languages: ['da', 'en'],
  pieces: ['flyer', 'poster', 'press-release'],
};

describe('fixtures', () => {
  it('begin with a campaign that nothing is wrong with', async () => {
    const { diagnostics, documents } = await checkCampaign(lydnatFiles());
    expect(diagnostics.map(told)).toEqual([]);
    expect(documents).toBe(18);
  });

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const files = changed(lydnatFiles(), fixture.change);
    const { file, ...asked } = fixture.order;
    // A fault in a piece's own template shows in that piece only: the others need not be laid out.
    const own = /\/(poster|flyer|press-release)\.hbs$/.exec(fixture.expect.file ?? '')?.[1];
    const filter = { ...(own && { piece: [own] }), ...asked };
    const { diagnostics } = await checkCampaign(files, { filter, ...(file && { file: `/work/campaign/${file}` }) });
    expect(judge(fixture, settled(diagnostics), { files, ...LYDNAT })).toEqual([]);
  });

  it('speak of codes that there are', () => {
    expect(fixtures.filter(({ expect: { code } }) => !Object.hasOwn(CODES, code)).map(({ name }) => name)).toEqual([]);
  });

  it('are named by their code', () => {
    const strays = fixtures.filter(({ name, expect: { code } }) => name !== code && !name.startsWith(`${code}-`));
    expect(strays.map(({ name }) => name)).toEqual([]);
  });

  it('are there for every code', () => {
    const shown = new Set(fixtures.map(({ expect: { code } }) => code));
    expect(Object.keys(CODES).filter((code) => !shown.has(code))).toEqual([]);
  });
});

describe('codes', () => {
  it('are raised somewhere', () => {
    const source = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('codes'))
      .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
      .join('\n');
    expect(Object.keys(CODES).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  it('are kebab-case, with a sentence each', () => {
    for (const [code, meaning] of Object.entries(CODES)) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(meaning, code).toMatch(/^\S.*[.:)]$/);
    }
  });
});
