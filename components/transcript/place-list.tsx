import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './transcript-panel.module.css';

export interface ShownPlace {
  readonly key: string;
  readonly text: string;
  readonly time: string | undefined;
  readonly onGo: () => void;
  /** Opens what stands there in the library. */
  readonly onOpen?: () => void;
}

export interface PlaceListProps {
  readonly title: string;
  readonly places: readonly ShownPlace[];
}

/** Places of the transcript to go to, folded away; nothing where there are none. */
export function PlaceList({ title, places }: PlaceListProps) {
  if (places.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>
        {title} <span className={styles.about}>{places.length}</span>
      </summary>
      <ul className={styles.places}>
        {places.map(({ key, text, time, onGo, onOpen }) => (
          <li key={key}>
            <button type="button" className={styles.place} onClick={onGo}>
              {time === undefined ? null : <span className={styles.about}>{time}</span>}{' '}
              <span dir="auto">{text}</span>
            </button>
            {onOpen ? (
              <Button
                variant="quiet"
                aria-label={t('transcript_open_insight', text)}
                onClick={onOpen}
              >
                {t('transcript_open')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
