/**
 * What only the service worker listens to and shows in pages. Apart from `wire.ts`, so that popup and
 * side panel load nothing of it.
 */
export { onCommand, onToastAction, registerMenu } from './browser/events';
export type { ClickedTab } from './browser/events';
export { offerCandidates, showToast } from './browser/toast';
export { openPopup } from './browser/toolbar';
