import type { Campaign, LogoMark, Picture } from '../core/campaign.ts';
import { entries, given } from './facts.ts';
import type { Whole } from './merge.ts';
import { whole } from './merge.ts';
import type { Listener } from './sayings.ts';
import { say } from './sayings.ts';
import type { WrittenNation } from './schema/campaign.ts';

/** What only the nation says. */
export type Framework = Omit<Campaign, 'libraries' | 'national' | 'faulty'>;

const DEFAULT_ZONE = 'Europe/Copenhagen';

export function frameworkOf(typed: WrittenNation, profiles: Framework['profiles'], to: Listener): Framework {
  const w = whole(typed) as Whole<WrittenNation>;
  const organiser = w.organiser;
  return given<Framework>({
    id: w.id,
    title: say(w.title, ['title'], to) ?? {},
    status: w.status ?? 'final',
    revision: w.revision ?? 1,
    languages: [...to.languages],
    formats: Object.fromEntries(
      entries(w.formats).map(([language, format]) => [language, given({ quotes: format.quotes, clock: format.clock })]),
    ),
    hyphenation: w.hyphenation,
    timezone: w.timezone ?? DEFAULT_ZONE,
    template: w.template,
    organiser:
      organiser &&
      given({
        name: say(organiser.name, ['organiser', 'name'], to) ?? {},
        unit: say(organiser.unit, ['organiser', 'unit'], to),
        about: say(organiser.about, ['organiser', 'about'], to),
        url: organiser.url,
        address: organiser.address,
      }),
    marks: Object.fromEntries(
      entries(w.marks).map(([key, mark]): [string, LogoMark] => [
        key,
        given({
          kind: mark.kind ?? 'partner',
          files: given({ colour: mark.files.colour, mono: mark.files.mono, reverse: mark.files.reverse }),
          alt: say(mark.alt, ['marks', key, 'alt'], to) ?? {},
          statement: say(mark.statement, ['marks', key, 'statement'], to),
          min: mark.min,
        }),
      ]),
    ),
    images: Object.fromEntries(
      entries(w.images).map(([key, image]): [string, Picture] => [
        key,
        given({
          file: image.file,
          alt: say(image.alt, ['images', key, 'alt'], to),
          caption: say(image.caption, ['images', key, 'caption'], to),
          credit: image.credit,
          focus: image.focus && ([image.focus[0] ?? 0.5, image.focus[1] ?? 0.5] as const),
        }),
      ]),
    ),
    profiles,
  });
}
