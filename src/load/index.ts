export { loadCampaign } from './campaign.ts';
export { loadTemplateSet, type TemplateRoots } from './template-set.ts';
export type { WrittenCampaign } from './types.ts';
