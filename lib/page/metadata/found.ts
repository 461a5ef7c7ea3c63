import type { Confidence } from '../../core/source/metadata';

/** A value, where it was read, and how far it can be trusted. */
export interface Found<T> {
  readonly value: T;
  readonly from: string;
  readonly confidence: Confidence;
}

/** The longest name of a place that is kept. */
const longestPlace = 120;

/** A value as found: `high` where the page states it for machines, unless it is said otherwise. */
export function found<T>(value: T, from: string, confidence: Confidence = 'high'): Found<T> {
  return { value, from: from.slice(0, longestPlace), confidence };
}
