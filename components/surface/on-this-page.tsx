import type { ReactNode } from 'react';
import type { Clip } from '@/lib/core/insight/clip';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { QuoteBlock } from '../quote-block';
import { excerpt } from './excerpt';
import { InsightLine } from './insight-line';
import type { ClipGroup, ClipRow } from './on-this-page-rows';
import styles from './on-this-page.module.css';
import { Part } from './part';
import part from './part.module.css';
import type { ClipTime } from './surface-api';
import type { RemovedClip } from './use-clips';

export interface OnThisPageProps {
  readonly groups: readonly ClipGroup[];
  /** Where the clip stands by now, shown under its words. */
  readonly placeOf: (clip: Clip) => ReactNode;
  readonly clipTime: (clip: Clip) => ClipTime | undefined;
  readonly onOpen: (key: string) => void;
  readonly onRemove: (taken: RemovedClip) => void;
  readonly onRestore: (clip: Clip) => void;
}

/** The person's own clips and drafts from this source. */
export function OnThisPage({
  groups,
  placeOf,
  clipTime,
  onOpen,
  onRemove,
  onRestore,
}: OnThisPageProps) {
  return (
    <Part title={t('surface_on_this_page')} count={groups.length}>
      <ul className={part.list}>
        {groups.map(({ insight, rows }, index) => (
          <li key={insight.key} className={part.card}>
            <InsightLine insight={insight} level={3} onOpen={onOpen} />
            {rows.length > 0 ? (
              <ul className={styles.clips}>
                {rows.map((row) => (
                  <li key={row.clip.id}>
                    <Row
                      row={row}
                      place={placeOf(row.clip)}
                      time={clipTime(row.clip)}
                      onToggle={() =>
                        row.removed
                          ? onRestore(row.clip)
                          : onRemove({ clip: row.clip, insight, index })
                      }
                    />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface RowProps {
  readonly row: ClipRow;
  readonly place: ReactNode;
  readonly time: ClipTime | undefined;
  readonly onToggle: () => void;
}

function Row({ row: { clip, removed }, place, time, onToggle }: RowProps) {
  const against = clip.role === 'counter-evidence';
  const quote = excerpt(clip.quote) || (time ? t('surface_moment') : t('surface_whole_page'));
  return (
    <div className={styles.row} data-removed={removed || undefined}>
      {against ? <p className={styles.role}>{t('surface_counter_evidence')}</p> : null}
      <QuoteBlock
        quote={quote}
        speaker={clip.speaker}
        time={time?.text}
        href={time?.href}
        against={against}
      />
      {clip.note ? (
        <p className={styles.note} dir="auto">
          {clip.note}
        </p>
      ) : null}
      {removed ? null : place}
      <div className={part.actions}>
        <Button variant="quiet" onClick={onToggle}>
          {removed ? t('surface_restore') : t('surface_delete_clip')}
        </Button>
        {removed ? <span className={styles.gone}>{t('surface_clip_deleted')}</span> : null}
      </div>
    </div>
  );
}
