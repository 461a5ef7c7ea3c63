/** The match engine by itself, as `budgets.mjs` weighs it. */
export { counterEvidence } from '../../lib/core/match/counter-evidence.ts';
export { explain } from '../../lib/core/match/explain.ts';
export { loadIndex } from '../../lib/core/match/load-index.ts';
export {
  addInsight,
  buildIndex,
  changeInsights,
  removeInsight,
} from '../../lib/core/match/match-index.ts';
export { matchPage } from '../../lib/core/match/match-page.ts';
export { saveIndex } from '../../lib/core/match/save-index.ts';
