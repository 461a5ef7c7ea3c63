import { useEffect, useId, useRef } from 'react';
import type { ClipRole } from '@/lib/core/insight/clip';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { QuoteBlock } from '../quote-block';
import { excerpt } from './excerpt';
import { NoteField, type NoteFieldProps } from './note-field';
import styles from './saved-card.module.css';
import type { Belonging, ClipTime } from './surface-api';
import type { JustSaved } from './use-clips';

export interface SavedCardProps {
  readonly saved: JustSaved;
  readonly time?: ClipTime | undefined;
  /** Undoes the clip, or brings it back. */
  readonly onToggle: () => void;
  readonly onMove: (to: Belonging) => void;
  readonly onType: NoteFieldProps['onType'];
  readonly onNote: NoteFieldProps['onSave'];
}

/** The clip just made: undo it, add a note, say where it belongs. */
export function SavedCard({ saved, time, onToggle, onMove, onType, onNote }: SavedCardProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { clip, undone } = saved;

  // The button that was pressed is gone: keyboard and screen reader go on from here.
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className={styles.card} data-undone={undone || undefined} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
          {undone ? t('surface_undone') : saved.again ? t('surface_again') : t('surface_saved')}
        </h2>
        <Button variant="quiet" onClick={onToggle}>
          {undone ? t('surface_restore') : t('surface_undo')}
        </Button>
      </div>
      {clip.quote || time ? (
        <QuoteBlock
          quote={clip.quote ? excerpt(clip.quote) : t('surface_moment')}
          speaker={clip.speaker}
          time={time?.text}
          href={time?.href}
        />
      ) : (
        <p className={styles.plain}>{t('surface_whole_page')}</p>
      )}
      {saved.cut ? <p>{t('clip_cut', clip.quote.length.toLocaleString())}</p> : null}
      {undone ? null : (
        <>
          <NoteField note={clip.note} onType={onType} onSave={onNote} />
          <Belongs saved={saved} onMove={onMove} />
        </>
      )}
    </section>
  );
}

function Belongs({ saved, onMove }: Pick<SavedCardProps, 'saved' | 'onMove'>) {
  const { belongsTo, draftKey, candidates = [] } = saved;
  const choice = (insightKey: string, role: ClipRole, label: string, name?: string) => (
    <Button
      aria-pressed={belongsTo.insightKey === insightKey && belongsTo.role === role}
      aria-label={name ? `${label} ${name}` : undefined}
      className={styles.choice}
      onClick={() => onMove({ insightKey, role })}
    >
      {label}
    </Button>
  );
  const others = candidates.filter(({ key }) => key !== draftKey);
  if (!draftKey && others.length === 0) return null;
  return (
    <fieldset className={styles.belongs}>
      <legend className={styles.label}>{t('surface_belongs')}</legend>
      {draftKey ? choice(draftKey, 'evidence', t('surface_new_insight')) : null}
      {others.length > 0 ? (
        <ul className={styles.candidates}>
          {others.map(({ key, title }) => (
            <li key={key}>
              <p className={styles.candidate} dir="auto">
                {title}
              </p>
              <div className={styles.roles}>
                {choice(key, 'evidence', t('surface_evidence_for'), title)}
                {choice(key, 'counter-evidence', t('surface_counter_evidence_to'), title)}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}
