import { MEDIA_FEATURES } from '../../../src/layout/css/media.ts';
import { BY_NAME, isShorthand, type Property, page, type Shorthand } from '../../../src/layout/css/properties/index.ts';
import { PSEUDO_CLASSES, PSEUDO_ELEMENTS } from '../../../src/layout/css/selectors/compile.ts';
import { LENGTH_UNITS } from '../../../src/layout/css/values/length.ts';
import { ATTRIBUTES, ELEMENTS, REFUSED } from '../../../src/layout/dom/elements.ts';

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const codes = (list: Iterable<string>): string => [...list].map(code).join(' ');
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const GROUPS = [
  'Boxes',
  'Flexible boxes',
  'Columns',
  'Colour and painting',
  'Fonts',
  'OpenType features',
  'Text',
  'Lists',
  'Tables',
  'Pages',
  'Generated content',
  '@page',
];

/** The documentation of the subset, from the tables that the code itself reads. */
export function reference(): string {
  const names = new Map<Property | Shorthand, string[]>();
  for (const [name, entry] of BY_NAME) names.set(entry, [...(names.get(entry) ?? []), name]);
  const groups = new Map<string, (Property | Shorthand)[]>();
  for (const entry of names.keys()) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);

  const rows = [...groups]
    .sort(([a], [b]) => GROUPS.indexOf(a) - GROUPS.indexOf(b))
    .flatMap(([group, entries]) => [
      row(`**${group}**`, '', '', ''),
      ...entries.map((entry) => {
        const all = names.get(entry) ?? [entry.name];
        const kind = isShorthand(entry) ? 'shorthand' : entry.logical ? 'logical' : entry.inherited ? 'yes' : 'no';
        return row(codes(all), code(entry.syntax), kind, entry.note ?? '');
      }),
    ]);
  const sections = Object.entries(ELEMENTS).map(([group, tags]) => row(group, codes(tags)));
  const attributes = Object.entries(ATTRIBUTES).map(([tag, list]) =>
    row(tag === '*' ? 'every element' : code(tag), `${codes(list)}${tag === '*' ? ' `data-*` `aria-*`' : ''}`),
  );
  const refusals = new Map<string, string[]>();
  for (const [tag, why] of REFUSED) refusals.set(why, [...(refusals.get(why) ?? []), tag]);

  return `# HTML and CSS in templates

Pages are HTML, styled by the subset of CSS below. What is in it means what the standards say, so a page looks as it does in a browser (but
for line heights that are \`normal\` and widths in \`ch\` and \`ex\`, which depend on the browser). What is not in it is reported with file, line and column, never ignored:
as a warning where CSS has it and kit does not, as an error where CSS does not have it either.

This page is made from the tables that the code reads; a test holds the two together.

## Properties

Every property also takes \`inherit\`, \`initial\`, \`unset\` and \`revert\`, and \`var()\` anywhere in its value. Values are written as in the standards: \`a | b\` one of, \`a || b\` one or more in any order, \`#\` separated by commas, \`{1,4}\` so many times.

${row('Property', 'Values', 'Inherited', 'Remarks')}
${row('---', '---', '---', '---')}
${rows.join('\n')}

## Values

${row('What', 'Which')}
${row('---', '---')}
${row('lengths', `${codes(LENGTH_UNITS)}; \`ex\` and \`ch\` are half an \`em\`; \`vw\` … \`vmax\` are hundredths of the page inside its margins`)}
${row('calculations', codes(['calc()', 'min()', 'max()', 'clamp()']))}
${row('angles', codes(['deg', 'grad', 'rad', 'turn']))}
${row('colours', `names, ${codes(['#rgb', '#rgba', '#rrggbb', '#rrggbbaa', 'rgb()', 'hsl()', 'device-cmyk()', 'transparent', 'currentcolor'])}`)}
${row('images', `${codes(['url()', 'linear-gradient()'])}; urls are relative to the template set, \`campaign:images/a.jpg\` to the campaign`)}
${row('custom properties', `${codes(['--name: …', 'var(--name, fallback)'])}; also inside SVG files and inline SVG`)}

## Selectors and rules

${row('What', 'Which')}
${row('---', '---')}
${row('selectors', `${codes(['*', 'p', '.class', '#id', 'a b', 'a > b', 'a + b', 'a ~ b'])}, attributes by ${codes(['[a]', '=', '~=', '|=', '^=', '$=', '*='])} with flag ${code('i')}`)}
${row('pseudo-classes', codes(PSEUDO_CLASSES))}
${row('pseudo-elements', codes(PSEUDO_ELEMENTS.map((name) => `::${name}`)))}
${row('rules', codes(['@media', '@page', '@font-face', '@charset', '!important']))}
${row('@media', `${codes(['all', 'print', 'screen', 'not', 'only', 'and', 'or', ','])}, ranges like ${code('(100mm <= width < 300mm)')}, and the features ${codes(MEDIA_FEATURES)} with ${codes(['min-', 'max-'])}. The medium is print; width and height are those of the page with its margins.`)}
${row('@page', `${codes([':first', ':left', ':right'])}; its properties are in the table above, and whatever is inherited; margin boxes ${codes(page.MARGIN_BOXES.map((name) => `@${name}`))} with \`content\` of strings, \`counter(page)\` and \`counter(pages)\``)}
${row('@font-face', `${codes(['font-family', 'src', 'font-weight', 'font-style', 'unicode-range'])}; TrueType and OpenType files of the template set, one a weight`)}

## HTML

${row('Elements', '')}
${row('---', '---')}
${sections.join('\n')}

\`<qr-code value="https://…" alt="…">\` is a picture of a QR code. \`<short-form>…</short-form>\` in a block with \`-kit-fit\` is what the block says instead where its whole text would be set too small.

${row('Attributes', '')}
${row('---', '---')}
${attributes.join('\n')}

Inline SVG takes the attributes of SVG. Left out with an error, with all that is in them:

${row('Elements', 'Why')}
${row('---', '---')}
${[...refusals].map(([why, tags]) => row(codes(tags), why)).join('\n')}

An \`<img>\` has an \`alt\`; an empty one, \`role="presentation"\` or \`aria-hidden="true"\` make decoration of it. Headings skip no level. \`lang\` says where another language begins.
`;
}
