import type { Manifest, ManifestLibrary } from '../manifest.ts';
import { documentsOf, formatOf, type GalleryDocument, type Shown } from './documents.ts';
import { escapeHtml, escapePath } from './escape.ts';
import { SCRIPT, STYLE } from './style.ts';

export type { Shown } from './documents.ts';

/** One complaint of a library, as the gallery shows it. */
export interface Complaint {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly place?: string;
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** A language by its own name: dansk, English. */
function ownName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const attributes = (about: Shown | null): string =>
  `data-piece="${escapeHtml(about?.piece ?? '')}" data-language="${escapeHtml(about?.language ?? '')}"`;

const links = ({ files }: GalleryDocument): string =>
  files
    .map(({ path, bytes }) => `<a href="${escapePath(path)}">${escapeHtml(formatOf(path))}</a> <small>${size(bytes)}</small>`)
    .join(' ');

/** A document: its pages side by side, what it is, and a link to each of its formats. */
function shownDocument(document: GalleryDocument, library: ManifestLibrary): string {
  const { about, pictures, name } = document;
  const title = about ? `${about.label} · ${ownName(about.language)}` : name;
  const pages = pictures.map(({ of, page, path, width, height }) => {
    const alt = `${title}${pictures.length > 1 ? `, page ${page} of ${pictures.length}` : ''}, ${library.name}`;
    return `<a href="${escapePath(of)}#page=${page}"><img src="${escapePath(path)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}" loading="lazy" decoding="async"></a>`;
  });
  return `<li ${attributes(about)}>${pages.length > 0 ? `<div class="pages">${pages.join('')}</div>` : ''}<h3>${escapeHtml(title)}</h3><p class="formats">${links(document)}</p></li>`;
}

/** The documents of one language in one row. */
function rows(library: ManifestLibrary, shown: ReadonlyMap<string, Shown>): string {
  const documents = documentsOf(library, shown);
  const languages = [...new Set(documents.map(({ about }) => about?.language))];
  return languages
    .map((language) => {
      const own = documents.filter(({ about }) => about?.language === language);
      return `<ul class="documents">\n${own.map((document) => shownDocument(document, library)).join('\n')}\n</ul>`;
    })
    .join('\n');
}

function section(library: ManifestLibrary, complaints: readonly Complaint[], shown: ReadonlyMap<string, Shown>): string {
  const zip = library.files.find((file) => file.path === `${library.id}.zip`);
  const tags = [
    library.state === 'faulty' ? '<span class="tag bad">not built: has errors</span>' : '',
    library.state === 'withdrawn' ? '<span class="tag">takes no part</span>' : '',
    library.warnings > 0
      ? `<span class="tag warn">${library.warnings} ${library.warnings === 1 ? 'warning' : 'warnings'}</span>`
      : '',
  ].join('');
  return `<section id="${escapeHtml(library.id)}" data-words="${escapeHtml(`${library.id} ${library.name}`.toLowerCase())}" data-complaints="${complaints.length}">
<div class="head"><h2>${escapeHtml(library.name)}</h2>${tags}${zip ? `<a class="zip" href="${escapePath(zip.path)}" download>Whole kit <small>zip, ${size(zip.bytes)}</small></a>` : ''}</div>
${complaints.length > 0 ? `<ul class="complaints">${complaints.map((c) => `<li class="${c.severity === 'error' ? 'bad' : 'warn'}">${escapeHtml(c.message)}${c.place ? ` <code>${escapeHtml(c.place)}</code>` : ''}</li>`).join('')}</ul>` : ''}
${rows(library, shown)}
</section>`;
}

const options = (values: readonly string[], named: (value: string) => string): string =>
  [
    '<option value="">all</option>',
    ...values.map((v) => `<option value="${escapeHtml(v)}">${escapeHtml(named(v))}</option>`),
  ].join('');

/** The coordinator's page: every page of every library as a picture, with its files and complaints. Static, offline, no trackers. */
export function gallery(
  manifest: Manifest,
  complaints: ReadonlyMap<string, readonly Complaint[]>,
  shown: ReadonlyMap<string, Shown>,
): string {
  const built = manifest.libraries.filter((library) => library.state === 'built').length;
  const distinct = (key: 'piece' | 'language'): string[] => [...new Set([...shown.values()].map((entry) => entry[key]))].sort();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(manifest.title)}: the kits</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(manifest.title)}</h1>
<p class="facts"><strong>${built} of ${manifest.libraries.length} kits built</strong> · ${escapeHtml(manifest.status)}, revision ${manifest.revision} · ${escapeHtml(manifest.campaign)}</p>
</header>
<main>
<div class="filters" hidden>
<label>Library <input id="words" type="search"></label>
<label>Language <select id="language">${options(distinct('language'), ownName)}</select></label>
<label>Piece <select id="piece">${options(distinct('piece'), (piece) => piece.replaceAll('-', ' '))}</select></label>
<label><input id="only" type="checkbox"> only with warnings or errors</label>
<span class="count" role="status"></span>
</div>
${manifest.libraries.map((library) => section(library, complaints.get(library.id) ?? [], shown)).join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
