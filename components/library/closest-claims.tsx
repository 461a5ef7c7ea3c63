import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import { MarkedText } from '../marked-text';
import styles from './closest-claims.module.css';

/** An insight that claims nearly what the open draft claims, and why it is thought so. */
export interface ShownClosest {
  readonly key: string;
  readonly title: string;
  readonly claim: string;
  readonly operator: string;
  /** The words of it that the draft says too. */
  readonly terms: readonly string[];
  readonly sameOperator: boolean;
  readonly sameSource: boolean;
  /** Whose it is, where it is not one's own; such an insight takes no evidence. */
  readonly collection?: string | undefined;
  readonly href: string;
}

export interface ClosestClaimsProps {
  /** The closest first; at most as many as there are keys for. */
  readonly closest: readonly ShownClosest[];
  /** Makes the draft evidence for it, or links the two where it is somebody else's. */
  readonly onTake: (key: string) => void;
}

/**
 * Quietly says which insights claim nearly the same, each with its reason and the key that makes the
 * draft evidence for it. Nothing where there is none.
 */
export function ClosestClaims({ closest, onTake }: ClosestClaimsProps) {
  return (
    <>
      {closest.length > 0 ? (
        <section className={styles.closest} aria-labelledby="closest-claims">
          <h3 id="closest-claims">{t('library_closest')}</h3>
          <ol>
            {closest.map((each, place) => (
              <Row key={each.key} shown={each} place={place + 1} onTake={() => onTake(each.key)} />
            ))}
          </ol>
        </section>
      ) : null}
      <output className="visually-hidden">
        {closest.length > 0 ? tn('library_closest_found', closest.length) : ''}
      </output>
    </>
  );
}

interface RowProps {
  readonly shown: ShownClosest;
  /** Counted from 1: the key. */
  readonly place: number;
  readonly onTake: () => void;
}

function Row({ shown, place, onTake }: RowProps) {
  const { title, claim, operator, terms, collection, href } = shown;
  const reasons = [
    shown.sameOperator ? t('library_closest_same_operator') : '',
    shown.sameSource ? t('library_closest_same_source') : '',
    collection === undefined ? '' : t('library_closest_collection', collection),
  ].filter((reason) => reason !== '');
  const readOnly = collection !== undefined;
  return (
    <li>
      <a href={href} dir="auto" className={styles.title}>
        <MarkedText text={title} terms={terms} />
      </a>
      {claim === '' || claim === title ? null : (
        <p dir="auto" className={styles.claim}>
          <MarkedText text={claim} terms={terms} />
        </p>
      )}
      <p className={styles.about}>
        {operator ? <bdi>{operator}</bdi> : null}
        {reasons.map((reason) => (
          <span key={reason}>{reason}</span>
        ))}
      </p>
      <Button variant="quiet" aria-keyshortcuts={`Alt+${place}`} onClick={onTake}>
        {readOnly ? t('library_closest_link') : t('library_closest_evidence')}
        <span className="visually-hidden">{title}</span>
        <kbd>{t('library_closest_key', place)}</kbd>
      </Button>
    </li>
  );
}
