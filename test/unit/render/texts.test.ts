import { describe, expect, test } from 'vitest';
import { span } from '../../../src/core/source.ts';
import { complaints, type Kit, render, source, written } from './fixture.ts';

const NB = '\u00a0';
const inline = (markdown: string, kit: Kit = {}) =>
  render({ template: '<h1 title="{{texts.a}}">{{texts.a}}</h1>', uses: { a: 'inline' }, texts: { a: markdown }, ...kit });
const block = (markdown: string, kit: Kit = {}) =>
  render({ template: '{{texts.a}}', uses: { a: 'block' }, texts: { a: markdown }, ...kit });

describe('a text', () => {
  test('prints markup in content and plain words in attributes', () => {
    expect(inline('Kom **og** _spis_ [her](https://x.dk)').html).toBe(
      '<h1 title="Kom og spis her">Kom <strong>og</strong> <em>spis</em> <a href="https://x.dk">her</a></h1>',
    );
  });

  test('prints blocks, its highest heading under the piece’s own', () => {
    expect(block('Et.\n\n### Hvorfor\n\n1. a\n2. b\n\n> citat\n').html).toBe(
      '<p>Et.</p><h2>Hvorfor</h2><ol><li>a</li><li>b</li></ol><blockquote><p>citat</p></blockquote>',
    );
  });

  test('takes values as data, never as Markdown or markup', () => {
    for (const evil of [
      '1. sal',
      '# x',
      '- x',
      '<b>x</b>',
      '**x**',
      '[x](https://x)',
      '> x',
      '```',
      '    x',
      '---',
      '&amp;',
      'a\n\nb',
    ]) {
      const kit: Kit = { library: { name: { da: evil } } };
      const { html, diagnostics } = block('{{library.name}}', kit);
      const expected = evil
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace('1. sal', `1.${NB}sal`);
      expect([evil, html]).toEqual([evil, `<p>${expected}</p>`]);
      expect(diagnostics).toEqual([]);
      expect(block('a **{{library.name}}** b', kit).html).toContain('<strong>');
    }
  });

  test('has helpers', () => {
    expect(block('{{date}} {{times}} {{library.at}}, {{date event.date "day-month"}}, {{url library.url}}').html).toBe(
      `<p>torsdag den 6.${NB}december 2012 kl.${NB}17.30–20.30 på Viborg Bibliotek, 6.${NB}december, viborgbib.dk</p>`,
    );
  });

  test('takes values into links, and only into safe ones', () => {
    expect(block('[x]({{library.url}})').html).toBe('<p><a href="https://www.viborgbib.dk/">x</a></p>');
    expect(block('[x](mailto:{{contacts.press.email}})').html).toBe('<p><a href="mailto:presse@example.dk">x</a></p>');
    expect(complaints(block('[x]({{library.url}})', { library: { url: 'javascript:alert(1)' } }))).toEqual([
      'text-unsupported @[x]({{library.url}})',
    ]);
    expect(complaints(block('[x](javascript:alert)'))).toEqual(['text-unsupported @[x](javascript:alert)']);
  });

  test('offers its short form after the whole', () => {
    const a = written('a', 'En lang tekst', { short: written('a.short', 'Kort **{{library.id}}**') });
    expect(inline('', { texts: { a } }).html).toBe(
      '<h1 title="En lang tekst">En lang tekst<short-form>Kort <strong>viborg</strong></short-form></h1>',
    );
  });

  test('may be a list, each with its source', () => {
    const kit: Kit = {
      template:
        '{{#each texts.quotes}}<q>{{text}}</q>{{#if by}}<b>{{by}}</b>{{/if}}{{/each}}<ul>{{#each texts.facts}}<li>{{this}}</li>{{/each}}</ul>',
      uses: { quotes: 'list', facts: 'list' },
    };
    const { html, diagnostics } = render({ ...kit, texts: { quotes: ['Ja', 'Nej'], facts: ['a **b**'] } });
    expect(diagnostics).toEqual([]);
    expect(html).toBe('<q>Ja</q><q>Nej</q><ul><li>a <strong>b</strong></li></ul>');
  });
});

