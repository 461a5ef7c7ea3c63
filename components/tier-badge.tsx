import type { Tier } from '@/lib/core/codex/card';
import { t } from '@/lib/i18n';
import styles from './badge.module.css';

/** The card's tier; nothing where none is set. */
export function TierBadge({ tier }: { readonly tier?: Tier | undefined }) {
  if (!tier) return null;
  const strong = tier === 'A' ? styles.strong : '';
  return <span className={`${styles.badge} ${strong}`}>{t('ui_tier', tier)}</span>;
}
