import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { told } from '../diagnostics/judge.ts';
import { checkCampaign } from '../support/check-campaign.ts';
import { campaigns, filesOf } from '../support/second-campaign.ts';
import { INJECTORS } from './injectors.ts';

const FULL = process.env.KIT_FULL !== undefined;
const RUNS = { numRuns: FULL ? 60 : 3, seed: FULL ? undefined : 20310, endOnFailure: !FULL };

const bytesOf = (files: ReadonlyMap<string, string | Uint8Array>): Map<string, Uint8Array> =>
  new Map([...files].map(([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content]));

const check = async (files: ReadonlyMap<string, string | Uint8Array>): Promise<readonly Diagnostic[]> =>
  (await checkCampaign(bytesOf(files))).diagnostics;

/** Numbers for whatever an injector wants to choose. */
const draws = fc.array(fc.nat(2 ** 30), { minLength: 12, maxLength: 12 });
const drawFrom = (numbers: readonly number[]) => {
  let next = 0;
  return (below: number): number => (numbers[next++ % numbers.length] ?? 0) % below;
};

describe('a second campaign', () => {
  it('has no faults of its own', async () => {
    await fc.assert(
      fc.asyncProperty(campaigns, async (made) => {
        expect((await check(filesOf(made))).map(told)).toEqual([]);
      }),
      { ...RUNS, numRuns: FULL ? 100 : 6 },
    );
  });
});

describe('a fault that is put into it is told, at its place, of whom it concerns, and nothing else', () => {
  it.each(Object.entries(INJECTORS))('%s', async (_, inject) => {
    let times = 0;
    await fc.assert(
      fc.asyncProperty(campaigns, draws, async (made, numbers) => {
        const injected = inject(made, drawFrom(numbers));
        fc.pre(injected !== null);
        if (!injected) return;
        times++;
        const { files, code, file, start, end, libraries, language } = injected;
        const diagnostics = await check(files);
        const isIt = (d: Diagnostic): boolean =>
          d.code === code && d.span?.source.path === file && d.span.start === start && d.span.end === end;
        expect(diagnostics.filter((d) => !isIt(d)).map(told), 'nothing else').toEqual([]);
        const found = diagnostics.filter(isIt);
        expect(found.length, 'it is told').toBeGreaterThan(0);
        expect([...new Set(found.flatMap(({ about }) => about?.library ?? []))].sort(), 'of whom').toEqual([...libraries].sort());
        if (language) expect(new Set(found.map(({ about }) => about?.language))).toEqual(new Set([language]));
        for (const d of found) expect(d.hints.length, told(d)).toBeGreaterThan(0);
      }),
      RUNS,
    );
    expect(times).toBeGreaterThan(0);
  });
});
