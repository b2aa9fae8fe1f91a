export { loadCampaign } from './campaign.ts';
export { templateNameOf } from './template-name.ts';
export { loadTemplateSet, type TemplateRoots } from './template-set.ts';
export type { WrittenCampaign } from './types.ts';
