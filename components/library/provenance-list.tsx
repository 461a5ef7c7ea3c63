import type { Clip } from '@/lib/core/insight/clip';
import type { PageMetadata } from '@/lib/core/source/metadata';
import type { Source } from '@/lib/core/source/source';
import { t, type MessageKey } from '@/lib/i18n';
import { isChecked } from '../is-checked';
import styles from './provenance-list.module.css';

export interface ProvenanceListProps {
  readonly clip: Clip;
  readonly source?: Source | undefined;
}

type FieldName = Exclude<keyof PageMetadata, 'roles'>;

const metadataLabels: Readonly<Record<FieldName, MessageKey>> = {
  title: 'library_meta_title',
  authors: 'library_meta_authors',
  site: 'library_meta_site',
  show: 'library_meta_show',
  published: 'library_meta_published',
  modified: 'library_meta_modified',
  canonicalUrl: 'library_meta_canonical_url',
  language: 'library_meta_language',
  sourceType: 'library_meta_source_type',
};

const originLabels: Readonly<Record<Clip['origin'], MessageKey>> = {
  selected: 'library_origin_selected',
  located: 'library_origin_located',
  typed: 'library_origin_typed',
  transcript: 'library_origin_transcript',
  moment: 'library_origin_moment',
  page: 'library_origin_page',
};

const verifiedLabels: Readonly<Record<NonNullable<Clip['verified']>, MessageKey>> = {
  exact: 'library_verified_exact',
  normalised: 'library_verified_normalised',
  absent: 'library_verified_absent',
};

/** The words a target was about. */
function exactOf({ selector }: Clip['target']): string {
  const quote = selector.find((each) => each.type === 'TextQuoteSelector');
  return quote?.exact ?? '';
}

/** How the quote was read, and each thing known about the page with the place it was read from. */
export function ProvenanceList({ clip, source }: ProvenanceListProps) {
  const names = Object.keys(metadataLabels) as FieldName[];
  return (
    <details className={styles.provenance}>
      <summary>{t('library_provenance')}</summary>
      <dl>
        <div>
          <dt>{t('library_origin')}</dt>
          <dd>{t(originLabels[clip.origin])}</dd>
        </div>
        {isChecked(clip) ? (
          <div>
            <dt>{t('library_verified')}</dt>
            <dd>{t(clip.verified ? verifiedLabels[clip.verified] : 'library_verified_unknown')}</dd>
          </div>
        ) : null}
        {clip.formerly?.map(({ until, target }) => (
          <div key={until}>
            <dt>{t('library_formerly', until.slice(0, 10))}</dt>
            <dd dir="auto">{exactOf(target)}</dd>
          </div>
        ))}
        {names.map((name) => {
          const field = source?.metadata[name];
          if (!field) return null;
          const value = Array.isArray(field.value) ? field.value.join(', ') : field.value;
          return (
            <div key={name}>
              <dt>{t(metadataLabels[name])}</dt>
              <dd>
                <bdi>{value}</bdi>{' '}
                <span className={styles.from}>
                  {t(
                    field.confidence === 'low' ? 'library_from_unsure' : 'library_from',
                    field.from,
                  )}
                </span>
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{t('library_captured')}</dt>
          <dd>
            <time dateTime={clip.capturedAt}>{new Date(clip.capturedAt).toLocaleString()}</time>
          </dd>
        </div>
      </dl>
    </details>
  );
}
