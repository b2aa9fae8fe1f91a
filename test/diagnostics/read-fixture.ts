import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = dirname(fileURLToPath(import.meta.url));

const CHANGE = z.union([
  z.strictObject({ file: z.string(), find: z.string(), put: z.string() }),
  z.strictObject({ file: z.string(), create: z.string(), repeat: z.int().optional() }),
  z.strictObject({ file: z.string(), base64: z.string() }),
  z.strictObject({ file: z.string(), encoding: z.literal('windows-1252') }),
  z.strictObject({ file: z.string(), cut: z.int() }),
  z.strictObject({ file: z.string(), remove: z.literal(true) }),
]);
export type Change = z.output<typeof CHANGE>;

const WHOM = z.union([z.string(), z.array(z.string())]).optional();

const FIXTURE = z.strictObject({
  /** What of the command line differs. */
  order: z
    .strictObject({
      file: z.string().optional(),
      library: z.array(z.string()).optional(),
      language: z.array(z.string()).optional(),
      piece: z.array(z.string()).optional(),
    })
    .default({}),
  change: z.array(CHANGE).default([]),
  expect: z.strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    /** null: there is no file to point into. */
    file: z.string().nullable(),
    text: z.string().optional(),
    nth: z.int().min(1).default(1),
    library: WHOM,
    language: WHOM,
    piece: WHOM,
    hint: z.boolean().default(true),
    /** Words that the message holds: the value in question. */
    says: z.string().optional(),
    /** Codes of what else is complained of. */
    also: z.array(z.string()).default([]),
  }),
});

export type Fixture = z.output<typeof FIXTURE> & { readonly name: string };

export function readFixtures(): readonly Fixture[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const read = FIXTURE.safeParse(parse(readFileSync(join(folder, file), 'utf8')));
      if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
      return { name: file.slice(0, -'.yaml'.length), ...read.data };
    });
}

/** The files of a campaign with a fixture's changes. A change that changes nothing is a fault of the fixture. */
export function changed(files: ReadonlyMap<string, Uint8Array>, changes: readonly Change[]): Map<string, Uint8Array> {
  const made = new Map(files);
  for (const change of changes) {
    const { file } = change;
    const before = made.get(file);
    if ('create' in change) {
      made.set(file, Buffer.from(change.create.repeat(change.repeat ?? 1)));
      continue;
    }
    if ('base64' in change) {
      made.set(file, Buffer.from(change.base64, 'base64'));
      continue;
    }
    if (!before) throw new Error(`there is no ${file} to change`);
    const text = Buffer.from(before).toString('utf8');
    if ('remove' in change) made.delete(file);
    else if ('cut' in change) made.set(file, before.slice(0, change.cut));
    else if ('encoding' in change) made.set(file, Buffer.from(text, 'latin1'));
    else {
      if (!text.includes(change.find)) throw new Error(`${file} does not say “${change.find}”`);
      made.set(file, Buffer.from(text.replace(change.find, () => change.put)));
    }
  }
  return made;
}
