import type { Clip } from '@/lib/core/insight/clip';
import { t, type MessageKey } from '@/lib/i18n';
import { ExternalLink } from './external-link';
import styles from './quote-check.module.css';

export interface QuoteCheckProps {
  /** Undefined where nobody looked. */
  readonly verified: Clip['verified'];
  /** The address that leads to the very words. */
  readonly href?: string | undefined;
}

const labels: Readonly<Record<NonNullable<Clip['verified']>, MessageKey>> = {
  exact: 'quote_check_exact',
  normalised: 'quote_check_normalised',
  absent: 'quote_check_absent',
};

/** Whether the page had the words of a quote when it was clipped, and the way to them. */
export function QuoteCheck({ verified, href }: QuoteCheckProps) {
  return (
    <p className={styles.check}>
      <span className={verified === 'absent' ? styles.absent : undefined}>
        {t(verified ? labels[verified] : 'quote_check_unknown')}
      </span>
      {href === undefined ? null : (
        <>
          {' · '}
          <ExternalLink href={href}>{t('quote_check_open')}</ExternalLink>
        </>
      )}
    </p>
  );
}
