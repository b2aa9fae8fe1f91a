import type { Manifest, ManifestLibrary } from '../manifest.ts';
import { escapeHtml, escapePath } from './escape.ts';
import { SCRIPT, STYLE } from './style.ts';

/** One complaint of a library, as the gallery shows it. */
export interface Complaint {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly place?: string;
}

/** What the gallery knows of one PDF beside the manifest. */
export interface Shown {
  readonly piece: string;
  readonly language: string;
  readonly label: string;
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

const stem = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function pages(library: ManifestLibrary, shown: ReadonlyMap<string, Shown>): string {
  const counts = new Map<string, number>();
  for (const { of } of library.pictures) counts.set(of, (counts.get(of) ?? 0) + 1);
  return library.pictures
    .map((picture) => {
      const about = shown.get(picture.of);
      const count = counts.get(picture.of) ?? 1;
      const label = about?.label ?? stem(picture.of);
      const caption = count > 1 ? `${label}, page ${picture.page} of ${count}` : label;
      const alt = `${caption}, ${library.name}`;
      return `<li data-piece="${escapeHtml(about?.piece ?? '')}" data-language="${escapeHtml(about?.language ?? '')}"><figure><a href="${escapePath(picture.of)}#page=${picture.page}"><img src="${escapePath(picture.path)}" alt="${escapeHtml(alt)}" width="${picture.width}" height="${picture.height}" loading="lazy"></a><figcaption>${escapeHtml(caption)}</figcaption></figure></li>`;
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
  const files = library.files
    .filter((file) => file !== zip)
    .map((file) => `<a href="${escapePath(file.path)}">${escapeHtml(stem(file.path))}</a>`)
    .join(' ');
  return `<section data-words="${escapeHtml(`${library.id} ${library.name}`.toLowerCase())}" data-complaints="${complaints.length}">
<div class="head"><h2>${escapeHtml(library.name)}</h2>${zip ? `<a href="${escapePath(zip.path)}">${escapeHtml(zip.path)}</a> <span>${size(zip.bytes)}</span>` : ''}${tags}</div>
${complaints.length > 0 ? `<ul class="complaints">${complaints.map((c) => `<li class="${c.severity === 'error' ? 'bad' : 'warn'}">${escapeHtml(c.message)}${c.place ? ` <code>${escapeHtml(c.place)}</code>` : ''}</li>`).join('')}</ul>` : ''}
${library.pictures.length > 0 ? `<ul class="pages">\n${pages(library, shown)}\n</ul>` : ''}
${files === '' ? '' : `<p class="files">${files}</p>`}
</section>`;
}

const options = (values: readonly string[], all: string): string =>
  [`<option value="">${all}</option>`, ...values.map((v) => `<option value="${escapeHtml(v)}">${escapeHtml(v)}</option>`)].join(
    '',
  );

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
<p class="facts">${escapeHtml(manifest.campaign)} · ${escapeHtml(manifest.status)}, revision ${manifest.revision} · ${built} of ${manifest.libraries.length} kits built</p>
</header>
<main>
<div class="filters" hidden>
<label>Library <input id="words" type="search"></label>
<label>Language <select id="language">${options(distinct('language'), 'all')}</select></label>
<label>Piece <select id="piece">${options(distinct('piece'), 'all')}</select></label>
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
