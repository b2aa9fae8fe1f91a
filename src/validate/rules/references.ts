import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import { nearest } from '../../core/model/nearest.ts';
import type { TemplateSet } from '../../core/template-set.ts';
import type { Path, WrittenMap, WrittenNode } from '../../core/written/node.ts';
import { entryOf, nodeAt, spanAt, spanWithin } from '../../core/written/node.ts';

const suggest = (wrong: string, known: Iterable<string>, kind: string): string => {
  const names = [...known];
  const near = nearest(wrong, names);
  if (near !== undefined) return `Did you mean “${near}”?`;
  return names.length > 0 ? `${kind}: ${names.join(', ')}.` : `${kind}: none yet. Write them in the campaign, or delete this.`;
};

const KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;
const CHOSEN: readonly Path[] = [['event', 'sessions'], ['contacts'], ['guests'], ['images'], ['marks'], ['profiles']];

/** Keys that people choose are named in templates: {{contacts.press.email}}. */
export function keyRules(map: WrittenMap, about: About | undefined): readonly Diagnostic[] {
  return CHOSEN.flatMap((path) => {
    const node = nodeAt(map, path);
    if (node?.kind !== 'map') return [];
    return [...node.entries].flatMap(([name, { key }]) =>
      KEY.test(name)
        ? []
        : [
            error('key-unsafe', `“${name}” cannot be named in a template.`, {
              span: key,
              about,
              hint: 'Use letters, digits, - and _.',
            }),
          ],
    );
  });
}

const scalarsIn = (
  node: WrittenNode | undefined,
): readonly { readonly value: string; readonly span: ReturnType<typeof spanWithin> }[] => {
  if (node?.kind === 'list') return node.items.flatMap(scalarsIn);
  if (node?.kind !== 'scalar' || node.value === null) return [];
  return [...node.value.matchAll(/[^,;\s]+/g)].map((match) => ({
    value: match[0],
    span: spanWithin(node, match.index, match.index + match[0].length),
  }));
};

/** Guests that sessions name, pictures that guests name. */
export function referenceRules(
  map: WrittenMap,
  guests: ReadonlySet<string>,
  images: ReadonlySet<string>,
  about: About | undefined,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const sessions = nodeAt(map, ['event', 'sessions']);
  if (sessions?.kind === 'map') {
    for (const { value } of sessions.entries.values()) {
      for (const { value: name, span } of scalarsIn(entryOf(value, 'guests')?.value)) {
        if (!guests.has(name))
          found.push(
            error('unknown-guest', `There is no guest “${name}”.`, { span, about, hint: suggest(name, guests, 'Guests') }),
          );
      }
    }
  }
  const people = nodeAt(map, ['guests']);
  if (people?.kind === 'map') {
    for (const { value } of people.entries.values()) {
      const image = entryOf(value, 'image')?.value;
      if (image?.kind !== 'scalar' || image.value === null || images.has(image.value)) continue;
      const hint = suggest(image.value, images, 'Pictures');
      found.push(error('unknown-image', `There is no picture “${image.value}”.`, { span: image.span, about, hint }));
    }
  }
  return found;
}

/** Pieces and outputs that the template set does not have. Its sizes are what it makes unasked: a campaign may ask for any other. */
export function pieceRules(map: WrittenMap, set: TemplateSet | undefined, about: About | undefined): readonly Diagnostic[] {
  const pieces = nodeAt(map, ['pieces']);
  if (pieces?.kind !== 'map' || !set) return [];
  return [...pieces.entries].flatMap(([name, { key, value }]) => {
    const piece = Object.hasOwn(set.pieces, name) ? set.pieces[name] : undefined;
    if (!piece) {
      const hint = suggest(name, Object.keys(set.pieces), 'Pieces');
      return [error('unknown-piece', `The template set “${set.name}” has no piece “${name}”.`, { span: key, about, hint })];
    }
    const outputs: ReadonlySet<string> = new Set(piece.outputs);
    return scalarsIn(entryOf(value, 'outputs')?.value).flatMap(({ value: written, span }) => {
      if (outputs.has(written)) return [];
      const hint = `Its outputs: ${[...outputs].join(', ')}.`;
      return [
        error('output-unknown', `The piece “${name}” is not made as ${written}.`, {
          span,
          about: { ...about, piece: name },
          hint,
        }),
      ];
    });
  });
}

/** Providers of private mail in Denmark and the world. */
const PRIVATE = new Set(
  'gmail.com googlemail.com hotmail.com hotmail.dk outlook.com outlook.dk live.dk live.com msn.com yahoo.com yahoo.dk icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.net gmx.de mail.dk mail.tele.dk stofanet.dk youmail.dk jubii.dk ofir.dk webspeed.dk post.tele.dk'.split(
    ' ',
  ),
);

export function mailRules(map: WrittenMap, about: About | undefined): readonly Diagnostic[] {
  const contacts = nodeAt(map, ['contacts']);
  const keys = contacts?.kind === 'map' ? [...contacts.entries.keys()] : [];
  const paths: readonly Path[] = [['event', 'booking', 'email'], ...keys.map((key) => ['contacts', key, 'email'])];
  return paths.flatMap((path) => {
    const node = nodeAt(map, path);
    if (node?.kind !== 'scalar' || node.value === null) return [];
    const at = node.value.lastIndexOf('@');
    const domain = node.value.slice(at + 1).toLowerCase();
    if (at === -1 || !PRIVATE.has(domain)) return [];
    const hint = 'Use an address of the library or of its role: public material should not hold private ones.';
    return [
      warning('email-private', `“${node.value}” is a private mail address.`, {
        span: spanWithin(node, at + 1, node.value.length),
        about,
        hint,
      }),
    ];
  });
}

const EXAMPLE = {
  text: 'Write words after the key.',
  number: 'Write it in figures: 12 or 12,5.',
  boolean: 'Write yes or no (ja, nej).',
} as const;

/** Types of `extra` as the template set declares them. Without a set nothing is known of them. */
export function extraRules(
  map: WrittenMap,
  path: Path,
  set: TemplateSet | undefined,
  about: About | undefined,
): readonly Diagnostic[] {
  const extra = nodeAt(map, path);
  if (extra?.kind !== 'map' || !set) return [];
  return [...extra.entries].flatMap(([name, { key, value }]) => {
    const type = Object.hasOwn(set.extra, name) ? set.extra[name] : undefined;
    if (!type) {
      const declare = `Declare it in the set’s template.yaml (extra: {${name}: text}), or delete it.`;
      const names = Object.keys(set.extra);
      const hint = names.length > 0 ? [suggest(name, names, 'Declared'), declare] : declare;
      return [error('extra-unknown', `The template set “${set.name}” does not know “${name}”.`, { span: key, about, hint })];
    }
    if (readExtra(value, type) !== undefined || (value.kind === 'scalar' && value.value === null)) return [];
    return [
      error('extra-unknown', `“${name}” should be ${type === 'text' ? 'a text' : `a ${type}`}.`, {
        span: spanAt(map, [...path, name]),
        about,
        hint: EXAMPLE[type],
      }),
    ];
  });
}

export function readExtra(node: WrittenNode, type: 'text' | 'number' | 'boolean' | undefined): unknown {
  if (node.kind !== 'scalar' || node.value === null) return undefined;
  const text = node.value.trim();
  if (type === 'number') return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  if (type === 'boolean') return /^(?:true|yes|ja)$/i.test(text) ? true : /^(?:false|no|nej)$/i.test(text) ? false : undefined;
  return node.value;
}
