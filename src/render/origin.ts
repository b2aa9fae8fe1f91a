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
    const ofCampaign = parts[0] === 'campaign' && (parts[1] === 'title' || parts[1] === 'organiser');
    if (parts[0] === 'library' || ofCampaign) parts.shift();
    if (parts[0] === 'images' && parts[2] === 'src') parts[2] = 'file';
    const isForm = parts[0] === 'at' || parts[0] === 'in';
    if (parts[0] === 'event' && parts[1] !== undefined && FIRST_SESSION.has(parts[1]) && firstSession !== undefined) {
      parts.splice(1, 0, 'sessions', firstSession);
    }
    if (isForm) parts.unshift('forms', language);
    const path = parts.join('.');
    const short = parts[1] === 'sessions' ? `event.${parts.slice(3).join('.')}` : null;
    const found = origins.get(`${path}.${language}`) ?? origins.get(path) ?? (short === null ? undefined : origins.get(short));
    // Forms that nobody wrote are made of the name.
    return found ?? (isForm ? (origins.get(`name.${language}`) ?? origins.get('name')) : undefined);
  };
}

export const firstSessionOf = (event: Campaign['national']['event']): string | undefined => Object.keys(event.sessions)[0];
