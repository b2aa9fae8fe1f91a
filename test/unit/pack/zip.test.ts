import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { zip } from '../../../src/pack/zip.ts';

interface Read {
  readonly entry: Entry;
  readonly bytes: Buffer;
}

/** By another's reader, which holds sizes and checksums against the data. */
async function unzip(archive: Uint8Array): Promise<Read[]> {
  const open = promisify<Buffer, { lazyEntries: boolean; strictFileNames: boolean }, ZipFile>(fromBuffer);
  const file = await open(Buffer.from(archive), { lazyEntries: true, strictFileNames: true });
  const all: Read[] = [];
  return new Promise((resolve, reject) => {
    file.on('error', reject);
    file.on('end', () => resolve(all));
    file.on('entry', (entry: Entry) =>
      file.openReadStream(entry, (cause, stream) => {
        if (cause) return reject(cause);
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          all.push({ entry, bytes: Buffer.concat(parts) });
          file.readEntry();
        });
      }),
    );
    file.readEntry();
  });
}

const text = new TextEncoder().encode('Så kom middagen. '.repeat(200));
const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 13);

describe('zip', () => {
  it('gives back what went in, in order, under names of any script', async () => {
    const read = await unzip(
      await zip([
        { path: 'fest-nord/pressemeddelelse-da.txt', bytes: text },
        { path: 'fest-nord/plakat-æøå-ع.pdf', bytes: noise },
        { path: 'fest-nord/tom.txt', bytes: new Uint8Array() },
      ]),
    );
    expect(read.map(({ entry }) => entry.fileName)).toEqual([
      'fest-nord/pressemeddelelse-da.txt',
      'fest-nord/plakat-æøå-ع.pdf',
      'fest-nord/tom.txt',
    ]);
    expect(read.map(({ bytes }) => new Uint8Array(bytes))).toEqual([text, noise, new Uint8Array()]);
  });

  it('deflates text, stores what is compressed already, and says nothing of when or by whom it was made', async () => {
    const [first, second] = await unzip(
      await zip([
        { path: 'a.txt', bytes: text },
        { path: 'a.pdf', bytes: noise },
      ]),
    );
    expect(first?.entry.compressedSize).toBeLessThan(text.length / 10);
    expect(second?.entry.compressedSize).toBe(noise.length);
    for (const read of [first, second]) {
      expect([read?.entry.lastModFileDate, read?.entry.lastModFileTime]).toEqual([33, 0]);
      expect(((read?.entry.externalFileAttributes ?? 0) >>> 16).toString(8)).toBe('100644');
      expect(read?.entry.extraFieldLength).toBe(0);
    }
  });

  it('is an archive also when empty', async () => {
    expect(await unzip(await zip([]))).toEqual([]);
  });
});
