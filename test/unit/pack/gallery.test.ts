import { describe, expect, it } from 'vitest';
import { documentsOf, formatOf } from '../../../src/pack/gallery/documents.ts';
import { gallery } from '../../../src/pack/gallery/index.ts';
import type { Manifest, ManifestLibrary } from '../../../src/pack/manifest.ts';

const file = (path: string) => ({ path, bytes: 1500, sha256: '0' });
const picture = (of: string, page: number) => ({ ...file(`gallery/${of}-${page}.webp`), of, page, width: 320, height: 453 });

const library: ManifestLibrary = {
  id: 'nordby',
  name: 'Nordby <b>Bibliotek</b>',
  names: {},
  state: 'built',
  built: '',
  files: ['letter-da.txt', 'letter-da.docx', 'letter-da.pdf', 'flyer-da.pdf', 'notes.v2.odt']
    .map((name) => file(`nordby/${name}`))
    .concat(file('nordby.zip')),
  pictures: [picture('nordby/flyer-da.pdf', 1), picture('nordby/flyer-da.pdf', 2), picture('nordby/letter-da.pdf', 1)],
  errors: 0,
  warnings: 0,
};
const shown = new Map([
  ['nordby/flyer-da.pdf', { piece: 'flyer', language: 'da', label: 'Flyer A5' }],
  ['nordby/letter-da.pdf', { piece: 'letter', language: 'da', label: 'Brev' }],
]);

describe('gallery', () => {
  it('puts the formats of a document together, in the order of the campaign, and leaves out the zip', () => {
    const documents = documentsOf(library, shown);
    expect(documents.map((d) => d.files.map(({ path }) => path))).toEqual([
      ['nordby/flyer-da.pdf'],
      ['nordby/letter-da.pdf', 'nordby/letter-da.docx', 'nordby/letter-da.txt'],
      ['nordby/notes.v2.odt'],
    ]);
    expect(documents.map((d) => d.pictures.length)).toEqual([2, 1, 0]);
    expect(documents[1]?.files.map(({ path }) => formatOf(path))).toEqual(['PDF', 'Word', 'Text']);
  });

  it('says in words what each document is, and links to every file', () => {
    const manifest: Manifest = {
      manifest: 1,
      kit: '0',
      campaign: 'x',
      title: 'X',
      status: 'final',
      revision: 1,
      inputs: [],
      files: [],
      libraries: [library],
    };
    const page = gallery(manifest, new Map(), shown);
    expect(page).toContain('<h3>Flyer A5 · dansk</h3>');
    expect(page).toContain('alt="Flyer A5 · dansk, page 2 of 2, Nordby &lt;b&gt;Bibliotek&lt;/b&gt;"');
    for (const { path } of library.files) expect(page).toContain(`href="${path}"`);
    expect(page).not.toContain('<b>Bibliotek');
  });
});
