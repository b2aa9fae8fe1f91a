import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfKit } from '../../../src/paint/pdf/index.ts';
import type { FontBook } from '../../../src/core/text/types.ts';
import { specimen } from './specimen.ts';
import { paint, testFonts, testKit } from './fixture.ts';
import { writeFileSync } from 'node:fs';
let fonts: FontBook; let kit: PdfKit;
beforeAll(async () => { [fonts, kit] = await Promise.all([testFonts(), testKit()]); });
it('x', async () => { const d = await specimen(fonts); writeFileSync('/tmp/spec.pdf', paint(d, kit)); expect(paint(d,kit)).toEqual(paint(d, await testKit())); });
