import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../../src/core/world-node.ts';
import type { Outcome } from '../../src/pipeline/outcome.ts';
import { run } from '../../src/pipeline.ts';
import { SILENT } from '../../src/report/index.ts';
import { checkCampaign } from '../support/check-campaign.ts';
import { filesBelow } from '../support/cli.ts';
import { lydnatFiles, lydnatOnDisk, ROOT, scratch } from '../support/lydnat.ts';
import { readStructure, type StructureElement } from '../support/pdf/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
type Edit = (files: Map<string, Uint8Array>) => void;

/** Puts words in the place of others, which must be there. */
const put =
  (file: string, find: string, words: string): Edit =>
  (files) => {
    const text = Buffer.from(files.get(file) ?? '').toString('utf8');
    expect(text, file).toContain(find);
    files.set(file, bytes(text.replace(find, () => words)));
  };
const write =
  (file: string, content: string | Uint8Array): Edit =>
  (files) =>
    void files.set(file, typeof content === 'string' ? bytes(content) : content);

async function check(...edits: readonly Edit[]): Promise<Outcome> {
  const files = lydnatFiles();
  for (const edit of edits) edit(files);
  return checkCampaign(files, { filter: { library: ['nordby'], language: ['da'], piece: ['poster'] } });
}
const codes = ({ diagnostics }: Outcome): string[] => diagnostics.filter((d) => d.severity === 'error').map((d) => d.code);

const POSTER = 'sets/plain/poster.hbs';
const inPoster = (html: string): Edit => put(POSTER, '<p class="name">', `${html}<p class="name">`);
const LEADS_OUT = [
  '../secret',
  '../../etc/passwd',
  '/etc/passwd',
  'texts/../../secret',
  '..\\secret',
  'C:\\secret',
  'C:/secret',
  '//server/share',
  'file:///etc/passwd',
  'http://example.org/x',
];