describe('complaints', () => {
  test.each([
    ['Kom <b>nu</b>', ['text-unsupported @<b>', 'text-unsupported @</b>']],
    ['![x](y.jpg)', ['text-unsupported @![x](y.jpg)']],
    ['Kør `npm`', ['text-unsupported @`npm`']],
    ['a\n\n---\n\nb', ['text-unsupported @---']],
    ['a\n\n| x | y |\n|---|---|\n| 1 | 2 |', ['text-unsupported @| x | y |\n|---|---|\n| 1 | 2 |']],
    ['{{library.nmae}}', ['unknown-path @nmae']],
    ['{{dat}}', ['unknown-path @dat']],
    ['{{event.date}}', ['unprintable-value @event.date']],
    ['{{library}}', ['unprintable-value @library']],
    ['{{texts.a}}', ['text-unsupported @{{texts.a}}']],
    ['{{#if event.room}}i {{event.room}}{{/if}}', ['template-syntax @{{#if event.room}}', 'template-syntax @{{/if}}']],
    ['{{event.room}}', ['missing-value @{{event.room}}']],
    ['{{or event.room "salen"}}', []],
    ['Skriv {library.name} her', ['leftover-placeholder @{library.name}']],
    ['Skriv {{library.name her', ['leftover-placeholder @{{library.name her']],
    ['Ring til [INDSÆT NAVN] nu', ['leftover-placeholder @[INDSÆT NAVN]']],
    ['Kl. XX i salen', ['leftover-placeholder @XX']],
    ['TODO: skriv', ['leftover-placeholder @TODO']],
    ['Lorem ipsum dolor', ['leftover-placeholder @Lorem ipsum']],
    ['Størrelse XXL, MCMXX og [DSB](https://dsb.dk)', []],
  ])('%s', (markdown, expected) => {
    expect(complaints(block(markdown))).toEqual(expected);
  });

  test('stand where the words were written, through YAML’s folding', () => {
    const yaml = source('campaign.yaml', 'texts:\n  a: >-\n    Kom til middag\n    {{library.nmae}} nu\n');
    const text = written('a', 'Kom til middag {{library.nmae}} nu', { span: span(yaml, 12, yaml.text.length) });
    expect(complaints(block('', { texts: { a: text } }))).toEqual(['unknown-path @nmae']);
  });

  test('of one line', () => {
    expect(complaints(inline('a\n\nb'))).toEqual(['text-not-inline @a\n\nb']);
    expect(complaints(inline('# a'))).toEqual(['text-not-inline @# a']);
  });

  test('of texts that are not there', () => {
    expect(complaints(render({ template: 'x', uses: { 'poster.line': 'inline' } }))).toEqual(['missing-text @pieces:\n']);
    expect(complaints(render({ template: '{{texts.poster.line}}', uses: { 'poster.line': 'inline?' } }))).toEqual([
      'unguarded-optional @texts.poster.line',
      'missing-text @{{texts.poster.line}}',
    ]);
  });
});

describe('typography', () => {
  test.each([
    ['"Kom", sagde hun', '»Kom«, sagde hun'],
    ['**"Kom"**', '»Kom«'],
    ['("hej")', '(»hej«)'],
    ['"{{library.id}}"', '»viborg«'],
    ["Børn'ene og Lars' ven", 'Børn’ene og Lars’ ven'],
    ["'Ja' og \"hun sagde 'nej'\"", '›Ja‹ og »hun sagde ›nej‹«'],
    ["i '90erne", 'i ’90erne'],
    ['17.30--20.30 ... og a - b', '17.30–20.30 … og a – b'],
    ['6. december kl. 17.30', `6.${NB}december kl.${NB}17.30`],
    ['kl. {{time bare=true}}', `kl.${NB}17.30`],
    ['Vesterbrogade 15, 8800 Viborg', `Vesterbrogade${NB}15, 8800${NB}Viborg`],
    ['Ahlmanns Allé 6, 2900 Hellerup', `Ahlmanns Allé${NB}6, 2900${NB}Hellerup`],
    ['I 2012 Danmark rundt', 'I 2012 Danmark rundt'],
    ['Ring 12 34 56 78 nu', `Ring 12${NB}34${NB}56${NB}78 nu`],
    ['Ring +45 12 34 56 78', `Ring +45${NB}12${NB}34${NB}56${NB}78`],
    ['25 kr. og 3 km', `25${NB}kr. og 3${NB}km`],
    ['se https://x.dk/a--b\'c og "x@y--z.dk"', "se https://x.dk/a--b'c og »x@y--z.dk«"],
    ['Expat Dinner-konceptet', 'Expat Dinner-konceptet'],
  ])('da: %s', (markdown, expected) => {
    const { html } = block(markdown);
    const decoded = html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"');
    expect(decoded).toBe(expected);
  });

  test.each([
    ['"Come," she said, "it\'s \'free\'."', '“Come,” she said, “it’s ‘free’.”'],
    ['Thursday 6 December at 5.30 pm', `Thursday 6${NB}December at 5.30${NB}pm`],
    ["the libraries' tables", 'the libraries’ tables'],
  ])('en: %s', (markdown, expected) => {
    expect(block(markdown, { lang: 'en' }).html).toBe(`<p>${expected}</p>`);
  });

  test('sets gershayim and geresh between Hebrew letters, and quotation marks around words', () => {
    expect(block('צה"ל, טל\', "שלום" \'טוב\'', { lang: 'he' }).html.replace(/<[^>]+>|[\u2066-\u2069]/g, '')).toMatch(
      /^צה״ל, טל׳, [”“„]שלום[”“] [’‘‚]טוב[’‘]$/,
    );
  });

  test('follows the campaign’s own quotation marks', () => {
    expect(block('"a"', { campaign: { formats: { da: { quotes: '„“' } } } }).html).toBe('<p>„a“</p>');
  });

  test('finishes data too, but not addresses', () => {
    const template =
      '{{library.name}}|{{#if library.address.street}}{{library.address.street}}{{/if}}|{{#if library.url}}{{library.url}}{{/if}}';
    expect(render({ template, library: { name: { da: 'Børne\'rnes "hus"' } } }).html).toBe(
      `Børne’rnes »hus«|Vesterbrogade${NB}15|https://www.viborgbib.dk/`,
    );
  });
});
