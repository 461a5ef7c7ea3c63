import type { QuoteForm } from '@/lib/core/codex/quote-form';
import { t } from '@/lib/i18n';
import styles from './settings-view.module.css';

export interface QuoteFormSettingsProps {
  readonly form: QuoteForm;
  readonly onChoose: (change: Partial<QuoteForm>) => void;
}

/** What the line below a quote says in cards that leave. */
export function QuoteFormSettings({ form, onChoose }: QuoteFormSettingsProps) {
  return (
    <>
      <h3>{t('quote_form_title')}</h3>
      <p>{t('quote_form_what')}</p>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={form.link}
          aria-describedby="quote-form-link"
          onChange={(event) => onChoose({ link: event.target.checked })}
        />
        {t('quote_form_link')}
      </label>
      <p id="quote-form-link" className={styles.empty}>
        {t('quote_form_link_more')}
      </p>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={form.verified}
          aria-describedby="quote-form-verified"
          onChange={(event) => onChoose({ verified: event.target.checked })}
        />
        {t('quote_form_verified')}
      </label>
      <p id="quote-form-verified" className={styles.empty}>
        {t('quote_form_verified_more')}
      </p>
    </>
  );
}
