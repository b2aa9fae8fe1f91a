import { CAMPAIGN_CODES } from './campaign.ts';
import { LAYOUT_CODES } from './layout.ts';
import { LOAD_CODES } from './load.ts';
import { PACK_CODES } from './pack.ts';
import { TEMPLATE_CODES } from './template.ts';

/** Every code that a diagnostic may carry, with the sentence that the docs give it. Codes are never renamed: people search for them. */
export const CODES = { ...LOAD_CODES, ...CAMPAIGN_CODES, ...TEMPLATE_CODES, ...LAYOUT_CODES, ...PACK_CODES } as const;

export type DiagnosticCode = keyof typeof CODES;
