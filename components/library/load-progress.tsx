import { useId } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import form from './line-form.module.css';
import styles from './collections-view.module.css';

export interface ShownProgress {
  readonly name: string;
  readonly done: number;
  /** 0 until it is known. */
  readonly total: number;
}

/** How far a load has come, and the way to stop it. */
export function LoadProgress({
  name,
  done,
  total,
  onCancel,
}: ShownProgress & { readonly onCancel: () => void }) {
  const id = useId();
  const format = new Intl.NumberFormat();
  return (
    <div className={styles.progress}>
      <label htmlFor={id} dir="auto">
        {total === 0
          ? t('library_collections_asking', name)
          : t('library_collections_progress', name, format.format(done), format.format(total))}
      </label>
      <div className={form.line}>
        <progress id={id} {...(total === 0 ? {} : { value: done, max: total })} />
        <Button onClick={onCancel}>{t('library_collections_cancel')}</Button>
      </div>
    </div>
  );
}
