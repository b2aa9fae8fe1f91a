import { describe, expect, test } from 'vitest';
import { HELPERS } from '../../../src/render/helpers/index.ts';
import { complaints, render } from './fixture.ts';

const template = (text: string, more = {}) => render({ template: text, ...more });

describe('values', () => {
  test('print escaped, and never as markup', () => {
    const { html, diagnostics } = template('<p title="{{library.name}}">{{library.name}}</p>', {
      library: { name: { da: '<b>"A" & \'B\'</b>' } },
    });
    expect(diagnostics).toEqual([]);
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toContain('<b>');
    expect(html.match(/"/g)).toHaveLength(2);
  });

  test('of dates and times come in words of the language', () => {
    const kit = {
      template:
        '{{date event.date "long"}}|{{times event}}|{{time event.start bare=true}}|{{date "day"}}|{{when event form="no-year"}}',
    };
    expect(template(`{{#if event.start}}${kit.template}{{/if}}`).html).toBe(
      'torsdag den 6.\u00a0december 2012|kl.\u00a017.30–20.30|17.30|6|torsdag den 6.\u00a0december kl.\u00a017.30–20.30',
    );
    expect(render({ template: `{{#if event.start}}${kit.template}{{/if}}`, lang: 'en' }).html).toBe(
      'Thursday 6\u00a0December 2012|5.30–8.30\u00a0pm|5.30\u00a0pm|6|Thursday 6\u00a0December, 5.30–8.30\u00a0pm',
    );
  });

  test('of prototypes cannot be reached', () => {
    for (const path of [
      'library.constructor',
      'library.__proto__',
      'library.name.length',
      'event.toString',
      'lookup.constructor',
    ]) {
      expect(complaints(template(`{{${path}}}`))[0]).toMatch(/^unknown-path /);
    }
    expect(template('{{#each event.sessions}}{{#if (lookup this "constructor")}}no{{/if}}{{/each}}').html).toBe('');
    expect(template('{{#each event.sessions}}{{#if (lookup this "__proto__")}}no{{/if}}{{/each}}').html).toBe('');
  });

  test('absent at run time are missed, by name and place', () => {
    const outcome = template('<h1>{{times event}}</h1>', {
      event: { sessions: { main: { id: 'main', date: '2012-12-06', guests: [], state: 'scheduled' } } },
    });
    expect(complaints(outcome)).toEqual(['missing-value @{{times event}}']);
    expect(outcome.diagnostics[0]?.about).toEqual({ library: 'viborg', language: 'da', piece: 'poster', size: 'a3' });
    expect(outcome.rendered).toBeUndefined();
  });
});

describe('paths', () => {
  test.each([
    ['{{library.nam}}', 'nam', 'name'],
    ['{{#if event.romm}}x{{/if}}', 'romm', 'room'],
    ['{{#each event.sesions}}x{{/each}}', 'sesions', 'sessions'],
    ['{{#with libary}}x{{/with}}', 'libary', 'library'],
    ['{{#each event.sessions}}{{rom}}{{/each}}', 'rom', 'room'],
    ['{{#each event.sessions as |s i|}}{{s.rom}}{{/each}}', 'rom', 'room'],
    ['{{#each event.sessions}}{{../librry.name}}{{/each}}', 'librry', 'library'],
    ['{{#let x=(add 1 librar.y)}}{{x}}{{/let}}', 'librar', 'library'],
    ['{{#let wide=1}}{{wid}}{{/let}}', 'wid', 'wide'],
    ['{{join ", " library.nme}}', 'nme', 'name'],
    ['<p title="{{or library.ulr "x"}}">', 'ulr', 'url'],
    ['{{contacts.pres.email}}', 'pres', 'press'],
    ['{{#unless event.room}}{{else}}{{library.ip}}{{/unless}}', 'ip', 'id'],
  ])('%s is unknown', (text, words, near) => {
    const outcome = template(text);
    const found = outcome.diagnostics.find((d) => d.code === 'unknown-path');
    expect(complaints(outcome)).toContain(`unknown-path @${words}`);
    expect(found?.hints.join()).toContain(near);
  });

  test('of partials are checked with what they are given', () => {
    const partials = { card: '<b>{{title}} {{library.nmae}}</b>' };
    const outcome = template('{{> card title=library.name}}', { partials });
    expect(complaints(outcome)).toEqual(['unknown-path @nmae']);
    expect(complaints(template('{{> card}}', { partials: { card: '{{title}}' } }))).toEqual(['unknown-path @title']);
    expect(complaints(template('{{> card title=library.nme}}', { partials: { card: '{{title}}' } }))).toEqual([
      'unknown-path @nme',
    ]);
    expect(template('{{> card title=library.name}}', { partials: { card: '<b>{{title}}</b>' } }).html).toBe(
      '<b>Viborg Bibliotek</b>',
    );
    expect(template('{{> card library}}', { partials: { card: '<b>{{name}}</b>' } }).html).toBe('<b>Viborg Bibliotek</b>');
  });

  test('@index belongs to loops', () => {
    expect(template('{{#each (range 3)}}{{@index}}{{/each}}').html).toBe('012');
    expect(complaints(template('{{@index}}'))).toEqual(['unknown-path @@index']);
    expect(template('{{#each event.sessions}}{{@root.library.name}}{{/each}}').html).toBe('Viborg Bibliotek');
  });

  test('of extra come from template.yaml', () => {
    const kit = { extra: { tables: 'number' as const }, library: { extra: { tables: 12 } } };
    expect(template('{{#if library.extra.tables}}{{library.extra.tables}}{{/if}}', kit).html).toBe('12');
    expect(complaints(template('{{#if library.extra.table}}x{{/if}}', kit))).toEqual(['unknown-path @table']);
  });
});

describe('what may be absent', () => {
  test('needs a guard on the same path', () => {
    expect(complaints(template('{{event.room}}'))).toContain('unguarded-optional @event.room');
    for (const guarded of [
      '{{#if event.room}}{{event.room}}{{/if}}',
      '{{#with event.room}}{{this}}{{/with}}',
      '{{#unless event.room}}-{{else}}{{event.room}}{{/unless}}',
      '{{#if (and library.name event.room)}}{{event.room}}{{/if}}',
      '{{#if (not event.room)}}-{{else}}{{event.room}}{{/if}}',
      '{{or event.room "-"}}',
      '{{#with event}}{{#if room}}{{room}}{{/if}}{{/with}}',
      '{{#if event.booking.url}}{{url event.booking.url}}{{/if}}',
      '{{#if event.room}}{{> r}}{{/if}}',
      '{{#if (eq press.release "embargo")}}{{date press.until}}{{/if}}',
      '{{#let a=(lookup event.sessions 0)}}{{#with a}}{{date this.date}}{{/with}}{{/let}}',
      '{{#let a=(lookup (list "x") 0)}}{{#if a}}{{a}}{{/if}}{{/let}}',
      '{{#if event.room}}{{> r room=event.room}}{{/if}}',
      '{{#each event.sessions}}{{#if room}}{{room}}{{/if}}{{/each}}',
    ]) {
      expect([guarded, complaints(template(guarded, { partials: { r: '{{#if event.room}}{{event.room}}{{/if}}' } }))]).toEqual([
        guarded,
        [],
      ]);
    }
    for (const bare of [
      '{{#if library.url}}{{event.room}}{{/if}}',
      '{{#if event.room}}{{else}}{{event.room}}{{/if}}',
      '{{#if (or event.room library.url)}}{{event.room}}{{/if}}',
      '{{#each event.sessions}}{{room}}{{/each}}',
      '{{#if event.room}}{{#each event.sessions}}{{room}}{{/each}}{{/if}}',
      '{{url event.booking.url}}',
    ]) {
      expect([bare, complaints(template(bare)).filter((c) => c.startsWith('unguarded'))]).toEqual([bare, [expect.any(String)]]);
    }
  });
});

describe('refused', () => {
  test.each([
    ['{{{library.name}}}', 'template-unsupported @{{{library.name}}}'],
    ['{{&library.name}}', 'template-unsupported @{{&library.name}}'],
    ['{{#*inline "x"}}y{{/inline}}', 'template-unsupported @{{#*inline "x"}}y{{/inline}}'],
    ['{{> (concat "a" "b")}}', 'template-unsupported @(concat "a" "b")'],
    ['{{> crad}}', 'unknown-partial @crad'],
    ['{{> loop}}', 'partial-recursion @loop'],
    ['{{dat event.date}}', 'unknown-helper @dat'],
    ['{{#eq 1 2}}x{{/eq}}', 'unknown-helper @eq'],
    ['{{log library.name}}', 'unknown-helper @log'],
    ['{{add 1}}', 'helper-arguments @add'],
    ['{{time event.date}}', 'helper-arguments @event.date'],
    ['{{when event from="long"}}', 'helper-arguments @from'],
    ['{{event.date}}', 'unprintable-value @event.date'],
    ['{{library}}', 'unprintable-value @library'],
    ['{{event.sessions}}', 'unprintable-value @event.sessions'],
    ['{{word "free"}}', 'missing-word @"free"'],
    ['<p {{library.name}}>', 'template-markup @{{library.name}}'],
    ['<p class={{library.name}}>', 'template-markup @{{library.name}}'],
    ['<h{{add 1 1}}>', 'template-markup @{{add 1 1}}'],
    ['<style>a{color:{{library.name}} }</style>', 'template-markup @{{library.name}}'],
    ['<p class="a{{#if event.room}}">{{/if}}x</p>', 'template-markup @if'],
    ['{{#each event.sessions}}{{date}}{{/each}}', 'helper-arguments @date'],
    ['<p>\n{{#if library.name}}\n</p>', 'template-syntax @{{#if library.name}}'],
    ['<p>{{#if library.name}}{{/each}}</p>', 'template-syntax @{{/each}}'],
  ])('%s', (text, complaint) => {
    const outcome = template(text, { partials: { card: 'x', loop: '{{> loop}}' } });
    expect(complaints(outcome)).toContain(complaint);
    expect(outcome.rendered).toBeUndefined();
  });
});

describe('helpers', () => {
  test.each([
    ['{{round 1.005 2}}', '1.01'],
    ['{{round -2.5}}', '-3'],
    ['{{round (div 1 3) 3}}', '0.333'],
    ['{{add 0.1 0.2}}', '0.3'],
    ['{{mod -1 4}}', '3'],
    ['{{sin 30}} {{cos 180}} {{cos 90}}', '0.5 -1 0'],
    ['{{#each (range 2 5)}}{{this}}{{/each}}', '234'],
    ['{{url library.url}}', ''],
    ['{{join ", " library.name event.room library.id}}', 'Viborg Bibliotek, viborg'],
    ['{{#if (eq library.id "viborg")}}y{{else}}n{{/if}}', 'y'],
    ['{{#let a=2 b=3}}{{mul a b}}{{/let}}', '6'],
    ['{{#let a=2}}{{#each (range 2)}}{{add a this}}{{/each}}{{/let}}', '23'],
    ['{{count event.sessions}} {{event.sessions.length}}', '1 1'],
    ['{{word "free"}}', 'Gratis'],
    ['{{focus (lookup (list 1) 3)}}', '50% 50%'],
    ['{{#each (shuffle "s" "l" 1 2 3 4 5)}}{{this}}{{/each}}', '25134'],
  ])('%s gives %s', (text, result) => {
    const outcome = template(text, { words: { free: 'Gratis' } });
    if (result === '') expect(complaints(outcome)).toContain('unguarded-optional @library.url');
    else if (text.includes('shuffle')) expect([...outcome.html].sort().join('')).toBe('12345');
    else expect(outcome.html).toBe(result);
  });

  test('a focal point is a place for object-position', () => {
    const run = HELPERS.get('focus')?.run;
    expect(run?.([{ focus: { x: 0.4, y: 0.305 } }], {}, {} as never)).toBe('40% 30.5%');
  });

  test('a division by zero is no number to print', () => {
    expect(complaints(template('<p>{{div 1 0}}</p>'))).toEqual(['unprintable-value @{{div 1 0}}']);
  });

  test('titles are plain text', () => {
    expect(render({ title: '{{campaign.title}} –  {{library.name}}', library: { name: { da: 'A & B' } } }).rendered?.title).toBe(
      'Expat Dinner – A & B',
    );
  });

  test('partials print alike in text, attributes and drawings', () => {
    const partials = { n: '{{library.id}}' };
    expect(template('<p class="{{> n}}">{{> n}}</p><svg><path d="{{> n}}"/></svg>', { partials }).html).toBe(
      '<p class="viborg">viborg</p><svg><path d="viborg"/></svg>',
    );
  });

  test('partial blocks put what they surround into their frame', () => {
    const partials = { frame: '<main>{{> @partial-block}}</main>' };
    expect(template('{{#> frame}}<p>{{library.id}}</p>{{/frame}}', { partials }).html).toBe('<main><p>viborg</p></main>');
  });
});