describe('paths', () => {
  it('that lead out are refused before the disk is asked', async () => {
    for (const path of LEADS_OUT) {
      const quoted = JSON.stringify(path);
      expect(codes(await check(put('campaign.yaml', 'da: texts/da.md', `da: ${quoted}`))), `text ${path}`).toContain(
        'file-outside',
      );
      expect(
        codes(await check(put('campaign.yaml', 'libraries: libraries.csv', `libraries: ${quoted}`))),
        `list ${path}`,
      ).toContain('file-outside');
      expect(codes(await check(put('campaign.yaml', 'template: sets/plain', `template: ${quoted}`))), `set ${path}`).toContain(
        'file-outside',
      );
      expect(
        codes(await check(put('sets/plain/template.yaml', 'styles: [plain.css]', `styles: [${quoted}]`))),
        `style ${path}`,
      ).toContain('file-outside');
      expect(
        codes(await check(put('sets/plain/template.yaml', 'template: poster.hbs', `template: ${quoted}`))),
        `template ${path}`,
      ).toContain('file-outside');
      const partials = await check(put('sets/plain/template.yaml', 'name: plain', `name: plain\npartials: ${quoted}`));
      expect(codes(partials), `partials ${path}`).toContain('file-outside');
      const font = await check(put('sets/plain/plain.css', 'fonts/regular.ttf', path.replaceAll('\\', '\\\\')));
      expect(
        codes(font).some((code) => code === 'file-outside' || code === 'picture-url'),
        `font ${path}`,
      ).toBe(true);
      const image = await check(inPoster(`<img src="${path}" alt="x">`));
      expect(
        codes(image).some((code) => code === 'file-outside' || code === 'picture-url'),
        `picture ${path}`,
      ).toBe(true);
      const own = await check(put('campaign.yaml', 'texts:', `images: {a: {file: ${quoted}, alt: A}}\ntexts:`));
      expect(codes(own), `image ${path}`).toContain('file-outside');
    }
  });

  it('of links that lead out are refused', async () => {
    const folder = scratch();
    const secret = join(folder, 'secret.md');
    writeFileSync(secret, '# poster\n\n## headline\n\nHemmeligt\n');
    const links: Readonly<Record<string, (campaign: string) => void>> = {
      text: (at) => link(secret, join(at, 'texts', 'da.md')),
      list: (at) => link(secret, join(at, 'libraries.csv')),
      template: (at) => link(secret, join(at, 'sets', 'plain', 'poster.hbs')),
      style: (at) => link(secret, join(at, 'sets', 'plain', 'plain.css')),
      font: (at) => link(join(ROOT, 'package.json'), join(at, 'sets', 'plain', 'fonts', 'regular.ttf')),
      'folder of texts': (at) => link(folder, join(at, 'texts')),
      set: (at) => link(join(ROOT, 'templates', 'expat-dinner'), join(at, 'sets', 'plain')),
      partial: (at) => {
        mkdirSync(join(at, 'sets', 'plain', 'partials'));
        symlinkSync(secret, join(at, 'sets', 'plain', 'partials', 'x.hbs'));
        writeFileSync(
          join(at, 'sets', 'plain', 'poster.hbs'),
          '<h1>{{texts.poster.headline}}</h1><p>{{texts.poster.line}}</p>{{> x}}',
        );
      },
      picture: (at) => {
        symlinkSync(secret, join(at, 'sets', 'plain', 'x.svg'));
        writeFileSync(
          join(at, 'sets', 'plain', 'poster.hbs'),
          '<h1>{{texts.poster.headline}}</h1><p>{{texts.poster.line}}</p><img src="x.svg" alt="x">',
        );
      },
    };
    for (const [name, make] of Object.entries(links)) {
      const campaign = lydnatOnDisk(join(folder, name));
      make(campaign);
      const world = nodeWorld({ read: { campaign, templates: join(folder, 'none') } });
      const order = {
        file: join(campaign, 'campaign.yaml'),
        out: null,
        builtIn: join(folder, 'none'),
        filter: {},
        strict: false,
        gallery: false,
        dryRun: false,
      };
      const outcome = await run(order, world, SILENT);
      expect(
        codes(outcome).some((code) => code.startsWith('file-') || code === 'unknown-partial'),
        `${name}: ${codes(outcome).join()}`,
      ).toBe(true);
      expect(
        world
          .inputs()
          .map(({ path }) => path)
          .filter((path) => path.includes('secret')),
      ).toEqual([]);
      expect(JSON.stringify(outcome.diagnostics.map((d) => [d.message, d.span?.source.text]))).not.toContain('Hemmeligt');
    }
  });

  it('that a device or a computer of Windows would stumble over are no ids', async () => {
    const names = [
      'con',
      'nul',
      'aux',
      'prn',
      'com1',
      'lpt9',
      'CON',
      'a.',
      'a ',
      '.',
      '..',
      'a/b',
      'a\\b',
      'a:b',
      'æ',
      'a--b',
      '-a',
      'a'.repeat(65),
      '~',
      '$HOME',
      '`x`',
      'a\u200bb',
      '*',
    ];
    for (const name of names.filter((n) => n.trim() !== 'a')) {
      const row = `- { id: ${JSON.stringify(name)}, name: X }`;
      const outcome = await check(put('campaign.yaml', 'libraries: libraries.csv', `libraries:\n  ${row}`));
      expect(codes(outcome), JSON.stringify(name)).toContain('id-unsafe');
      expect(codes(await check(put('campaign.yaml', 'id: lydnat-2031', `id: ${JSON.stringify(name)}`))), name).toContain(
        'id-unsafe',
      );
    }
    for (const piece of ['con', '../x', 'a b', 'PLAKAT', 'nul.txt'])
      expect(
        codes(await check(put('sets/plain/template.yaml', '  poster:', `  ${JSON.stringify(piece)}:`))).length,
        piece,
      ).toBeGreaterThan(0);
    const twins = 'libraries:\n  - { id: nordby, name: X }\n  - { id: NORDBY, name: Y }';
    expect(codes(await check(put('campaign.yaml', 'libraries: libraries.csv', twins))).length).toBeGreaterThan(0);
  });
});

