import { useState } from 'react';
import type { LinkType } from '@/lib/core/insight/link';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { InsightPicker, type PickedInsight } from './insight-picker';
import styles from './link-form.module.css';
import { linkLabels } from './section-labels';

export interface LinkFormProps {
  readonly find: (query: string) => readonly PickedInsight[];
  /** Resolves to false when the link could not be stored. */
  readonly onAdd: (type: LinkType, otherKey: string, why: string) => Promise<boolean>;
}

/** Draws a typed link from the open insight to another one. */
export function LinkForm({ find, onAdd }: LinkFormProps) {
  const [type, setType] = useState<LinkType>('related');
  const [picked, setPicked] = useState<PickedInsight>();
  const [why, setWhy] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!picked) return;
        void onAdd(type, picked.key, why.trim()).then((added) => {
          if (added) return;
          setPicked((now) => now ?? picked);
          setWhy((now) => now || why);
        });
        // Empty at once, so that a second press draws no second link.
        setPicked(undefined);
        setWhy('');
      }}
    >
      <label className={styles.field}>
        {t('library_link_type')}
        <select value={type} onChange={(event) => setType(event.target.value as LinkType)}>
          {Object.entries(linkLabels).map(([value, label]) => (
            <option key={value} value={value}>
              {t(label.out)}
            </option>
          ))}
        </select>
      </label>
      <InsightPicker
        label={t('library_link_other')}
        picked={picked}
        find={find}
        onPick={setPicked}
      />
      <label className={styles.why}>
        {t('library_link_why')}
        <input
          value={why}
          dir="auto"
          maxLength={4000}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <Button type="submit" aria-disabled={!picked}>
        {t('library_link_add')}
      </Button>
    </form>
  );
}
