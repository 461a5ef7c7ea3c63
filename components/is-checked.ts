import type { Clip } from '@/lib/core/insight/clip';

/** Whether a clip has words that a page could have; those of a transcript and moments have none. */
export function isChecked({ quote, origin }: Clip): boolean {
  return quote !== '' && (origin === 'selected' || origin === 'located' || origin === 'typed');
}
