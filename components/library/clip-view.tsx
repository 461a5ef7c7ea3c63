import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { isChecked } from '../is-checked';
import { QuoteBlock } from '../quote-block';
import { QuoteCheck } from '../quote-check';
import { SourceLine } from '../source-line';
import styles from './clip-view.module.css';
import { ProvenanceList } from './provenance-list';
import type { ShownClip } from './shown';

export interface ClipViewProps {
  readonly shown: ShownClip;
  /** The note as it stands; an editor puts its own in its place. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

/** A clip as it was captured: the words, who and when, the note, and where each fact came from. */
export function ClipView({ shown, note, actions }: ClipViewProps) {
  const { clip, source, time, href, wordsHref } = shown;
  const { quote, speaker, role } = clip;
  const against = role === 'counter-evidence';
  return (
    <article className={styles.clip} aria-label={quote ? quote.slice(0, 80) : t('library_moment')}>
      {quote ? (
        <QuoteBlock quote={quote} speaker={speaker} time={time} href={href} against={against} />
      ) : (
        <QuoteBlock quote={t('library_moment')} time={time} href={href} against={against} />
      )}
      {isChecked(clip) ? <QuoteCheck verified={clip.verified} href={wordsHref} /> : null}
      {source ? (
        <SourceLine
          operator={source.metadata.authors?.value.join(', ')}
          title={source.metadata.title?.value}
          date={source.metadata.published?.value}
          href={source.url}
        />
      ) : null}
      {note ?? (clip.note ? <Note text={clip.note} /> : null)}
      {clip.paragraph && clip.paragraph.trim() !== quote.trim() ? (
        <details className={styles.more}>
          <summary>{t('library_clip_context')}</summary>
          <p dir="auto" className={styles.paragraph}>
            {clip.paragraph}
          </p>
        </details>
      ) : null}
      <ProvenanceList clip={clip} source={source} />
      {actions}
    </article>
  );
}

function Note({ text }: { readonly text: string }) {
  return (
    <p dir="auto" className={styles.note}>
      <span className={styles.noteLabel}>{t('library_note')}</span> {text}
    </p>
  );
}