describe('markup', () => {
  it('reaches no network, no foreign file, and runs nothing', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<script src="http://example.org/x.js"></script>',
      '<iframe src="http://example.org"></iframe>',
      '<object data="http://example.org"></object>',
      '<embed src="http://example.org">',
      '<link rel="stylesheet" href="http://example.org/x.css">',
      '<base href="http://example.org/">',
      '<p onclick="alert(1)">x</p>',
      '<img src="http://example.org/x.png" alt="x">',
      '<img src="//example.org/x.png" alt="x">',
      '<img src="file:///etc/passwd" alt="x">',
      '<a href="javascript:alert(1)">x</a>',
      '<a href="file:///etc/passwd">x</a>',
      '<a href="data:text/html,x">x</a>',
      '<p style="background-image: url(http://example.org/x.png)">x</p>',
      '<p style="background-image: url(file:///etc/passwd)">x</p>',
      '<svg aria-label="x"><script>alert(1)</script></svg>',
      '<svg aria-label="x"><foreignObject><p>x</p></foreignObject></svg>',
      '<svg aria-label="x"><image href="http://example.org/x.png" width="1" height="1"/></svg>',
      '<svg aria-label="x"><image xlink:href="file:///etc/passwd" width="1" height="1"/></svg>',
      '<svg aria-label="x"><use href="http://example.org/x.svg#a"/></svg>',
      '<svg aria-label="x"><use xlink:href="../../secret.svg#a"/></svg>',
      '<svg aria-label="x"><style>@import url(http://example.org/x.css);</style></svg>',
      '<svg aria-label="x"><rect width="1" height="1" fill="url(http://example.org/x.svg#a)"/></svg>',
    ];
    for (const html of hostile) expect(codes(await check(inPoster(html))).length, html).toBeGreaterThan(0);
    const sheets = [
      '@import url(http://example.org/x.css);',
      '@import "/etc/passwd";',
      'p { background-image: url(http://example.org/x.png) }',
      '@font-face { font-family: X; src: url(http://example.org/x.ttf) } p { font-family: X }',
      '@font-face { font-family: X; src: url(file:///etc/passwd) } p { font-family: X }',
    ];
    for (const css of sheets)
      expect(codes(await check(put('sets/plain/plain.css', 'html {', `${css}\nhtml {`))).length, css).toBeGreaterThan(0);
  });

  it('of a picture reaches nothing either', async () => {
    const open = (svg: string): Promise<Outcome> =>
      check(write('sets/plain/x.svg', svg), inPoster('<img src="x.svg" alt="x" style="width: 20mm; height: 20mm">'));
    const svg = (inner: string, before = ''): string =>
      `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inner}</svg>`;
    expect(codes(await open(svg('<path d="M0 0h9v9z"/>')))).toEqual([]);
    for (const inner of [
      '<script>alert(1)</script>',
      '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
      '<image href="http://example.org/x.png" width="9" height="9"/>',
      '<use xlink:href="http://example.org/a.svg#a"/>',
      '<foreignObject><p>x</p></foreignObject>',
      '<style>@import url(http://example.org/x.css); path { fill: red }</style>',
      '<path d="M0 0h9" style="fill: url(http://example.org/a#b)"/>',
    ])
      expect(
        (await open(svg(inner))).diagnostics.map((d) => d.code),
        inner,
      ).not.toEqual([]);
    // Entities are not read: neither those that name a file nor those that laugh.
    const external = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const laughs = `<!DOCTYPE svg [<!ENTITY a "ha">${Array.from({ length: 25 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>`;
    for (const [before, entity] of [
      [external, '&x;'],
      [laughs, '&a24;'],
    ]) {
      const outcome = await open(svg(`<title>${entity}</title><path d="M0 0h9v9z"/>`, before));
      expect(JSON.stringify(outcome.diagnostics.map((d) => d.message))).not.toContain('root:');
    }
    const nested = '<g>'.repeat(20_000) + '</g>'.repeat(20_000);
    expect(
      (await open(svg(nested))).diagnostics.map((d) => d.code),
      'deep',
    ).not.toEqual([]);
    const uses = Array.from({ length: 30 }, (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`).join('');
    expect(codes(await open(svg(`<defs><path id="g0" d="M0 0h1"/>${uses}</defs><use href="#g30"/>`))), 'uses').not.toEqual([]);
  });
});

describe('templates', () => {
  it('reach no prototype', async () => {
    for (const path of [
      'constructor',
      'library.constructor',
      'library.__proto__',
      'library.constructor.name',
      '__proto__.x',
      'campaign.toString',
      'texts.constructor',
      'contacts.__proto__',
      'event.sessions.constructor',
      '@root.constructor',
      'this.constructor',
      'lookup library "constructor"',
      'lookup this "__proto__"',
      'library.hasOwnProperty',
      '__defineGetter__ "x" library',
      'helperMissing',
      'blockHelperMissing',
      'log library.name',
    ]) {
      expect(codes(await check(inPoster(`<p>{{${path}}}</p>`))).length, path).toBeGreaterThan(0);
    }
    for (const text of ['{{constructor}}', '{{library.__proto__}}', '{{library.constructor.name}}'])
      expect(codes(await check(put('texts/da.md', 'Kom og lyt', `Kom ${text}`))).length, text).toBeGreaterThan(0);
    expect(codes(await check(inPoster('<p>{{{library.name}}}</p>'))).length, 'raw').toBeGreaterThan(0);
    expect(
      codes(await check(put('campaign.yaml', 'organiser:', '__proto__: {polluted: yes}\norganiser:'))).length,
    ).toBeGreaterThan(0);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(
      codes(await check(put('campaign.yaml', 'contacts:', 'contacts:\n  __proto__: {for: press, role: X}\nx-rest:'))).length,
    ).toBeGreaterThan(0);
  });
});

describe('what is too large', () => {
  const long = 'æ'.repeat(5 * 1024 * 1024);

  it('ends in a complaint, soon', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    expect(codes(await check(put('campaign.yaml', 'id:', `${lines.join('\n')}\nid:`)))).toContain('yaml-alias');
    expect(
      codes(await check(put('campaign.yaml', 'id:', `x: ${'['.repeat(50_000)}${']'.repeat(50_000)}\nid:`))).length,
    ).toBeGreaterThan(0);
    expect(codes(await check(write('campaign.yaml', `id: ${long}`))).length).toBeGreaterThan(0);
    expect(codes(await check(write('texts/da.md', `# poster\n\n## headline\n\n${long}`)))).toContain('file-too-large');
    expect(
      codes(await check(put('campaign.yaml', 'Biblioteksforeningen', 'B'.repeat(7 * 1024 * 1024)))),
      'a long name',
    ).toBeDefined();
    const rows = Array.from({ length: 400_000 }, (_, i) => `bib-${i};Bibliotek ${i}`).join('\n');
    expect(codes(await check(write('libraries.csv', `id;name\n${rows}\n`)))).toContain('file-too-large');
    expect(codes(await check(inPoster(`${'<div>'.repeat(3000)}x${'</div>'.repeat(3000)}`)))).toContain('html-depth');
    expect(
      codes(await check(put('texts/da.md', 'Der er lyde', `${'> '.repeat(5000)}x\n\nDer er lyde`))),
      'quotes in quotes',
    ).toBeDefined();
    expect(
      codes(await check(put('texts/da.md', 'Der er lyde', `${'*a **b '.repeat(5000)}\n\nDer er lyde`))),
      'stars',
    ).toBeDefined();
    expect(
      codes(await check(put('texts/da.md', 'Der er lyde', `${'['.repeat(20_000)}\n\nDer er lyde`))),
      'brackets',
    ).toBeDefined();
    expect(codes(await check(inPoster(`${'{{#if library.name}}'.repeat(1000)}x${'{{/if}}'.repeat(1000)}`))), 'ifs').toBeDefined();
    expect(
      codes(
        await check(inPoster(`{{#each (range 1000)}}{{#each (range 1000)}}{{#each (range 1000)}}x{{/each}}{{/each}}{{/each}}`)),
      ).length,
      'loops',
    ).toBeGreaterThan(0);
  });

  it('as a picture, too', async () => {
    const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(3_000_000);
    const outcome = await check(write('sets/plain/bomb.png', bomb), inPoster('<img src="bomb.png" alt="x">'));
    expect(codes(outcome).length).toBeGreaterThan(0);
  });
});

