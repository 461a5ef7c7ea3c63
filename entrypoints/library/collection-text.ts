import type { CollectionGone } from '@/lib/actions/collection-load';
import type { FetchFailure } from '@/lib/actions/collection-ports';
import type { IndexFailure, Interrupted } from '@/lib/actions/load-index';
import type { NoCards, OtherCodex } from '@/lib/actions/load-files';
import type { StorageFailure } from '@/lib/actions/ports';
import type { IndexFault } from '@/lib/core/codex/read-codex-index';
import type { FileFault } from '@/lib/core/insight/collection';
import { t, type MessageKey } from '@/lib/i18n';
import { faultText } from './fault-text';
import { storageFailureText } from './use-done';

/** Everything that can end a load before its end. */
export type AnyLoadFailure =
  StorageFailure | CollectionGone | OtherCodex | NoCards | IndexFailure | Interrupted;

/** Why a load came to nothing, and what to do next; `address` is the codex's, where it has one. */
export function loadFailureText(failure: AnyLoadFailure, address?: string): string {
  const host = address === undefined ? '' : new URL(address).host;
  switch (failure.kind) {
    case 'index-failed':
      return indexFailureText(failure.reason, host);
    case 'interrupted':
      return failure.reason.kind === 'not-allowed'
        ? t('library_collections_refused', host)
        : t('library_collections_interrupted', host);
    case 'other-codex':
      return t('library_collections_other_codex');
    case 'no-cards':
      return t('library_collections_no_cards');
    case 'collection-gone':
      return t('library_collections_removed_meanwhile');
    case 'storage-full':
    case 'storage-failed':
    case 'newer-database':
    case 'read-only-collection':
      return storageFailureText(failure);
    default:
      return failure satisfies never;
  }
}

function indexFailureText(reason: FetchFailure | { kind: IndexFault }, host: string): string {
  switch (reason.kind) {
    case 'not-allowed':
      return t('library_collections_refused', host);
    case 'unreachable':
      return t('library_collections_index_unreachable', host);
    case 'timed-out':
      return t('library_collections_index_timed_out', host);
    case 'busy':
      return t('library_collections_index_busy', host, reason.status);
    case 'refused':
      return isAbsent(reason.status)
        ? t('library_collections_index_not_found', host)
        : t('library_collections_index_refused', host, reason.status);
    case 'forwarded':
      return t('library_collections_index_forwarded');
    case 'web-page':
      return t('library_collections_index_web_page');
    case 'too-large':
      return t('library_collections_index_too_large');
    case 'not-text':
    case 'not-json':
      return t('library_collections_index_not_json');
    case 'no-cards':
      return t('library_collections_index_no_cards');
    case 'cancelled':
      return '';
    default:
      return reason satisfies never;
  }
}

const fetchTexts: Readonly<Record<Exclude<FetchFailure['kind'], 'cancelled'>, MessageKey>> = {
  'not-allowed': 'library_fetch_not_allowed',
  unreachable: 'library_fetch_unreachable',
  'timed-out': 'library_fetch_timed_out',
  busy: 'library_fetch_busy',
  refused: 'library_fetch_refused',
  forwarded: 'library_fetch_forwarded',
  'web-page': 'library_fetch_web_page',
  'too-large': 'library_fetch_too_large',
  'not-text': 'library_fault_not_text',
};

/** Why one file of a codex stayed out, in plain words. */
export function fileFaultText({ reason, detail }: FileFault): string {
  const [, kind] = /^fetch-(.*)$/.exec(reason) ?? [];
  if (kind === undefined) return faultText(reason as Parameters<typeof faultText>[0], detail);
  if (kind === 'refused' && isAbsent(Number(detail))) return t('library_fetch_not_found');
  return t(fetchTexts[kind as keyof typeof fetchTexts], detail);
}

function isAbsent(status: number): boolean {
  return status === 404 || status === 410;
}
