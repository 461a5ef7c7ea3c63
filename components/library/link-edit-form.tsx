import { useEffect, useRef, useState } from 'react';
import type { LinkType } from '@/lib/core/insight/link';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { isComposing } from '../is-composing';
import styles from './link-form.module.css';
import { linkLabels } from './section-labels';
import type { LinkEdit } from './shown';

export interface LinkEditFormProps {
  readonly link: LinkEdit;
  readonly onSave: (edit: LinkEdit) => void;
  readonly onCancel: () => void;
}

/** Every type, both ways round where the ends differ. */
const choices = (Object.keys(linkLabels) as LinkType[]).flatMap((type) =>
  type === 'related' ? [`${type} out`] : [`${type} out`, `${type} in`],
);

function choiceOf(choice: string): Pick<LinkEdit, 'type' | 'direction'> {
  const [type = 'related', direction] = choice.split(' ');
  return { type: type as LinkType, direction: direction === 'in' ? 'in' : 'out' };
}

/** The type, the direction and the why of a drawn link. Enter saves, Esc leaves it as it was. */
export function LinkEditForm({ link, onSave, onCancel }: LinkEditFormProps) {
  const { type, direction } = link;
  const [choice, setChoice] = useState(type === 'related' ? 'related out' : `${type} ${direction}`);
  const [why, setWhy] = useState(link.why);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    // Esc is a short cut for the button that cancels.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ ...choiceOf(choice), why: why.trim() });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label className={styles.field}>
        {t('library_link_type')}
        <select value={choice} onChange={(event) => setChoice(event.target.value)}>
          {choices.map((each) => {
            const option = choiceOf(each);
            return (
              <option key={each} value={each}>
                {t(linkLabels[option.type][option.direction])}
              </option>
            );
          })}
        </select>
      </label>
      <label className={styles.why}>
        {t('library_link_why')}
        <input
          ref={field}
          value={why}
          dir="auto"
          maxLength={4000}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <Button type="submit">{t('library_link_save')}</Button>
      <Button variant="quiet" onClick={onCancel}>
        {t('library_link_cancel')}
      </Button>
    </form>
  );
}
