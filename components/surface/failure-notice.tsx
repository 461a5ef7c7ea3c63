import { t, type MessageKey } from '@/lib/i18n';
import { Notice } from '../notice';
import type { SurfaceFailure } from './surface-api';
import styles from './surface.module.css';

/** The sentence of each kind is named after it. */
const sentenceOf = (kind: SurfaceFailure['kind']) =>
  `surface_failure_${kind.replaceAll('-', '_')}` as MessageKey;

/** One sentence that says what happened and what to do next. */
export function FailureNotice({ failure }: { readonly failure: SurfaceFailure }) {
  return (
    <Notice tone="bad">
      <p>{t(sentenceOf(failure.kind))}</p>
      {failure.detail ? <p className={styles.detail}>{failure.detail}</p> : null}
    </Notice>
  );
}
