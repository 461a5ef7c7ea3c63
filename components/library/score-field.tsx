import { useState } from 'react';
import type { Score, ScoreName, Tier } from '@/lib/core/codex/card';
import type { TierProposal } from '@/lib/core/codex/tier';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { FieldFindings } from './field-findings';
import styles from './field.module.css';
import { scoreLabels } from './section-labels';
import type { ShownFinding } from './shown';
import { fieldId } from './focus-field';

export interface ScoreFieldProps {
  readonly score: Score | undefined;
  readonly tier: Tier | undefined;
  /** What the sum proposes, once all five are given. */
  readonly proposal: TierProposal | undefined;
  readonly findings: readonly ShownFinding[];
  readonly onScore: (score: Score | undefined) => void;
  readonly onTier: (tier: Tier | undefined) => void;
  readonly onBlur: () => void;
}

type PartialScore = Partial<Record<ScoreName, number>>;

const points = [1, 2, 3, 4, 5];
const tiers: readonly Tier[] = ['A', 'B', 'C'];

/** The five scores, the tier their sum proposes, and the tier the card claims. */
export function ScoreField(props: ScoreFieldProps) {
  const { score, tier, proposal, findings, onScore, onTier, onBlur } = props;
  const [begun, setBegun] = useState<PartialScore>({});
  const names = Object.keys(scoreLabels) as ScoreName[];
  const shown: PartialScore = score ?? begun;
  const given = names.filter((name) => shown[name] !== undefined);
  const proposed = proposal?.tier;

  const give = (name: ScoreName, point: number | undefined) => {
    const next: PartialScore = { ...shown, [name]: point };
    setBegun(next);
    const whole = names.every((other) => next[other] !== undefined);
    if (whole || score) onScore(whole ? (next as Score) : undefined);
  };

  return (
    <>
      <fieldset className={styles.field}>
        <legend>{t('library_field_score')}</legend>
        <div className={styles.scores}>
          {names.map((name, place) => (
            <label key={name} className={styles.score}>
              {t(scoreLabels[name])}
              <select
                id={place === 0 ? fieldId('score') : undefined}
                className={styles.input}
                value={shown[name] ?? ''}
                aria-describedby={`${fieldId('score')}-findings`}
                onBlur={onBlur}
                onChange={(event) =>
                  give(name, event.target.value ? Number(event.target.value) : undefined)
                }
              >
                <option value="">–</option>
                {points.map((point) => (
                  <option key={point}>{point}</option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <FieldFindings name="score" findings={findings} />
        <output className={styles.sum}>
          {score && proposal ? (
            <>
              <span>
                {proposed
                  ? t('library_score_proposes', proposal.sum, proposed)
                  : t('library_score_below', proposal.sum)}
              </span>
              {proposed && proposed !== tier ? (
                <Button onClick={() => onTier(proposed)}>{t('library_score_use', proposed)}</Button>
              ) : null}
            </>
          ) : given.length > 0 ? (
            <span>{t('library_score_partial', given.length)}</span>
          ) : (
            <span>{t('library_score_hint')}</span>
          )}
        </output>
      </fieldset>
      <div className={styles.field}>
        <label htmlFor={fieldId('tier')}>{t('library_field_tier')}</label>
        <select
          id={fieldId('tier')}
          className={styles.input}
          value={tier ?? ''}
          aria-describedby={`${fieldId('tier')}-findings`}
          onBlur={onBlur}
          onChange={(event) => onTier(tiers.find((other) => other === event.target.value))}
        >
          <option value="">{t('library_tier_none')}</option>
          {tiers.map((other) => (
            <option key={other} value={other}>
              {t('ui_tier', other)}
            </option>
          ))}
        </select>
        <FieldFindings name="tier" findings={findings} />
      </div>
    </>
  );
}
