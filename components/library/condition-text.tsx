import type { PlacedCondition } from '@/lib/core/codex/align-conditions';
import { t } from '@/lib/i18n';
import styles from './compare-view.module.css';

const labels = { holdsWhen: 'library_holds_when', failsWhen: 'library_fails_when' } as const;

/** One condition with its list's name; the words that the other side does not say are marked. */
export function ConditionText({ condition }: { readonly condition: PlacedCondition }) {
  return (
    <p dir="auto">
      <span className={`${styles.list} ${condition.list === 'failsWhen' ? styles.fails : ''}`}>
        {t(labels[condition.list])}
      </span>{' '}
      {condition.parts.map(({ text, differs }, place) => {
        // The text is drawn anew as a whole, so its places are the identity its parts have.
        const key = `${place} ${text}`;
        return differs ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}
