import { versionOf } from '../../../core/artwork.ts';
import { type Diagnostic, warning } from '../../../core/diagnostics.ts';
import type { ProfileKind } from '../../../core/profile.ts';
import type { Span } from '../../../core/source.ts';
import type { World } from '../../../core/world.ts';
import type { Picture } from '../../types.ts';

/** Whose versions a profile takes, the best first. */
const VERSIONS: Readonly<Record<ProfileKind, readonly ProfileKind[]>> = {
  screen: ['screen'],
  office: ['office', 'screen'],
  press: ['press'],
};

/** `art.press.pdf` instead of `art.pdf`, where there is one. */
export function versionFor(profile: ProfileKind, path: string, world: World): string {
  for (const kind of VERSIONS[profile]) {
    const version = versionOf(path, kind);
    if (version !== null && world.exists(version)) return version;
  }
  return path;
}

/** What artwork costs a file: one for screens its claims, one for a press the control over its inks. */
export function claimsLess({ body }: Picture, label: string, profile: ProfileKind, span: Span | undefined): Diagnostic | null {
  if (body.kind !== 'artwork') return null;
  const { faults, cmyk, rgb } = body.artwork;
  if (profile === 'press') {
    if (!rgb) return null;
    return warning('pdf-rgb', `“${label}” paints with RGB: the print shop turns its colours, black too, into four inks.`, {
      span,
      hint: 'Export it in CMYK, or put a version for print shops beside it, with “.press.pdf” at the end of its name.',
    });
  }
  if (faults.length === 0 && !cmyk) return null;
  const why = [...faults, ...(cmyk ? ['it paints with CMYK colours that no profile defines'] : [])].join('; ');
  const less = faults.length > 0 ? 'neither PDF/A nor PDF/UA' : 'PDF/UA, but not PDF/A';
  return warning('pdf-claims-less', `“${label}” makes files for screens claim ${less}: ${why}.`, {
    span,
    hint: 'Export it as PDF/A-2u, or put a version for screens beside it, with “.screen.pdf” at the end of its name.',
  });
}
