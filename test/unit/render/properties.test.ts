import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { openTemplates, renderJob } from '../../../src/render/index.ts';
import { campaignOf, jobOf, render, setOf, unmarked } from './fixture.ts';

/** Words that hurt: Markdown, HTML, Handlebars, entities, controls. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<b>',
        '</p>',
        '"',
        "'",
        '**',
        '_',
        '# ',
        '1. ',
        '- ',
        '> ',
        '`',
        '[x](',
        ')',
        '{{',
        '}}',
        '&lt;',
        '\n',
        '\n\n',
        '    ',
        '--',
        '...',
        '\\',
        '{{library.name}}',
        '{{date}}',
        '![',
        '<!--',
        '\uFDD0',
        '\uFDD2',
        '\uFFFC',
        'kl. ',
        '6. ',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

function elements(html: string): { tags: string[]; text: string; attributes: string[] } {
  const tags: string[] = [];
  const attributes: string[] = [];
  let text = '';
  const parser = new Parser({
    onopentag(name, attribs) {
      tags.push(name);
      attributes.push(...Object.values(attribs));
    },
    ontext(data) {
      text += data;
    },
  });
  parser.end(html);
  return { tags, text, attributes };
}

test('data never becomes markup', () => {
  fc.assert(
    fc.property(nasty, (name) => {
      const { html } = render({ template: '<p title="{{library.name}}">{{library.name}}</p>', library: { name: { da: name } } });
      const { tags, text, attributes } = elements(html);
      expect(tags).toEqual(['p']);
      expect(attributes).toEqual([text]);
    }),
    { numRuns: 60 },
  );
});

test('data in a text never becomes Markdown', () => {
  const set = setOf({ template: '{{texts.a}}', uses: { a: 'block' } });
  fc.assert(
    fc.property(nasty, (name) => {
      const campaign = campaignOf({
        texts: { a: 'Kom til {{library.name}} i **{{library.name}}**' },
        library: { name: { da: name } },
      });
      const opened = openTemplates(set, campaign);
      const rendered = opened.value && renderJob(jobOf(set, campaign), opened.value);
      expect(rendered?.diagnostics).toEqual([]);
      expect(elements(unmarked(rendered?.value?.html ?? '')).tags).toEqual(['p', 'strong']);
    }),
    { numRuns: 60 },
  );
});

test('no text makes it throw, and no other elements come of one than ours', () => {
  const ours = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'a', 'br']);
  fc.assert(
    fc.property(nasty, (text) => {
      const { html } = render({ template: '{{texts.a}}', uses: { a: 'block' }, texts: { a: text || 'x' } });
      for (const tag of elements(html).tags) expect(ours).toContain(tag);
    }),
    { numRuns: 150 },
  );
});

test('no template makes it throw', () => {
  const pieces = fc.constantFrom(
    '{{',
    '}}',
    '{{#if library.name}}',
    '{{else}}',
    '{{/if}}',
    '{{library.name}}',
    '<p',
    '>',
    '"',
    ' a="',
    '<svg>',
    '</svg>',
    '<!--',
    '-->',
    '<style>',
    '</style>',
    '{{> x}}',
    '{{#each event.sessions}}',
    '{{/each}}',
    '{{@index}}',
    'x',
    '{{~',
    '~}}',
    '{{!-- c --}}',
    '\\{{',
    '{{#let a=1}}',
    '{{/let}}',
    '{{a}}',
    '{{../a}}',
    '{{{',
    '{{add 1 2}}',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const { diagnostics } = render({ template: parts.join(''), partials: { x: '<i>{{library.id}}</i>' } });
      for (const d of diagnostics) if (d.span) expect(d.span.end).toBeLessThanOrEqual(d.span.source.text.length);
    }),
    { numRuns: 200 },
  );
});