const link = (to: string, from: string): void => {
  rmSync(from, { recursive: true, force: true });
  mkdirSync(dirname(from), { recursive: true });
  symlinkSync(to, from);
};

describe('a name is data', () => {
  const NAMES = [
    '<b>x</b>',
    '*x*',
    '_x_ `y`',
    '{{x}}',
    '{{{library.id}}}',
    '1. sal',
    '- a',
    '# Top',
    '> q',
    '=cmd()|x',
    '&amp;lt;',
    '[a](javascript:b)',
    '"a" \'b\'',
    '<!-- x',
    ']]>',
    '%PDF',
    '(a\\)',
    '$& $1',
    '+45',
    '@x',
  ];
  const textOf = (node: StructureElement): string =>
    node.content.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
  // Quotation marks and dots are finished as type, which is no reading of them as markup.
  const bare = (text: string): string =>
    text
      .replace(/[\s\u00a0\u00ad\u2060"'’‘“”„‚»«›‹]+/g, '')
      .replaceAll('...', '…')
      .replace(/-+|[–—]/g, '-');

  async function built(name: string) {
    const folder = scratch();
    const campaign = lydnatOnDisk(folder);
    const quoted = JSON.stringify(name);
    const file = join(campaign, 'campaign.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        'libraries: libraries.csv',
        () => `libraries:\n  - {id: x, name: ${quoted}, forms: {da: {at: ${quoted}}}, event: {room: ${quoted}}}`,
      ),
    );
    const out = join(folder, 'out');
    const world = nodeWorld({ read: { campaign, templates: join(folder, 'none') }, write: out });
    const order = {
      file,
      out,
      builtIn: join(folder, 'none'),
      filter: { language: ['da'] },
      strict: false,
      gallery: true,
      dryRun: false,
    };
    return { outcome: await run(order, world, SILENT), files: () => filesBelow(join(out, 'lydnat-2031')) };
  }

  async function holds(name: string): Promise<void> {
    const { outcome, files } = await built(name);
    expect(codes(outcome), name).toEqual([]);
    const made = files();
    expect([...made.keys()].filter((path) => !/^[a-z0-9./-]+$/.test(path))).toEqual([]);
    const pdf = made.get('x/poster-a3-da.pdf') ?? Buffer.of();
    const text = bare(textOf(readStructure(pdf)));
    // As name, as room, and in the line of the poster.
    expect(text.split(bare(name)).length - 1, name).toBeGreaterThanOrEqual(3);
    expect(bare(made.get('x/press-release-da.txt')?.toString('utf8') ?? ''), name).toContain(bare(name));
    const docx = unzipSync(made.get('x/press-release-da.docx') ?? Buffer.of());
    const xml =
      Buffer.from(docx['word/document.xml'] ?? '').toString('utf8') +
      Object.entries(docx)
        .filter(([path]) => /header|footer/.test(path))
        .map(([, part]) => Buffer.from(part).toString('utf8'))
        .join('');
    const unescaped = (s: string): string =>
      s
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    expect(bare(unescaped(xml.replace(/<[^>]*>/g, ''))), name).toContain(bare(name));
    const page = made.get('index.html')?.toString('utf8') ?? '';
    expect(bare(unescaped(page.replace(/<[^>]*>/g, ''))), name).toContain(bare(name));
    expect(page).not.toContain('<b>x</b>');
  }

  it('in all that is made', async () => {
    for (const name of NAMES.filter((n) => !n.includes('{{'))) await holds(name);
  });

  it('but for a placeholder that was left over, which is complained of', async () => {
    for (const name of ['{{x}}', '{{{library.id}}}'])
      expect(codes((await built(name)).outcome), name).toContain('leftover-placeholder');
  });

  it('whatever it is', async () => {
    const characters = fc.constantFrom(...'<>&"\'*_`#-+.!|~[](){}=@%$\\/:;?^ aæø19'.split(''));
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(characters, { minLength: 1, maxLength: 12 })
          .map((list) => `a${list.join('').replace(/\{\{|\}\}/g, '{')}z`.replace(/ +/g, ' ')),
        async (name) => {
          const { outcome, files } = await built(name);
          const wrong = codes(outcome);
          if (wrong.length > 0) return;
          made++;
          expect(bare(textOf(readStructure(files().get('x/poster-a3-da.pdf') ?? Buffer.of())))).toContain(bare(name));
        },
      ),
      { numRuns: process.env.KIT_FULL ? 200 : 8, seed: 6, endOnFailure: true },
    );
    expect(made).toBeGreaterThan(3);
  }, 600_000);
});
