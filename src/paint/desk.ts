import type { Campaign } from '../core/campaign.ts';
import { greyKit, openPdfKit, type PdfKit } from './pdf/index.ts';
import { openPresses, type Presses } from './press.ts';

/** What paint opens once for all jobs of a campaign. */
export interface PaintDesk {
  readonly pdf: PdfKit;
  /** For one ink. */
  readonly grey: PdfKit;
  readonly presses: Presses;
  /** Its id. */
  readonly campaign: string;
  readonly author: Readonly<Record<string, string>>;
  /** When the content was made, as far as the content says: the date of the press release, else of the event. */
  readonly created: Date;
  /** PNGs of pictures for word processors: picture and size → file. */
  readonly pictures: Map<string, Promise<Uint8Array>>;
}

/** Midnight UTC of a day that the campaign itself names: the clock has no say in the bytes of a file. */
function createdOf({ national }: Campaign): Date {
  const days = [
    national.press?.date,
    ...Object.values(national.event.sessions).map((session) => session.date),
    national.event.period?.from,
  ];
  const day = days.find((date) => date !== undefined);
  return new Date(day === undefined ? 0 : Date.parse(`${day}T00:00:00Z`));
}

/** @param intents ICC profiles of the campaign's own, by the path that names them */
export async function openPaint(campaign: Campaign, intents: ReadonlyMap<string, Uint8Array> = new Map()): Promise<PaintDesk> {
  const pdf = await openPdfKit({ languages: campaign.languages });
  return {
    pdf,
    grey: greyKit(pdf),
    presses: openPresses(pdf, intents),
    campaign: campaign.id,
    author: campaign.organiser?.name ?? {},
    created: createdOf(campaign),
    pictures: new Map(),
  };
}
