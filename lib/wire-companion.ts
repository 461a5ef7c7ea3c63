/**
 * The companion, which the background serves and the settings choose. Apart from `wire.ts`, so that
 * popup and side panel load nothing of it.
 */
export { onCompanionMessage, onNewStart, showCount } from './browser/companion-events';
export type { CompanionTab } from './browser/companion-events';
export { companionSites, registerCompanion } from './browser/companion-sites';
export { showHighlights } from './browser/highlights';
export type { OneDocument } from './browser/inject-in-document';
export { readPassages } from './browser/page-passages';
