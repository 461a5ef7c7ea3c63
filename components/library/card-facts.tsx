import type { ReactNode } from 'react';
import type { Card, ScoreName } from '@/lib/core/codex/card';
import { t } from '@/lib/i18n';
import styles from './card-facts.module.css';
import { scoreLabels } from './section-labels';

/** The card's fields that are not prose; what it does not say is left out. */
export function CardFacts({ card }: { readonly card: Card }) {
  const { score } = card;
  const facts: readonly [string, ReactNode][] = [
    [t('library_field_domain'), card.domain.join(', ')],
    [t('library_field_lifecycle'), card.lifecycle.join(', ')],
    [t('library_field_source_type'), card.sourceType],
    [t('library_field_maturity'), card.maturity],
    [t('library_field_artifact_class'), card.artifactClass],
    [t('library_field_score'), score ? <ScoreLine key="score" score={score} /> : ''],
    [t('library_field_captured_date'), card.capturedDate],
    [t('library_field_id'), card.id],
    [t('library_field_raw_ref'), card.rawRef],
  ];
  const said = facts.filter(([, value]) => value !== '');
  if (said.length === 0) return null;
  return (
    <section className={styles.facts} aria-labelledby="insight-facts">
      <h3 id="insight-facts">{t('library_facts')}</h3>
      <dl>
        {said.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function ScoreLine({ score }: { readonly score: NonNullable<Card['score']> }) {
  const names = Object.keys(scoreLabels) as ScoreName[];
  const sum = names.reduce((total, name) => total + score[name], 0);
  return (
    <>
      {t('library_score_sum', sum)}
      <span className={styles.parts}>
        {names.map((name) => `${t(scoreLabels[name])} ${score[name]}`).join(' · ')}
      </span>
    </>
  );
}
