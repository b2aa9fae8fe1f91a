import { expect, test } from 'vitest';
import { MARK_CLOSE, MARK_OPEN, type Rendered } from '../../../src/core/rendered.ts';
import { place, render, unmarked } from './fixture.ts';

/** Each marked stretch of HTML with where it comes from. */
function stretches(rendered: Rendered | undefined): readonly (readonly [string, string])[] {
  if (!rendered) return [];
  return rendered.html
    .split(MARK_OPEN)
    .slice(1)
    .map((part) => {
      const [index = '', text = ''] = part.split(MARK_CLOSE);
      return [text, place(rendered.positions[Number.parseInt(index, 36)]?.span)] as const;
    });
}

test('text, tags, attributes and values know their places', () => {
  const { rendered } = render({ template: '<p class="a">Hej\n<b>{{library.id}}</b> x</p>' });
  expect(stretches(rendered)).toEqual([
    ['<p class="', 'set/poster.hbs:1:1'],
    ['a">', 'set/poster.hbs:1:11'],
    ['Hej\n<b>', 'set/poster.hbs:1:14'],
    ['viborg</b>', 'set/poster.hbs:2:4'],
    [' x</p>', 'set/poster.hbs:2:22'],
  ]);
});

test('values point to where they were written', () => {
  const { rendered } = render({ template: '<p title="{{library.name}}">{{library.name}}{{#with library}}{{name}}{{/with}}</p>' });
  expect(stretches(rendered).filter(([text]) => text.startsWith('Viborg'))).toEqual([
    ['Viborg Bibliotek">', 'libraries.csv:2:8'],
    ['Viborg Bibliotek', 'libraries.csv:2:8'],
    ['Viborg Bibliotek</p>', 'libraries.csv:2:8'],
  ]);
});

test('texts point into their files, character by character, also after what typography changed', () => {
  const { rendered } = render({
    template: '{{texts.a}}',
    uses: { a: 'block' },
    texts: { a: 'Linje et\n\nmed -- streg & **fed** {{library.id}} til' },
  });
  const found = stretches(rendered);
  expect(found).toEqual([
    ['<p>', 'set/poster.hbs:1:1'],
    ['Linje et</p><p>', 'texts/da/a.md:1:1'],
    ['med ', 'texts/da/a.md:3:1'],
    ['–', 'texts/da/a.md:3:5'],
    [' streg ', 'texts/da/a.md:3:7'],
    ['&amp;', 'texts/da/a.md:3:14'],
    [' <strong>', 'texts/da/a.md:3:15'],
    ['fed</strong>', 'texts/da/a.md:3:18'],
    [' ', 'texts/da/a.md:3:23'],
    ['viborg', 'texts/da/a.md:3:24'],
    [' til</p>', 'texts/da/a.md:3:38'],
  ]);
});

test('literal marks advance with the source', () => {
  const template = '<!doctype html>\n{{#if library.url}}\n  <p>Æbler &amp; pærer</p>\n{{/if}}\n<i>{{~library.id~}} </i>';
  const { rendered } = render({ template });
  for (const part of rendered?.html.split(MARK_OPEN).slice(1) ?? []) {
    const [index = '', text = ''] = part.split(MARK_CLOSE);
    const position = rendered?.positions[Number.parseInt(index, 36)];
    if (position?.literal) {
      const { source, start } = position.span;
      expect(source.text.slice(start, start + text.length)).toBe(text);
    }
  }
  expect(unmarked(rendered?.html ?? '')).toBe('<!doctype html>\n  <p>Æbler &amp; pærer</p>\n<i>viborg</i>');
});

test('drawings have marks at their tags only', () => {
  const { rendered } = render({ template: '<svg viewBox="0 0 1 1"><path d="M0 0"/><path d="M{{round 1.234 1}} 0"/></svg>' });
  expect(stretches(rendered).map(([text]) => text)).toEqual([
    '<svg viewBox="',
    '0 0 1 1">',
    '<path d="M0 0"/>',
    '<path d="M1.2 0"/></svg>',
  ]);
});

test('the same input gives the same bytes', () => {
  const once = () =>
    JSON.stringify(
      render({ template: '<p>{{random library.id "x" 0 9999}}{{texts.a}}</p>', uses: { a: 'inline' }, texts: { a: 'b' } })
        .rendered,
    );
  expect(once()).toBe(once());
});
