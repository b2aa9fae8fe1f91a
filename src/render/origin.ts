import type { Campaign, Library } from '../core/campaign.ts';
import type { Span } from '../core/source.ts';

const FIRST_SESSION = new Set(['date', 'doors', 'start', 'end', 'title', 'room', 'state']);

/** Where the value that templates know as `canonical` was written, in the library's row or in the campaign. */
export function originIn(
  library: Library,
  language: string,
  firstSession: string | undefined,
): (canonical: string) => Span | undefined {
  const { origins } = library;
  return (canonical) => {
    if (canonical === '' || canonical.startsWith('#')) return undefined;
    const parts = canonical.split('.');
    if (parts[0] === 'library') parts.shift();
    if (parts[0] === 'event' && parts[1] !== undefined && FIRST_SESSION.has(parts[1]) && firstSession !== undefined) {
      parts.splice(1, 0, 'sessions', firstSession);
    }
    if (parts[0] === 'at' || parts[0] === 'in') parts.unshift('forms', language);
    const path = parts.join('.');
    const short = parts[1] === 'sessions' ? `event.${parts.slice(3).join('.')}` : null;
    const found = origins.get(`${path}.${language}`) ?? origins.get(path) ?? (short === null ? undefined : origins.get(short));
    return found;
  };
}

export const firstSessionOf = (event: Campaign['national']['event']): string | undefined => Object.keys(event.sessions)[0];
