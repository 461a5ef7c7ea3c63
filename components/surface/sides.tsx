import { useId } from 'react';
import type { SharedTerm } from '@/lib/core/match/match';
import { findTerms } from '../find-terms';
import { MarkedText } from '../marked-text';
import { excerpt } from './excerpt';
import styles from './sides.module.css';

export interface Side {
  readonly label: string;
  readonly text: string;
}

export interface SidesProps {
  readonly page: Side;
  readonly card: Side;
  readonly terms: readonly SharedTerm[];
}

/**
 * The page's words and the insight's words side by side, the shared terms marked in both, each in the
 * form in which it stands there.
 */
export function Sides({ page, card, terms }: SidesProps) {
  return (
    <div className={styles.sides}>
      <OneSide side={page} terms={terms.map(({ term }) => term)} />
      <OneSide side={card} terms={terms.map(({ term, inInsight }) => inInsight ?? term)} />
    </div>
  );
}

function OneSide({ side, terms }: { readonly side: Side; readonly terms: readonly string[] }) {
  const id = useId();
  return (
    <figure className={styles.side} aria-labelledby={id}>
      <figcaption id={id} className={styles.label}>
        {side.label}
      </figcaption>
      <blockquote className={styles.text} dir="auto">
        <MarkedText
          text={excerpt(side.text, () => findTerms(side.text, terms), 200)}
          terms={terms}
        />
      </blockquote>
    </figure>
  );
}
